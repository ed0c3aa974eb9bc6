package org.calx.index.forecast;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The test of Diebold and Mariano (1995) that two forecasts are equally good, with the correction of Harvey, Leybourne and Newbold
 * (1997) for few forecasts.
 *
 * @param statistic below 0 where the first forecast has lost less; by Student's distribution with one degree of freedom less than there are
 *     forecasts
 * @param pValue two-sided probability that losses at least so different arise between equally good forecasts
 */
public record DieboldMariano(double statistic, double pValue) {
    private static final DieboldMariano NO_DIFFERENCE = new DieboldMariano(0, 1);

    /**
     * Tests.
     *
     * @param losses of one forecast, in the order of the origins
     * @param others of the other
     * @param spacing steps between two origins
     * @param horizon steps ahead; losses nearer than this are correlated
     * @return statistic 0 and probability 1 if the losses do not differ, or are fewer than three
     */
    public static DieboldMariano of(double[] losses, double[] others, int horizon, int spacing) {
        int count = losses.length;
        double mean = 0;
        for (int at = 0; at < count; at++) {
            mean += (losses[at] - others[at]) / count;
        }
        int lags = Math.min(count - 1, (horizon - 1) / spacing);
        double variance = 0;
        for (int lag = 0; lag <= lags; lag++) {
            double covariance = 0;
            for (int at = lag; at < count; at++) {
                covariance += (losses[at] - others[at] - mean) * (losses[at - lag] - others[at - lag] - mean) / count;
            }
            // Bartlett's weights keep the sum positive.
            variance += (lag == 0 ? 1 : 2 * (1 - lag / (lags + 1.0))) * covariance;
        }
        if (!(variance > 0) || count < 3) {
            return NO_DIFFERENCE;
        }
        double effective = lags + 1;
        double correction = Math.sqrt((count + 1 - 2 * effective + effective * (effective - 1) / count) / count);
        double statistic = mean / Math.sqrt(variance / count) * (Double.isNaN(correction) ? 1 : correction);
        return new DieboldMariano(
                statistic, 2 * new TDistribution(count - 1).cumulativeProbability(-Math.abs(statistic)));
    }
}
