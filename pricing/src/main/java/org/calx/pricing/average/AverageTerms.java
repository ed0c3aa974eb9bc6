package org.calx.pricing.average;

import java.util.Arrays;

/**
 * A mean of n fixings, of which the first are known.
 *
 * @param fixings n, known and unknown, at least 1
 * @param fixedSum sum of the known fixings
 * @param fixedLogSum sum of their logarithms; only the geometric mean needs it
 * @param forwards expected value of each unknown fixing, above 0
 * @param variances total variance of the logarithm of each unknown fixing, not negative and not decreasing: volatility
 *     squared times the time to it, where the volatility may differ from fixing to fixing
 */
public record AverageTerms(int fixings, double fixedSum, double fixedLogSum, double[] forwards, double[] variances) {

    /** Checks the terms. @throws IllegalArgumentException when they contradict each other */
    public AverageTerms {
        if (forwards.length != variances.length || forwards.length > fixings || forwards.length < 1) {
            throw new IllegalArgumentException("unknown fixings " + forwards.length + " of " + fixings + ", variances "
                    + variances.length + "; at least one is unknown");
        }
        for (int i = 0; i < variances.length; i++) {
            if (!(forwards[i] > 0 && variances[i] >= (i == 0 ? 0 : variances[i - 1]) && variances[i] < 1e4)) {
                throw new IllegalArgumentException("fixing " + i + ": forward " + forwards[i] + ", variance "
                        + variances[i] + "; forwards are above 0 and variances do not fall");
            }
        }
    }

    /**
     * Terms with one forward and one volatility, the unknown fixings equally spaced.
     *
     * @param known number of known fixings and {@code knownMean} their mean
     * @param firstYears time to the first unknown fixing, {@code lastYears} to the last
     */
    public static AverageTerms flat(
            double forward,
            double volatility,
            int fixings,
            int known,
            double knownMean,
            double firstYears,
            double lastYears) {
        int unknown = fixings - known;
        if (known < 0 || unknown < 1 || firstYears < 0 || lastYears < firstYears) {
            throw new IllegalArgumentException("fixings " + fixings + ", known " + known + ", first after " + firstYears
                    + " years, last after " + lastYears);
        }
        double[] forwards = new double[unknown];
        double[] variances = new double[unknown];
        Arrays.fill(forwards, forward);
        for (int i = 0; i < unknown; i++) {
            double share = unknown == 1 ? 1 : (double) i / (unknown - 1);
            variances[i] = volatility * volatility * (firstYears + share * (lastYears - firstYears));
        }
        double fixedLogSum = known == 0 ? 0 : known * Math.log(knownMean);
        return new AverageTerms(fixings, known * knownMean, fixedLogSum, forwards, variances);
    }

    /** Expected mean: what a future that settles at it is worth. */
    public double expectedMean() {
        return (fixedSum + Arrays.stream(forwards).sum()) / fixings;
    }

    /** The strike less what the known fixings already contribute. */
    double remainingStrike(double strike) {
        return strike - fixedSum / fixings;
    }

    int unknown() {
        return forwards.length;
    }
}
