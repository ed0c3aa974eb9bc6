package org.calx.index.forecast;

import java.util.Arrays;
import java.util.List;

/**
 * A fitted model.
 *
 * @param order its order
 * @param names of the coefficients
 * @param coefficients in the order of the names; the mean of the differenced series comes last where the model has one
 * @param standardErrors from the curvature of the logarithm of the likelihood
 * @param errorVariance variance of the one-step errors, maximum likelihood
 * @param logLikelihood of the differenced series
 * @param aic Akaike's criterion, the variance counted as a parameter
 */
public record ArimaFit(
        ArimaOrder order,
        List<String> names,
        double[] coefficients,
        double[] standardErrors,
        double errorVariance,
        double logLikelihood,
        double aic)
        implements Forecaster {

    @Override
    public String name() {
        return "arima";
    }

    @Override
    public double[] forecast(double[] history, int horizon) {
        double[] differenced = order.difference(history);
        double mean = names.contains("mean") ? coefficients[coefficients.length - 1] : 0;
        for (int at = 0; at < differenced.length; at++) {
            differenced[at] -= mean;
        }
        double[] ahead = new ArmaFilter(order.autoregression(coefficients), order.movingAverage(coefficients))
                .observe(differenced)
                .forecast(horizon);
        return order.integrate(
                history, Arrays.stream(ahead).map(value -> value + mean).toArray());
    }
}
