package org.calx.risk.volatility;

import java.util.Arrays;
import org.calx.risk.numeric.Gamma;

/**
 * The log-likelihood of a return series under a constant mean and a variance recursion, with its exact partial derivatives.
 *
 * <p>Presample squared error and presample variance are both the mean squared error of the sample at the same mean, as in
 * the benchmark of Fiorentini, Calzolari and Panattoni (Journal of Applied Econometrics 11, 1996), from which the recursion
 * of the derivatives is taken too. A presample error counts as half below 0.
 */
public final class LogLikelihood {
    static final int MEAN = 0;
    static final int OMEGA = 1;
    static final int ALPHA = 2;
    static final int GAMMA = 3;
    static final int BETA = 4;
    static final int NU = 5;
    static final int PARTIALS = 6;

    private static final int VARIANCE_PARTIALS = 5;

    private final double[] returns;
    private final double[] variancePartials = new double[VARIANCE_PARTIALS];
    private final double[] score = new double[PARTIALS];

    private VolatilityParameters at;
    private double variance;
    private double constant;
    private double constantByNu;

    /** What is done with the partial derivatives of one observation's log-likelihood. */
    @FunctionalInterface
    interface ScoreReader {
        void read(double[] score);
    }

    public LogLikelihood(double[] returns) {
        this.returns = returns;
    }

    /**
     * Sums the log-likelihood of all observations and shows each one's partial derivatives.
     *
     * @return NaN as soon as a variance is not above 0
     */
    double evaluate(VolatilityParameters parameters, ScoreReader reader) {
        begin(parameters);
        double sum = 0;
        for (double value : returns) {
            if (!(variance > 0)) {
                return Double.NaN;
            }
            double error = value - at.mean();
            sum += observe(error);
            reader.read(score);
            advance(error);
        }
        return sum;
    }

    /** The log-likelihood; NaN where a variance is not above 0. */
    public double value(VolatilityParameters parameters) {
        return evaluate(parameters, score -> {});
    }

    private void begin(VolatilityParameters parameters) {
        at = parameters;
        double sum = 0;
        double squares = 0;
        for (double value : returns) {
            double error = value - at.mean();
            sum += error;
            squares += error * error;
        }
        double meanSquare = squares / returns.length;
        variance = at.first(meanSquare);
        Arrays.fill(variancePartials, meanSquare);
        variancePartials[MEAN] = -2 * at.persistence() * sum / returns.length;
        variancePartials[OMEGA] = 1;
        variancePartials[GAMMA] = meanSquare / 2;
        beginErrors(at.degreesOfFreedom());
    }

    private void beginErrors(double nu) {
        if (Double.isInfinite(nu)) {
            constant = -0.5 * Math.log(2 * Math.PI);
            constantByNu = 0;
        } else {
            constant = Gamma.logGamma((nu + 1) / 2) - Gamma.logGamma(nu / 2) - 0.5 * Math.log(Math.PI * (nu - 2));
            constantByNu = 0.5 * (Gamma.digamma((nu + 1) / 2) - Gamma.digamma(nu / 2) - 1 / (nu - 2));
        }
    }

    /** The log-likelihood of one error, and its partial derivatives into {@link #score}. */
    private double observe(double error) {
        double square = error * error / variance;
        double nu = at.degreesOfFreedom();
        double weight = 1;
        double density = -0.5 * square;
        if (!Double.isInfinite(nu)) {
            double logTerm = Math.log1p(square / (nu - 2));
            weight = (nu + 1) / (nu - 2 + square);
            density = -0.5 * (nu + 1) * logTerm;
            score[NU] = constantByNu + 0.5 * (weight * square / (nu - 2) - logTerm);
        }
        double byVariance = 0.5 * (weight * square - 1) / variance;
        for (int i = 0; i < VARIANCE_PARTIALS; i++) {
            score[i] = byVariance * variancePartials[i];
        }
        score[MEAN] += weight * error / variance;
        return constant - 0.5 * Math.log(variance) + density;
    }

    private void advance(double error) {
        double square = error * error;
        boolean below = error < 0;
        double weight = below ? at.alpha() + at.gamma() : at.alpha();
        double beta = at.beta();
        variancePartials[MEAN] = beta * variancePartials[MEAN] - 2 * weight * error;
        variancePartials[OMEGA] = beta * variancePartials[OMEGA] + 1;
        variancePartials[ALPHA] = beta * variancePartials[ALPHA] + square;
        variancePartials[GAMMA] = beta * variancePartials[GAMMA] + (below ? square : 0);
        variancePartials[BETA] = beta * variancePartials[BETA] + variance;
        variance = at.next(error, variance);
    }

    /** The variance forecast for each observation, and one more for the step after the last. */
    public double[] variances(VolatilityParameters parameters) {
        begin(parameters);
        double[] variances = new double[returns.length + 1];
        for (int t = 0; t < returns.length; t++) {
            variances[t] = variance;
            advance(returns[t] - at.mean());
        }
        variances[returns.length] = variance;
        return variances;
    }
}
