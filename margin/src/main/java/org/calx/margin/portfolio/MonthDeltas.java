package org.calx.margin.portfolio;

import java.util.Arrays;
import org.calx.margin.WideMath;

/**
 * The deltas of one product by contract month, in exact fractions: every amount is a whole number of units, of which
 * {@code MarginKernel.SCALE × denominator()} make 1.0000 delta. A spread that does not go up in whole units makes the
 * units finer.
 */
final class MonthDeltas {
    private final int[] months;
    private final long[] units;
    private final long[] consumed;
    private final long[] saved;
    private long savedTotal;
    private long total;
    private long denominator;
    private long chargeUnits;

    /** @param months contract months, ascending */
    MonthDeltas(int[] months) {
        this.months = months;
        units = new long[months.length];
        consumed = new long[months.length];
        saved = new long[months.length];
    }

    /** Begins with no delta. */
    void clear() {
        Arrays.fill(units, 0);
        Arrays.fill(consumed, 0);
        total = 0;
        denominator = 1;
        chargeUnits = 0;
    }

    /** Adds delta × 10,000 to the month at a place; the sum of all must fit a {@code long}. */
    void add(int place, long scaledDelta) {
        units[place] += scaledDelta;
        total += scaledDelta;
    }

    /** Signed net of all months. */
    long total() {
        return total;
    }

    /** Units of which {@code MarginKernel.SCALE} times as many make 1.0000 delta. */
    long denominator() {
        return denominator;
    }

    int size() {
        return months.length;
    }

    int month(int place) {
        return months[place];
    }

    /** What remains of a month, signed units. */
    long units(int place) {
        return units[place];
    }

    /** What was taken from a month, units. */
    long consumed(int place) {
        return consumed[place];
    }

    /** Lets what was consumed so far count as consumed by no calendar spread. */
    void forgetConsumed() {
        Arrays.fill(consumed, 0);
    }

    /** Keeps what was added as what every computation begins with. */
    void save() {
        System.arraycopy(units, 0, saved, 0, units.length);
        savedTotal = total;
    }

    /** Begins again with what was saved. */
    void restore() {
        clear();
        System.arraycopy(saved, 0, units, 0, units.length);
        total = savedTotal;
    }

    /** Signed net of the months from one place up to, not including, another. */
    long net(int from, int to) {
        long net = 0;
        for (int place = from; place < to; place++) {
            net = Math.addExact(net, units[place]);
        }
        return net;
    }

    /** Makes units finer: each becomes {@code factor} units. */
    void refine(long factor) {
        if (factor == 1) {
            return;
        }
        denominator = Math.multiplyExact(denominator, factor);
        total = Math.multiplyExact(total, factor);
        chargeUnits = Math.multiplyExact(chargeUnits, factor);
        for (int place = 0; place < units.length; place++) {
            units[place] = Math.multiplyExact(units[place], factor);
            consumed[place] = Math.multiplyExact(consumed[place], factor);
        }
    }

    /** Takes units from the months of a range that have the sign of their net, nearest first. */
    void consume(int from, int to, boolean positive, long amount) {
        long left = amount;
        for (int place = from; place < to && left > 0; place++) {
            long available = positive ? units[place] : -units[place];
            long taken = Math.min(left, Math.max(0, available));
            units[place] -= positive ? taken : -taken;
            consumed[place] += taken;
            left -= taken;
        }
        total -= positive ? amount - left : left - amount;
    }

    /** Adds spreads × rate, with spreads in units. */
    void charge(long spreadUnits, long rate) {
        chargeUnits = Math.addExact(chargeUnits, Math.multiplyExact(spreadUnits, rate));
    }

    /** The charges so far in minor units, rounded up. */
    long chargeUp() {
        return toMoneyUp(chargeUnits);
    }

    /** Units × rate as minor units, rounded up. */
    long toMoneyUp(long unitsTimesRate) {
        return WideMath.divideUp(unitsTimesRate, Math.multiplyExact(MarginKernel.SCALE, denominator));
    }
}
