package org.calx.risk.volatility;

import java.util.List;

/**
 * A fitted volatility model.
 *
 * @param names of the model's own parameters, in the order of {@code estimates} and the standard errors
 * @param parameters the estimates as parameters of the recursion
 * @param converged whether the search ended at a maximum
 * @param variances the variance forecast for each observation, and one more for the step after the last
 */
public record VolatilityFit(
        VolatilityModel model,
        ErrorDistribution errors,
        List<String> names,
        double[] estimates,
        StandardErrors standardErrors,
        VolatilityParameters parameters,
        double logLikelihood,
        int iterations,
        boolean converged,
        double[] variances) {

    /** Standard deviation forecast for the step after the last observation. */
    public double forecastVolatility() {
        return Math.sqrt(variances[variances.length - 1]);
    }

    /** Standard deviation forecast for each observation from what was before it. */
    public double[] volatilities() {
        double[] volatilities = new double[variances.length - 1];
        for (int t = 0; t < volatilities.length; t++) {
            volatilities[t] = Math.sqrt(variances[t]);
        }
        return volatilities;
    }
}
