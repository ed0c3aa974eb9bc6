package org.calx.core.clearing;

import java.util.Arrays;
import org.calx.margin.CalendarCharge;

/**
 * How far fills could bring the months of each row of {@link MarginAccounts}, summed up for the flat calendar bound.
 *
 * <p>The largest reach of a row is known, or only that it is no larger than a number: when the largest month shrinks nobody looks for
 * the next. Where even that number leaves another term of the bound the smallest, the bound is what it is by the largest reach.
 */
final class Reaches {
    private final Positions positions;
    private long[] longs;
    private long[] shorts;
    private long[] sums;
    private long[] largest;
    private boolean[] isUpperBound;
    private long walks;

    Reaches(int rows, Positions positions) {
        this.positions = positions;
        longs = new long[rows];
        shorts = new long[rows];
        sums = new long[rows];
        largest = new long[rows];
        isUpperBound = new boolean[rows];
    }

    void grow(int rows) {
        longs = Arrays.copyOf(longs, rows);
        shorts = Arrays.copyOf(shorts, rows);
        sums = Arrays.copyOf(sums, rows);
        largest = Arrays.copyOf(largest, rows);
        isUpperBound = Arrays.copyOf(isUpperBound, rows);
    }

    /** Moves the ends of one month. */
    void move(int row, long oldLow, long oldHigh, long newLow, long newHigh) {
        long oldLong = Math.max(0, oldHigh);
        long oldShort = Math.max(0, -oldLow);
        long newLong = Math.max(0, newHigh);
        long newShort = Math.max(0, -newLow);
        long oldReach = Math.max(oldLong, oldShort);
        long newReach = Math.max(newLong, newShort);
        longs[row] += newLong - oldLong;
        shorts[row] += newShort - oldShort;
        sums[row] += newReach - oldReach;
        if (newReach >= largest[row]) {
            largest[row] = newReach;
            isUpperBound[row] = false;
        } else if (oldReach == largest[row]) {
            isUpperBound[row] = true;
        }
    }

    /** The sum of the months' reaches, lots. */
    long lots(int row) {
        return sums[row];
    }

    /** The most calendar spreads that fills could make. @param firstPosition of the row */
    long mostSpreads(int row, int firstPosition) {
        long most = CalendarCharge.mostSpreads(longs[row], shorts[row], sums[row], largest[row]);
        if (isUpperBound[row] && most == sums[row] - largest[row]) {
            findLargest(row, firstPosition);
            return CalendarCharge.mostSpreads(longs[row], shorts[row], sums[row], largest[row]);
        }
        return most;
    }

    /** The same with the ends of one month further apart. */
    long mostSpreadsWith(int row, int firstPosition, long oldLow, long oldHigh, long newLow, long newHigh) {
        long oldLong = Math.max(0, oldHigh);
        long oldShort = Math.max(0, -oldLow);
        long newLong = Math.max(0, newHigh);
        long newShort = Math.max(0, -newLow);
        long newReach = Math.max(newLong, newShort);
        long longsWith = longs[row] + newLong - oldLong;
        long shortsWith = shorts[row] + newShort - oldShort;
        long sumWith = sums[row] + newReach - Math.max(oldLong, oldShort);
        long most = CalendarCharge.mostSpreads(longsWith, shortsWith, sumWith, Math.max(largest[row], newReach));
        if (isUpperBound[row] && newReach < largest[row] && most == sumWith - largest[row]) {
            findLargest(row, firstPosition);
            return CalendarCharge.mostSpreads(longsWith, shortsWith, sumWith, Math.max(largest[row], newReach));
        }
        return most;
    }

    /** How often all positions of a row were looked at. */
    long walks() {
        return walks;
    }

    private void findLargest(int row, int firstPosition) {
        long most = 0;
        for (int at = firstPosition; at != Positions.NONE; at = positions.nextOfMargin(at)) {
            most = Math.max(most, Math.max(positions.longReach(at), positions.shortReach(at)));
        }
        largest[row] = most;
        isUpperBound[row] = false;
        walks++;
    }
}
