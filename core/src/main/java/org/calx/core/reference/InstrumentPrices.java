package org.calx.core.reference;

import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.SettlementTier;

/**
 * What each instrument is worth by which rule, in micros per unit.
 *
 * <p>The <em>valuation price</em> is what equity and the loss at once are counted against: the last mark, or the last
 * settlement price if that came after the mark had gone stale, or the reference price before either.
 */
public final class InstrumentPrices {
    /** The settlement day of an instrument that was never settled. */
    public static final int NEVER = Integer.MIN_VALUE;

    private static final long MAX_TICKS_LOTS = 1L << 62;

    private final long[] valuation;
    private final long[] fillReference;
    private final boolean[] premiumPaid;
    private final long[] mark;
    private final long[] markSetNs;
    private final boolean[] marked;
    private final long[] settlement;
    private final int[] settledDay;
    private final SettlementTier[] settlementTier;
    private final int[] fixingCount;
    private final long[] closingLots;
    private final long[] closingTicksLots;

    InstrumentPrices(int maxInstruments) {
        valuation = new long[maxInstruments + 1];
        fillReference = new long[maxInstruments + 1];
        premiumPaid = new boolean[maxInstruments + 1];
        mark = new long[maxInstruments + 1];
        markSetNs = new long[maxInstruments + 1];
        marked = new boolean[maxInstruments + 1];
        settlement = new long[maxInstruments + 1];
        settledDay = new int[maxInstruments + 1];
        settlementTier = new SettlementTier[maxInstruments + 1];
        fixingCount = new int[maxInstruments + 1];
        closingLots = new long[maxInstruments + 1];
        closingTicksLots = new long[maxInstruments + 1];
    }

    void begin(int instrumentId, long referencePriceMicros, boolean isPremiumPaid) {
        premiumPaid[instrumentId] = isPremiumPaid;
        setValuation(instrumentId, referencePriceMicros);
        settlement[instrumentId] = referencePriceMicros;
        settledDay[instrumentId] = NEVER;
        settlementTier[instrumentId] = SettlementTier.PREVIOUS;
    }

    /** The price that equity and the loss at once are counted against. */
    public long valuationMicros(int instrumentId) {
        return valuation[instrumentId];
    }

    /** Sets the valuation price. Margin must be re-evaluated: use {@code Clearing}. */
    public void setValuation(int instrumentId, long priceMicros) {
        valuation[instrumentId] = priceMicros;
        fillReference[instrumentId] = premiumPaid[instrumentId] ? 0 : priceMicros;
    }

    /** What a fill's price is compared with: the valuation price; of an option 0, because its whole price is paid at once. */
    public long fillReferenceMicros(int instrumentId) {
        return fillReference[instrumentId];
    }

    /** The last mark; meaningful only if {@link #hasFreshMark} or {@link #hasMark}. */
    public long markMicros(int instrumentId) {
        return mark[instrumentId];
    }

    /** Whether a mark was ever set. */
    public boolean hasMark(int instrumentId) {
        return marked[instrumentId];
    }

    /** Whether the mark is no older than {@code staleNs} of log time. */
    public boolean hasFreshMark(int instrumentId, long nowNs, long staleNs) {
        return marked[instrumentId] && nowNs - markSetNs[instrumentId] <= staleNs;
    }

    /** Records a mark and the log time at which it was set. */
    public void setMark(int instrumentId, long markMicros, long nowNs) {
        mark[instrumentId] = markMicros;
        markSetNs[instrumentId] = nowNs;
        marked[instrumentId] = true;
    }

    /** The last settlement price, or the reference price before the first. */
    public long settlementMicros(int instrumentId) {
        return settlement[instrumentId];
    }

    /** The business date of the last settlement, or {@link #NEVER}. */
    public int settledDay(int instrumentId) {
        return settledDay[instrumentId];
    }

    /** Where the last settlement price came from; {@link SettlementTier#PREVIOUS} before the first. */
    public SettlementTier settlementTier(int instrumentId) {
        return settlementTier[instrumentId];
    }

    /** How many fixings the final settlement price is the average of; 0 before expiry. */
    public int fixingCount(int instrumentId) {
        return fixingCount[instrumentId];
    }

    /** Records the settlement of a business date and begins a new settlement window. */
    public void setSettlement(int instrumentId, int businessDay, long priceMicros, SettlementTier tier) {
        settlement[instrumentId] = priceMicros;
        settledDay[instrumentId] = businessDay;
        settlementTier[instrumentId] = tier;
        closingLots[instrumentId] = 0;
        closingTicksLots[instrumentId] = 0;
    }

    /** Records the final settlement: the average of so many fixings. */
    public void setFinalSettlement(int instrumentId, int businessDay, long priceMicros, int fixings) {
        setSettlement(instrumentId, businessDay, priceMicros, SettlementTier.FIXING_AVERAGE);
        fixingCount[instrumentId] = fixings;
    }

    /** Counts a trade of the settlement window. Once the sum of prices times lots is beyond 2^62, no more are counted. */
    public void addClosingTrade(int instrumentId, long priceTicks, long lots) {
        if (Math.abs(closingTicksLots[instrumentId]) < MAX_TICKS_LOTS) {
            closingLots[instrumentId] += lots;
            closingTicksLots[instrumentId] += priceTicks * lots;
        }
    }

    /** Lots traded in the settlement window. */
    public long closingLots(int instrumentId) {
        return closingLots[instrumentId];
    }

    /** Sum of price in ticks times lots of the settlement window. */
    public long closingTicksLots(int instrumentId) {
        return closingTicksLots[instrumentId];
    }

    void writeRow(SnapshotWriter writer, int id) {
        writer.writeLong(valuation[id]);
        writer.writeInt(marked[id] ? 1 : 0);
        writer.writeLong(mark[id]);
        writer.writeLong(markSetNs[id]);
        writer.writeLong(settlement[id]);
        writer.writeInt(settledDay[id]);
        writer.writeInt(settlementTier[id].ordinal());
        writer.writeInt(fixingCount[id]);
        writer.writeLong(closingLots[id]);
        writer.writeLong(closingTicksLots[id]);
    }

    void readRow(SnapshotReader reader, int id) {
        setValuation(id, reader.readLong());
        marked[id] = reader.readInt() != 0;
        mark[id] = reader.readLong();
        markSetNs[id] = reader.readLong();
        settlement[id] = reader.readLong();
        settledDay[id] = reader.readInt();
        settlementTier[id] = SettlementTier.of(reader.readInt());
        fixingCount[id] = reader.readInt();
        closingLots[id] = reader.readLong();
        closingTicksLots[id] = reader.readLong();
    }
}
