package org.calx.core.clearing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.calx.core.reference.Instruments;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.Currency;
import org.calx.model.Side;

/**
 * The accounts that are still to be counted by the tables in force, after a change that touched too much for one command.
 *
 * <p>A change of prices or parameters holds at once for every decision: an account that is behind is counted from scratch before
 * anything is decided about it, and the rest in bounded steps of the log's timer. What is kept incrementally of an account behind
 * is not looked at; positions, open lots and reaches, which depend on no table, are right all the time.
 */
public final class Backlog {
    /** Positions and orders counted in one step; a step goes over by what its last account has. */
    public static final int STEP = 512;

    private static final int END = 0;

    private final int step;
    private final Instruments instruments;
    private final Positions positions;
    private final MarginAccounts margins;
    private final AccountTotals totals;
    private final Credits credits;
    private final OrderTerms terms;
    private final WorkingOrders workingOrders;
    private final Contributions contributions;
    private final Deltas deltas;
    private final OwnOrderVisitor addOrder = this::addOrder;
    private final OwnPairVisitor addPair = this::addPair;
    private final OwnOrderVisitor countOrder = this::countOrder;
    private final long[] unrealised = new long[Currency.count()];
    private final BitSet behind;
    private int count;
    private int cursor;
    private int counted;
    private int units;

    /** Ids and told requirements of the accounts behind in a snapshot, until the restoration ends. */
    private final List<long[]> restored = new ArrayList<>();

    Backlog(int step, int maxAccounts, Tables tables) {
        this.step = step;
        instruments = tables.instruments();
        positions = tables.positions();
        margins = tables.margins();
        totals = tables.totals();
        credits = tables.credits();
        terms = tables.terms();
        workingOrders = tables.workingOrders();
        contributions = tables.contributions();
        deltas = new Deltas(instruments);
        behind = new BitSet(maxAccounts + 1);
    }

    /** Whether so many positions and orders are too many for one command. */
    boolean isTooMuch(long rows) {
        return rows > step;
    }

    /** The positions and orders in an instrument. */
    long rows(int instrumentId) {
        return (long) positions.count(instrumentId) + workingOrders.ordersIn(instrumentId);
    }

    /** The positions and orders of an account. */
    long rowsOf(int accountId) {
        units = 0;
        for (int row = margins.rows().first(accountId);
                row != MarginAccounts.NONE;
                row = margins.rows().next(row)) {
            for (int at = margins.rows().firstPosition(row); at != Positions.NONE; at = positions.nextOfMargin(at)) {
                units++;
            }
        }
        workingOrders.forEachOf(accountId, countOrder);
        return units;
    }

    private void countOrder(int instrumentId, Side side, long priceTicks, long lots) {
        units++;
    }

    /** Whether accounts are behind, and {@link #step()} is wanted. */
    public boolean isAny() {
        return count != 0;
    }

    boolean isBehind(int accountId) {
        return count != 0 && behind.get(accountId);
    }

    /** Puts everybody behind who has or had anything in the instrument. */
    void putBehind(int instrumentId) {
        for (int row = positions.first(instrumentId); row != Positions.NONE; row = positions.next(row)) {
            putAccountBehind(positions.accountId(row));
        }
    }

    void putAccountBehind(int accountId) {
        if (!behind.get(accountId)) {
            behind.set(accountId);
            count++;
        }
    }

    /**
     * Counts the account from scratch if it is behind. Its working orders must be what is reserved for it: who releases something
     * of it before the decision asks for this first; at any other question about its money it is done by itself.
     */
    public void bring(int accountId) {
        if (isBehind(accountId)) {
            count(accountId);
        }
    }

    /** Counts the next accounts, as many as a step has. @return how many */
    public int step() {
        int accounts = 0;
        int left = step;
        while (count != 0 && left > 0) {
            int accountId = behind.nextSetBit(cursor);
            if (accountId < 0) {
                cursor = 0;
            } else {
                cursor = accountId + 1;
                left -= 1 + count(accountId);
                accounts++;
            }
        }
        return accounts;
    }

    private int count(int accountId) {
        behind.clear(accountId);
        count--;
        cursor = count == 0 ? 0 : cursor;
        counted = accountId;
        units = 0;
        margins.forgetPreview();
        Arrays.fill(unrealised, 0);
        for (int row = margins.rows().first(accountId);
                row != MarginAccounts.NONE;
                row = margins.rows().next(row)) {
            margins.countDeltas(row, instruments, deltas);
            margins.clearLosses(row);
            addPositions(row);
        }
        workingOrders.forEachOf(accountId, addOrder);
        workingOrders.forEachPairOf(accountId, addPair);
        for (int code = 0; code < unrealised.length; code++) {
            totals.setUnrealised(accountId, Currency.of(code), unrealised[code]);
            totals.touch(accountId, Currency.of(code));
        }
        credits.invalidate(accountId);
        return units;
    }

    private void addPositions(int row) {
        long sum = 0;
        for (int at = margins.rows().firstPosition(row); at != Positions.NONE; at = positions.nextOfMargin(at)) {
            int instrumentId = positions.instrumentId(at);
            long lots = positions.lots(at);
            contributions.addPosition(at, lots);
            if (!instruments.isOption(instrumentId)) {
                long price = instruments.prices().valuationMicros(instrumentId);
                sum += terms.valueMicros(instrumentId, lots, price) - positions.openValueMicros(at);
            }
            units++;
        }
        unrealised[terms.currencyOfProduct(margins.rows().productId(row)).ordinal()] += sum;
    }

    private void addOrder(int instrumentId, Side side, long priceTicks, long lots) {
        contributions.addOrder(positions.find(counted, instrumentId), side, priceTicks, lots);
        units++;
    }

    private void addPair(int instrumentId, long buyTicks, long buyLots, long sellTicks, long sellLots) {
        contributions.addPair(positions.find(counted, instrumentId), buyTicks, buyLots, sellTicks, sellLots, 1);
    }

    /** Writes who is behind, and what was told of them: it is older than what a restored house counts. */
    void writeTo(SnapshotWriter writer) {
        writer.section("re-evaluation");
        writer.writeInt(cursor);
        for (int id = behind.nextSetBit(0); id >= 0; id = behind.nextSetBit(id + 1)) {
            writer.writeInt(id);
            for (int code = 0; code < Currency.count(); code++) {
                writer.writeLong(totals.toldMicros(id, Currency.of(code)));
            }
        }
        writer.writeInt(END);
    }

    void readFrom(SnapshotReader reader) {
        reader.section("re-evaluation");
        cursor = reader.readInt();
        for (int id = reader.readInt(); id != END; id = reader.readInt()) {
            long[] row = new long[1 + Currency.count()];
            row[0] = id;
            for (int code = 0; code < Currency.count(); code++) {
                row[1 + code] = reader.readLong();
            }
            restored.add(row);
        }
    }

    /** Puts those behind who are, when everything else has been restored. */
    void endRestore() {
        for (long[] row : restored) {
            putAccountBehind((int) row[0]);
            for (int code = 0; code < Currency.count(); code++) {
                totals.setTold((int) row[0], Currency.of(code), row[1 + code]);
            }
        }
        restored.clear();
    }
}
