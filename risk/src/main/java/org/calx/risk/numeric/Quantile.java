package org.calx.risk.numeric;

import java.util.Arrays;

/** Quantiles of a sample. */
public final class Quantile {
    private Quantile() {}

    /**
     * The inverse of the empirical distribution function: the smallest value that at least a share p of the sample does not
     * exceed (Hyndman and Fan 1996, type 1). Always a value of the sample.
     *
     * @param sample at least one number, in any order
     * @param p above 0, at most 1
     */
    public static double of(double[] sample, double p) {
        if (sample.length == 0 || !(p > 0) || p > 1) {
            throw new IllegalArgumentException("a quantile needs a sample and a share in (0, 1]");
        }
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        return sorted[rank(sample.length, p) - 1];
    }

    /** The smallest k with k / n at least p, safe from the rounding of p · n. */
    public static int rank(int n, double p) {
        int k = (int) Math.ceil(p * n - 1e-9);
        return Math.clamp(k, 1, n);
    }
}
