package org.calx.pricing.american;

import org.calx.pricing.numeric.Elementary;

/**
 * The times of exercise at which an option's premium is summed, and what the sum needs of the boundary there.
 *
 * @param logBoundary logarithm of the boundary over the strike
 * @param boundary the boundary over the strike
 * @param deviation volatility times root of the time until then
 * @param weight with interest and discount
 */
public record ExerciseTimes(double[] logBoundary, double[] boundary, double[] deviation, double[] weight) {
    private static final double FARTHEST = 37.5;

    ExerciseTimes(int size) {
        this(new double[size], new double[size], new double[size], new double[size]);
    }

    /**
     * What early exercise of a put is worth. One density serves both tails of a time, since
     * {@code spot n(z - v) = payment B n(z)} with B the boundary.
     */
    double premium(double spot, double payment, double logMoneyness) {
        double sum = 0;
        for (int i = 0; i < weight.length; i++) {
            double centre = (logBoundary[i] - logMoneyness) / deviation[i];
            double z = Math.clamp(centre + 0.5 * deviation[i], -FARTHEST, FARTHEST);
            double later = Math.clamp(centre - 0.5 * deviation[i], -FARTHEST, FARTHEST);
            double below = Elementary.belowMills(Math.abs(z));
            double belowLater = Elementary.belowMills(Math.abs(later));
            double shared = payment * Elementary.density(z) / (below * belowLater);
            double tail = Elementary.aboveMills(Math.abs(z)) * belowLater * shared;
            double tailLater = Elementary.aboveMills(Math.abs(later)) * below * shared * boundary[i];
            sum += weight[i] * ((z < 0 ? tail : payment - tail) - (later < 0 ? tailLater : spot - tailLater));
        }
        return sum;
    }
}
