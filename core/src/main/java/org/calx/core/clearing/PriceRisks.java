package org.calx.core.clearing;

import java.util.Arrays;
import org.calx.core.reference.Accounts;
import org.calx.core.reference.Instruments;
import org.calx.margin.PriceRisk;
import org.calx.margin.ScanningRisk;
import org.calx.margin.ScenarioArray;

/**
 * For rows of {@link MarginAccounts} in products that spreads with others name: the least {@link PriceRisk} over all fills. Kept
 * up to date are the sums that it needs of all months, and a list of the months with working orders, the only ones that are looked
 * at one by one; the risk itself is found when asked for.
 */
final class PriceRisks {
    private static final int WIDTH = ScenarioArray.SCENARIOS;

    private final Instruments instruments;
    private final Accounts accounts;
    private final Positions positions;
    private final PriceRisk risk = new PriceRisk();

    private boolean[] kept = {false};
    private long[] sellLosses = new long[WIDTH];
    private long[] netLows = {0};
    private boolean[] stale = {false};
    private long[] numerators = {0};
    private long[] denominators = {0};

    private int withRow;
    private boolean withFound;

    private int[] firstWorking = {Positions.NONE};
    private boolean[] isWorking = {false};
    private int[] nextWorking = {Positions.NONE};
    private int[] previousWorking = {Positions.NONE};

    PriceRisks(Instruments instruments, Accounts accounts, Positions positions) {
        this.instruments = instruments;
        this.accounts = accounts;
        this.positions = positions;
    }

    boolean isKept(int row) {
        return row < kept.length && kept[row];
    }

    /** Begins or ends to keep a row, counted from its positions as they are. */
    void keep(int row, boolean keep, int firstPosition) {
        if (isKept(row)) {
            while (firstWorking[row] != Positions.NONE) {
                unlink(row, firstWorking[row]);
            }
            kept[row] = false;
        }
        if (!keep) {
            return;
        }
        makeRoom(row);
        kept[row] = true;
        clearLosses(row);
        netLows[row] = 0;
        for (int at = firstPosition; at != Positions.NONE; at = positions.nextOfMargin(at)) {
            addSells(row, at);
            if (!instruments.isOption(positions.instrumentId(at))) {
                noteReach(at, 0);
            }
        }
    }

    private void addSells(int row, int position) {
        long lots = positions.openSellLots(position);
        if (lots != 0) {
            ScanningRisk.addPosition(
                    sellLosses, row * WIDTH, instruments.riskArrays().losses(), offset(position), lots);
        }
    }

    /** Makes what depends on tables zero. */
    void clearLosses(int row) {
        if (isKept(row)) {
            Arrays.fill(sellLosses, row * WIDTH, (row + 1) * WIDTH, 0);
            stale[row] = true;
        }
    }

    /** Adds an order's loss, or takes it away with negative lots. */
    void addOrder(int row, long[] losses, int offset, int sign, long lots) {
        if (isKept(row)) {
            stale[row] = true;
            if (sign < 0) {
                ScanningRisk.addPosition(sellLosses, row * WIDTH, losses, offset, lots);
            }
        }
    }

    /** Something that the row's risk depends on has changed. */
    void invalidate(int row) {
        if (isKept(row)) {
            stale[row] = true;
        }
    }

    /** Counts a future's row of {@link Positions} anew that had this low end before it changed. */
    void noteReach(int position, long oldLow) {
        int row = positions.marginRow(position);
        if (!isKept(row)) {
            return;
        }
        stale[row] = true;
        netLows[row] += positions.low(position) - oldLow;
        makeRoomForPosition(position);
        boolean works = positions.low(position) != positions.high(position);
        if (works && !isWorking[position]) {
            link(row, position);
        } else if (!works && isWorking[position]) {
            unlink(row, position);
        }
    }

    /** Forgets the order that was asked for last. */
    void forgetWith() {
        withRow = MarginAccounts.NONE;
    }

