package org.calx.gateway.view;

import java.util.EnumMap;
import java.util.Map;
import org.calx.model.InstrumentSpec;

/** A listed instrument and what the stream has said about it. */
public final class InstrumentView {
    /** What was listed. */
    public final InstrumentSpec spec;

    /** Its product. */
    public final ProductView product;

    /** Log time of its listing as this gateway saw it. */
    public final long listedNs;

    /** Its book. */
    public final BookView book = new BookView();

    /** Its last trades. */
    public final TradeTape tape = new TradeTape();

    private final Map<Resolution, CandleSeries> candles = new EnumMap<>(Resolution.class);
    private long valuationMicros;
    private long arrayVersion;
    private long[] lossMicrosPerLot;
    private boolean marked;
    private long markMicros;
    private long markSetNs;
    private boolean settled;
    private long settlementMicros;
    private long openInterestLots;
    private volatile boolean expired;

    InstrumentView(InstrumentSpec spec, ProductView product, long listedNs) {
        this.spec = spec;
        this.product = product;
        this.listedNs = listedNs;
        valuationMicros = spec.referencePriceMicros();
        for (Resolution resolution : Resolution.values()) {
            candles.put(resolution, new CandleSeries(resolution));
        }
    }

    /** What kind of contract it is, as the API names it: {@code future} or {@code option}. */
    public String kind() {
        return spec.isOption() ? "option" : "future";
    }

    void addTrade(TradeView trade) {
        tape.add(trade);
        for (CandleSeries series : candles.values()) {
            series.add(trade.timestampNs(), trade.priceTicks(), trade.quantityLots());
        }
    }

    void setMark(long micros, long timestampNs) {
        marked = true;
        markSetNs = timestampNs;
        markMicros = micros;
        valuationMicros = micros;
    }

    void setValuation(long micros) {
        valuationMicros = micros;
    }

    void setRiskArray(long version, long[] losses) {
        arrayVersion = version;
        lossMicrosPerLot = losses.clone();
    }

    void forgetRiskArray() {
        arrayVersion = 0;
        lossMicrosPerLot = null;
    }

    void setSettlement(long micros) {
        settled = true;
        settlementMicros = micros;
    }

    void expire(long finalMicros) {
        expired = true;
        marked = true;
        markMicros = finalMicros;
        valuationMicros = finalMicros;
        setSettlement(finalMicros);
    }

    void movePosition(long fromLots, long toLots) {
        openInterestLots += Math.max(0, toLots) - Math.max(0, fromLots);
    }

    /** Its candles of one resolution. */
    public CandleSeries candles(Resolution resolution) {
        return candles.get(resolution);
    }

    /** What traded in the last 24 hours of log time. */
    public DayStats dayStats(long nowNs) {
        return DayStats.of(candles.get(Resolution.MINUTE), nowNs);
    }

    /** Price that equity and margin are counted against, micros per unit, as the exchange has it. */
    public long valuationMicros() {
        return valuationMicros;
    }

    /** Version of the risk array in force, 0 for none. */
    public long arrayVersion() {
        return arrayVersion;
    }

    /** The loss of one long lot in each scenario; null before there is an array. Not to be written to. */
    public long[] lossMicrosPerLot() {
        return lossMicrosPerLot;
    }

    /** The price to show as the mark, micros per unit: the mark, else the last settlement, else the first reference. */
    public long markMicros() {
        if (marked) {
            return markMicros;
        }
        return settled ? settlementMicros : spec.referencePriceMicros();
    }

    /** Whether there is a mark no older than {@code staleNs} of log time. */
    public boolean hasFreshMark(long nowNs, long staleNs) {
        return marked && nowNs - markSetNs <= staleNs;
    }

    /** Whether it has had a settlement price. */
    public boolean isSettled() {
        return settled;
    }

    /** The last settlement price, micros per unit. */
    public long settlementMicros() {
        return settlementMicros;
    }

    /** Sum of the long positions in lots. */
    public long openInterestLots() {
        return openInterestLots;
    }

    /** Whether it has expired; may be read by any thread. */
    public boolean isExpired() {
        return expired;
    }

    /** Whether its orders may trade now. */
    public boolean isOpen() {
        return !expired && product.market.isOpen();
    }
}
