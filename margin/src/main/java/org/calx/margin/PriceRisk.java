package org.calx.margin;

import java.util.Arrays;

/**
 * The weighted price risk of a product's months, the least that it can be over all fills: (loss active + loss of its pair − loss
 * 1 − loss 2) ÷ 2 over the net delta, where each month's position lies between a low and a high. Without orders it is exact.
 *
 * <p>Which scenario is active depends on the fills: all count that could be. For one of them the risk is a quotient of two sums
 * that are linear in the positions; its least value is found by going from a quotient to the positions that bring the
 * numerator furthest below it (Dinkelbach, Management Science 13, 1967), at most once for every month.
 */
public final class PriceRisk {
    private static final int SCENARIOS = ScenarioArray.SCENARIOS;
    private static final int PAIRED = 14;
    private static final long BPS = 10_000;
    private static final int INITIAL_MONTHS = 32;

    private final long[] sums = new long[SCENARIOS];
    private long[] losses;
    private int[] offsets = new int[INITIAL_MONTHS];
    private long[] lows = new long[INITIAL_MONTHS];
    private long[] highs = new long[INITIAL_MONTHS];
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
    }

    /** Adds a month: its array begins at {@code offset}, its position is from {@code low} to {@code high} lots. */
    public void add(int offset, long low, long high) {
        if (months == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * months);
            lows = Arrays.copyOf(lows, 2 * months);
            highs = Arrays.copyOf(highs, 2 * months);
        }
        offsets[months] = offset;
        lows[months] = low;
        highs[months++] = high;
        netLow += low;
        netHigh += high;
    }

    /**
     * The credit on consumed delta, micros, rounded down.
     *
     * @param consumed units of delta × credit rate, of {@link CreditSpreads#form}
     * @param units units in a lot
     * @param capMicros the most that a lot's price risk counts for, 0 for no limit
     */
    public long creditMicros(long consumed, long units, long capMicros) {
        if (consumed == 0 || (netLow <= 0 && netHigh >= 0) || !findLeast()) {
            return 0;
        }
        long scale = Math.multiplyExact(units, BPS);
        boolean capped = capMicros > 0 && WideMath.isLess(capMicros, 2 * denominator, numerator, 1);
        return capped
                ? WideMath.multiplyDivideDown(capMicros, consumed, scale)
                : WideMath.multiplyDivideDown(numerator, consumed, Math.multiplyExact(2 * denominator, scale));
    }

    /** Finds the least risk, twice of it as a fraction. @return whether it is above 0 */
    private boolean findLeast() {
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
        Arrays.fill(sums, 0);
        for (int m = 0; m < months; m++) {
            for (int s = 0; s < SCENARIOS; s++) {
                sums[s] += lows[m] * losses[offsets[m] + s];
            }
        }
        int worst = 0;
        for (int s = 1; s < SCENARIOS; s++) {
            worst = sums[s] > sums[worst] ? s : worst;
        }
        return worst;
    }

    /** Sets the sums to what a scenario loses at least more than each other one. */
    private void compareAllWith(int scenario) {
        Arrays.fill(sums, 0);
        for (int m = 0; m < months; m++) {
            long loss = losses[offsets[m] + scenario];
            for (int s = 0; s < SCENARIOS; s++) {
                long more = loss - losses[offsets[m] + s];
                sums[s] += Math.min(more * lows[m], more * highs[m]);
            }
        }
    }

    /** Whether no other scenario rules it out as the lowest one of the largest loss; the sums compare it with one. */
    private boolean canBeActive(int scenario, int compared) {
        if (rulesOut(compared, scenario, sums[scenario])) {
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
        long least = 0;
        for (int m = 0; m < months; m++) {
            long more = losses[offsets[m] + scenario] - losses[offsets[m] + other];
            least += Math.min(more * lows[m], more * highs[m]);
        }
        return least;
    }

    private void findLeast(int scenario) {
        long sign = netLow > 0 ? 1 : -1;
        numerator = 0;
        denominator = sign * netLow;
        for (int m = 0; m < months; m++) {
            numerator += lows[m] * risk(m, scenario);
        }
        boolean lower = true;
        while (lower) {
            long sum = 0;
            long delta = 0;
            for (int m = 0; m < months; m++) {
                long risk = risk(m, scenario);
                boolean low = WideMath.compare(risk, denominator, sign, numerator) > 0;
                sum += (low ? lows[m] : highs[m]) * risk;
                delta += sign * (low ? lows[m] : highs[m]);
            }
            lower = WideMath.compare(sum, denominator, numerator, delta) < 0;
            if (lower) {
                numerator = sum;
                denominator = delta;
            }
        }
    }

    /** Twice the price risk of one long lot in a scenario. */
    private long risk(int month, int scenario) {
        int at = offsets[month];
        int pair = scenario < PAIRED ? scenario ^ 1 : scenario;
        return losses[at + scenario] + losses[at + pair] - losses[at] - losses[at + 1];
    }
}