    /** The order that was asked for last has been added. */
    void takeOver(int row) {
        if (withRow == row && row != MarginAccounts.NONE) {
            set(row, withFound);
        }
        forgetWith();
    }

    private void set(int row, boolean found) {
        numerators[row] = found ? risk.numerator() : 0;
        denominators[row] = risk.denominator();
        stale[row] = false;
    }

    /** Finds the row's least risk. @return whether it is above 0 */
    boolean find(int row, long[] positionLosses) {
        if (stale[row]) {
            forgetWith();
            begin(row, positionLosses);
            set(row, risk.find());
        }
        return numerators[row] > 0;
    }

    /** The credit that the row's risk gives, which must have been found, as {@link PriceRisk#creditMicros(long, long, long)}. */
    long creditMicros(int row, long consumed, long units, long capMicros) {
        return PriceRisk.creditMicros(numerators[row], denominators[row], consumed, units, capMicros);
    }

    /** The credit that it would give with one more order in a future. @param row which may be {@link MarginAccounts#NONE} */
    long creditWithMicros(
            int row,
            long[] positionLosses,
            int offset,
            int sign,
            long lots,
            long consumed,
            long units,
            long capMicros) {
        if (row == MarginAccounts.NONE) {
            risk.begin(instruments.riskArrays().losses());
        } else {
            begin(row, positionLosses);
        }
        risk.add(offset, sign > 0 ? 0 : -lots, sign > 0 ? lots : 0);
        withRow = row;
        withFound = risk.find();
        return withFound ? PriceRisk.creditMicros(risk.numerator(), risk.denominator(), consumed, units, capMicros) : 0;
    }

    private void begin(int row, long[] positionLosses) {
        risk.begin(
                instruments.riskArrays().losses(),
                positionLosses,
                row * ScanningRisk.ROWS,
                sellLosses,
                row * WIDTH,
                netLows[row]);
        for (int at = firstWorking[row]; at != Positions.NONE; at = nextWorking[at]) {
            risk.addWidth(offset(at), positions.high(at) - positions.low(at));
        }
    }

    private int offset(int position) {
        return instruments
                .riskArrays()
                .offset(
                        positions.instrumentId(position),
                        accounts.risk(positions.accountId(position)).rating());
    }

    private void link(int row, int position) {
        int next = firstWorking[row];
        isWorking[position] = true;
        nextWorking[position] = next;
        previousWorking[position] = Positions.NONE;
        if (next != Positions.NONE) {
            previousWorking[next] = position;
        }
        firstWorking[row] = position;
    }

    private void unlink(int row, int position) {
        int next = nextWorking[position];
        int previous = previousWorking[position];
        isWorking[position] = false;
        if (next != Positions.NONE) {
            previousWorking[next] = previous;
        }
        if (previous == Positions.NONE) {
            firstWorking[row] = next;
        } else {
            nextWorking[previous] = next;
        }
    }

    private void makeRoom(int row) {
        if (row >= kept.length) {
            int capacity = Math.max(2 * kept.length, row + 1);
            kept = Arrays.copyOf(kept, capacity);
            sellLosses = Arrays.copyOf(sellLosses, capacity * WIDTH);
            netLows = Arrays.copyOf(netLows, capacity);
            stale = Arrays.copyOf(stale, capacity);
            numerators = Arrays.copyOf(numerators, capacity);
            denominators = Arrays.copyOf(denominators, capacity);
            firstWorking = Arrays.copyOf(firstWorking, capacity);
        }
    }

    private void makeRoomForPosition(int position) {
        if (position >= isWorking.length) {
            int capacity = Math.max(2 * isWorking.length, position + 1);
            isWorking = Arrays.copyOf(isWorking, capacity);
            nextWorking = Arrays.copyOf(nextWorking, capacity);
            previousWorking = Arrays.copyOf(previousWorking, capacity);
        }
    }
}
