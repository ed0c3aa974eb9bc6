package org.calx.margin;

import java.util.Arrays;

/**
 * The weighted price risk of a product's months, the least that it can be over all fills: (loss active + loss of its pair − loss
 * 1 − loss 2) ÷ 2 over the net delta, where each month's position lies between a low and a high. Without orders it is exact.
 *
 * <p>Which scenario is active depends on the fills: all count that could be. For one of them the risk is a quotient of two sums
 * that are linear in the positions; its least value is found by going from a quotient to the positions that bring the
 * numerator furthest below it (Dinkelbach, Management Science 13, 1967), at most once for every month.
 *
 * <p>What all months lose at their low ends is a sum that can be kept; only months with a width, those with working orders, are
 * looked at one by one. Several widths of one month are as good as their sum.
 */
public final class PriceRisk {
    private static final int SCENARIOS = ScenarioArray.SCENARIOS;
    private static final int PAIRED = 14;
    private static final long BPS = 10_000;
    private static final int INITIAL_MONTHS = 32;

    private final long[] lowSums = new long[SCENARIOS];
    private final long[] leastMore = new long[SCENARIOS];
    private long[] losses;
    private int[] offsets = new int[INITIAL_MONTHS];
    private long[] widths = new long[INITIAL_MONTHS];
    private int months;
    private long netLow;
    private long netHigh;
    private long numerator;
    private long denominator;

    /** Begins with no months. @param arrays the arrays that {@link #add} points into */
    public void begin(long[] arrays) {
        losses = arrays;
        months = 0;
        netLow = 0;
        netHigh = 0;
        Arrays.fill(lowSums, 0);
    }

    /**
     * Begins with months of which sums are kept: in each scenario positions, whose vector begins at {@code at}, less open sells, whose
     * vector begins at {@code sellsAt}. Their widths must still be added.
     *
     * @param netLowLots the sum of the months' low ends
     */
    public void begin(long[] arrays, long[] positions, int at, long[] sells, int sellsAt, long netLowLots) {
        losses = arrays;
        months = 0;
        netLow = netLowLots;
        netHigh = netLowLots;
        for (int s = 0; s < SCENARIOS; s++) {
            lowSums[s] = positions[at + s] - sells[sellsAt + s];
        }
    }

    /** Adds a month, or what an order adds to one: its array begins at {@code offset}, its position is from {@code low} to {@code high}. */
    public void add(int offset, long low, long high) {
        if (low != 0) {
            for (int s = 0; s < SCENARIOS; s++) {
                lowSums[s] += low * losses[offset + s];
            }
            netLow += low;
            netHigh += low;
        }
        addWidth(offset, high - low);
    }

