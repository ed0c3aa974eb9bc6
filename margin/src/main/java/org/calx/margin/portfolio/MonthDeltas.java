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

    /** The first contract behind those of each month. */
    private final int[] ends;

    /** The sums of the first contracts' deltas, from none to all. */
    private final long[] sums;

    /** What remains of each month, then what was taken from each. */
    private final long[] amounts;

    /** What a computation begins with, laid out likewise. */
    private final long[] fresh;

    private long freshTotal;
    private long total;
    private long denominator;
    private long chargeUnits;

    /** @param monthOfContract ascending */
    MonthDeltas(int[] monthOfContract) {
        months = Arrays.stream(monthOfContract).distinct().toArray();
        ends = Arrays.stream(months)
                .map(month -> (int) Arrays.stream(monthOfContract)
                        .filter(other -> other <= month)
                        .count())
                .toArray();
        sums = new long[monthOfContract.length + 1];
        amounts = new long[2 * months.length];
        fresh = new long[2 * months.length];
    }

    /** Sets what computations begin with: lots times delta × 10,000 of every contract, of which the sum must fit a {@code long}. */
    void set(long[] lots, long[] scaledDeltas) {
        long sum = 0;
        for (int i = 0; i < scaledDeltas.length; i++) {
            sum += lots[i] * scaledDeltas[i];
            sums[i + 1] = sum;
        }
        long before = 0;
        for (int place = 0; place < ends.length; place++) {
            long through = sums[ends[place]];
            fresh[place] = through - before;
            before = through;
        }
        freshTotal = sum;
    }

    /** Begins a computation: nothing is consumed or charged. */
    void restart() {
        System.arraycopy(fresh, 0, amounts, 0, amounts.length);
        total = freshTotal;
        denominator = 1;
        chargeUnits = 0;
    }

    /** Signed net of all months that computations begin with, × 10,000. */
    long freshTotal() {
        return freshTotal;
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
        return amounts[place];
    }

    /** What was taken from a month, units. */
    long consumed(int place) {
        return amounts[months.length + place];
    }

    /** Lets what was consumed so far count as consumed by no calendar spread. */
    void forgetConsumed() {
        Arrays.fill(amounts, months.length, amounts.length, 0);
    }

    /** Signed net of the months from one place up to, not including, another. */
    long net(int from, int to) {
        long net = 0;
        for (int place = from; place < to; place++) {
            net = Math.addExact(net, amounts[place]);
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
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = Math.multiplyExact(amounts[i], factor);
        }
    }

    /** Takes signed units from the net of all months. */
    void take(long signedUnits) {
        total -= signedUnits;
    }

    /** Takes signed units, no more than the net of a range of months, from those of them that have their sign, nearest first. */
    void consume(int from, int to, long signedUnits) {
        long sign = Long.signum(signedUnits);
        long left = Math.abs(signedUnits);
        for (int place = from; place < to && left > 0; place++) {
            long taken = Math.min(left, Math.max(0, sign * amounts[place]));
            amounts[place] -= sign * taken;
            amounts[months.length + place] += taken;
            left -= taken;
        }
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
