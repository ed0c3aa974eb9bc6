package org.calx.risk.addon;

import java.util.Arrays;
import org.calx.risk.numeric.Quantile;

/**
 * How far a price may move while a position is closed out, as a share of the price: from recent times, from the long run
 * and from stressed times.
 *
 * @param current the quantile of moves divided by their day's volatility, times today's
 * @param longRun the quantile of all moves
 * @param stressed the quantile of moves in the most volatile {@value #STRESSED_DAYS} days
 */
public record ScanRangeEstimate(double current, double longRun, double stressed) {
    /** Days of the stressed window: a year of trading. */
    public static final int STRESSED_DAYS = 250;

    private static final int LEAST_DAYS = 20;

    /**
     * Estimates.
     *
     * @param shifts relative moves of one day, oldest first
     * @param confidence above 0, below 1: the share of absolute moves that the range covers
     * @param horizonDays days to close out; a range grows with their square root
     * @param decay weight of the day before in the volatility (EWMA), from 0 to below 1
     * @throws IllegalArgumentException if there are fewer than {@value #LEAST_DAYS} shifts
     */
    public static ScanRangeEstimate of(double[] shifts, double confidence, double horizonDays, double decay) {
        if (shifts.length < LEAST_DAYS) {
            throw new IllegalArgumentException("a scan range needs " + LEAST_DAYS + " moves or more");
        }
        double[] magnitudes = Arrays.stream(shifts).map(Math::abs).toArray();
        double root = Math.sqrt(horizonDays);
        double[] variances = variances(shifts, decay);
        double[] standardised = new double[shifts.length];
        for (int day = 0; day < shifts.length; day++) {
            standardised[day] = variances[day] > 0 ? magnitudes[day] / Math.sqrt(variances[day]) : 0;
        }
        double today = Math.sqrt(variances[shifts.length]);
        return new ScanRangeEstimate(
                root * today * Quantile.of(standardised, confidence),
                root * Quantile.of(magnitudes, confidence),
                root * Quantile.of(stressedWindow(magnitudes), confidence));
    }

    /** Each day's variance as known the day before, and tomorrow's; the first is the mean square. */
    private static double[] variances(double[] shifts, double decay) {
        double[] variances = new double[shifts.length + 1];
        variances[0] =
                Arrays.stream(shifts).map(shift -> shift * shift).average().orElseThrow();
        for (int day = 0; day < shifts.length; day++) {
            variances[day + 1] = decay * variances[day] + (1 - decay) * shifts[day] * shifts[day];
        }
        return variances;
    }

    private static double[] stressedWindow(double[] magnitudes) {
        int length = Math.min(STRESSED_DAYS, magnitudes.length);
        double sum = 0;
        double most = -1;
        int end = length;
        for (int day = 0; day < magnitudes.length; day++) {
            sum += magnitudes[day] * magnitudes[day];
            sum -= day >= length ? magnitudes[day - length] * magnitudes[day - length] : 0;
            if (day >= length - 1 && sum > most) {
                most = sum;
                end = day + 1;
            }
        }
        return Arrays.copyOfRange(magnitudes, end - length, end);
    }
}