    /** Adds to the width of a month, lots not below 0. */
    public void addWidth(int offset, long lots) {
        if (lots == 0) {
            return;
        }
        if (months == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * months);
            widths = Arrays.copyOf(widths, 2 * months);
        }
        offsets[months] = offset;
        widths[months++] = lots;
        netHigh += lots;
    }

    /**
     * The credit on consumed delta, micros, rounded down.
     *
     * @param consumed units of delta × credit rate, of {@link CreditSpreads#form}
     * @param units units in a lot
     * @param capMicros the most that a lot's price risk counts for, 0 for no limit
     */
    public long creditMicros(long consumed, long units, long capMicros) {
        return consumed == 0 || !find() ? 0 : creditMicros(numerator, denominator, consumed, units, capMicros);
    }

    /** The same by a least risk that was found before: twice of it as a fraction, above 0. */
    public static long creditMicros(long numerator, long denominator, long consumed, long units, long capMicros) {
        long scale = Math.multiplyExact(units, BPS);
        boolean capped = capMicros > 0 && WideMath.isLess(capMicros, 2 * denominator, numerator, 1);
        return capped
                ? WideMath.multiplyDivideDown(capMicros, consumed, scale)
                : WideMath.multiplyDivideDown(numerator, consumed, Math.multiplyExact(2 * denominator, scale));
    }

    /** Twice the least risk found, times {@link #denominator}. */
    public long numerator() {
        return numerator;
    }

    /** Above 0. */
    public long denominator() {
        return denominator;
    }

    /** Finds the least risk, twice of it as a fraction. @return whether it is above 0, and the net delta never is 0 */
    public boolean find() {
        if (netLow <= 0 && netHigh >= 0) {
            return false;
        }
        int worst = worstOfLows();
        compareAllWith(worst);
        long numeratorOfAll = 0;
        long denominatorOfAll = 0;
        for (int s = 0; s < SCENARIOS; s++) {
            if (s == worst || canBeActive(s, worst)) {
                findLeast(s);
                if (numerator <= 0) {
                    return false;
                }
                if (denominatorOfAll == 0
                        || WideMath.isLess(numerator, denominatorOfAll, numeratorOfAll, denominator)) {
                    numeratorOfAll = numerator;
                    denominatorOfAll = denominator;
                }
            }
        }
        numerator = numeratorOfAll;
        denominator = denominatorOfAll;
        return true;
    }

    /** The active scenario of one combination of fills, which therefore can be active, and rules out most of the others. */
    private int worstOfLows() {
        int worst = 0;
        for (int s = 1; s < SCENARIOS; s++) {
            worst = lowSums[s] > lowSums[worst] ? s : worst;
        }
        return worst;
    }

    /** Sets the sums to what a scenario loses at least more than each other one. */
    private void compareAllWith(int scenario) {
        for (int s = 0; s < SCENARIOS; s++) {
            leastMore[s] = lowSums[scenario] - lowSums[s];
        }
        for (int m = 0; m < months; m++) {
            long loss = losses[offsets[m] + scenario];
            for (int s = 0; s < SCENARIOS; s++) {
                leastMore[s] += widths[m] * Math.min(0, loss - losses[offsets[m] + s]);
            }
        }
    }

    /** Whether no other scenario rules it out as the lowest one of the largest loss; the sums compare it with one. */
    private boolean canBeActive(int scenario, int compared) {
        if (rulesOut(compared, scenario, leastMore[scenario])) {
            return false;
        }
        for (int s = 0; s < SCENARIOS; s++) {
            if (s != scenario && s != compared && rulesOut(s, scenario, leastMore(s, scenario))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a scenario that loses at least so much more than another is always taken before it. */
    private static boolean rulesOut(int scenario, int other, long leastMore) {
        return scenario < other ? leastMore >= 0 : leastMore > 0;
    }

    private long leastMore(int scenario, int other) {
        long least = lowSums[scenario] - lowSums[other];
        for (int m = 0; m < months; m++) {
            least += widths[m] * Math.min(0, losses[offsets[m] + scenario] - losses[offsets[m] + other]);
        }
        return least;
    }

    private void findLeast(int scenario) {
        int pair = pair(scenario);
        long sign = netLow > 0 ? 1 : -1;
        long ofLows = lowSums[scenario] + lowSums[pair] - lowSums[0] - lowSums[1];
        numerator = ofLows;
        denominator = sign * netLow;
        boolean lower = months > 0;
        while (lower) {
            long sum = ofLows;
            long delta = sign * netLow;
            for (int m = 0; m < months; m++) {
                int at = offsets[m];
                long risk = losses[at + scenario] + losses[at + pair] - losses[at] - losses[at + 1];
                if (WideMath.compare(risk, denominator, sign, numerator) <= 0) {
                    sum += widths[m] * risk;
                    delta += sign * widths[m];
                }
            }
            lower = WideMath.compare(sum, denominator, numerator, delta) < 0;
            if (lower) {
                numerator = sum;
                denominator = delta;
            }
        }
    }

    private static int pair(int scenario) {
        return scenario < PAIRED ? scenario ^ 1 : scenario;
    }
}
