package org.calx.core.clearing;

import java.util.Arrays;
import org.calx.margin.SpreadBox;
import org.calx.margin.SpreadCharges;

/**
 * For rows of {@link MarginAccounts} in products with charges by tiers or credits: the low and the high delta of each bucket of
 * months over all fills, kept up to date, and what the charges come to, computed when asked for.
 */
final class SpreadBoxes {
    /** Low and high deltas of a row. */
    private static final int WIDTH = 2 * SpreadBox.MAX_BUCKETS;

    private static final int RESULTS = 4;

    private long[] deltas;
    private long[] results;
    private boolean[] kept;
    private boolean[] stale;
    private final long[] with = new long[WIDTH];
    private final SpreadBox box = new SpreadBox();
    private final SpreadBox boxWith = new SpreadBox();
    private int withRow;

    SpreadBoxes(int rows) {
        deltas = new long[0];
        results = new long[0];
        kept = new boolean[rows];
        stale = new boolean[rows];
    }

    /** Makes room for so many rows. */
    void grow(int rows) {
        kept = Arrays.copyOf(kept, rows);
        stale = Arrays.copyOf(stale, rows);
        if (deltas.length != 0) {
            makeRoom();
        }
    }

    private void makeRoom() {
        deltas = Arrays.copyOf(deltas, kept.length * WIDTH);
        results = Arrays.copyOf(results, kept.length * RESULTS);
    }

    /** Begins or ends to keep a row, from nothing. */
    void keep(int row, boolean keep) {
        kept[row] = keep;
        stale[row] = true;
        if (keep) {
            if (deltas.length == 0) {
                makeRoom();
            }
            Arrays.fill(deltas, row * WIDTH, (row + 1) * WIDTH, 0);
        }
    }

    boolean isKept(int row) {
        return kept[row];
    }

    /** Moves the ends of a bucket. */
    void move(int row, int bucket, long byLow, long byHigh) {
        deltas[row * WIDTH + 2 * bucket] += byLow;
        deltas[row * WIDTH + 2 * bucket + 1] += byHigh;
        stale[row] = true;
    }

    /** The row's calendar and delivery charges. */
    long chargesMicros(int row, SpreadCharges charges) {
        update(row, charges);
        return results[row * RESULTS] + results[row * RESULTS + 1];
    }

    /** The least delta that the row's spreads between months leave, in the units of its charges. */
    long netLow(int row, SpreadCharges charges) {
        update(row, charges);
        return results[row * RESULTS + 2];
    }

    /** The most. */
    long netHigh(int row, SpreadCharges charges) {
        update(row, charges);
        return results[row * RESULTS + 3];
    }

    private void update(int row, SpreadCharges charges) {
        if (stale[row]) {
            charges.compute(deltas, row * WIDTH, box);
            set(row, box);
        }
    }

    private void set(int row, SpreadBox of) {
        results[row * RESULTS] = of.calendarMicros();
        results[row * RESULTS + 1] = of.deliveryMicros();
        results[row * RESULTS + 2] = of.netLow();
        results[row * RESULTS + 3] = of.netHigh();
        stale[row] = false;
    }

    /** Forgets the order that was asked for last. */
    void forgetWith() {
        withRow = MarginAccounts.NONE;
    }

    /** The order that was asked for last has been added. */
    void takeOver(int row) {
        if (withRow == row && row != MarginAccounts.NONE) {
            set(row, boxWith);
        }
        forgetWith();
    }

    /**
     * What the row's charges would be with an order that moves the ends of a bucket; holds until the next call.
     *
     * @param row which may be {@link MarginAccounts#NONE}
     */
    SpreadBox with(int row, SpreadCharges charges, int bucket, long byLow, long byHigh) {
        if (row == MarginAccounts.NONE) {
            Arrays.fill(with, 0);
        } else {
            System.arraycopy(deltas, row * WIDTH, with, 0, 2 * charges.buckets());
        }
        with[2 * bucket] += byLow;
        with[2 * bucket + 1] += byHigh;
        charges.compute(with, 0, boxWith);
        withRow = row;
        return boxWith;
    }
}
