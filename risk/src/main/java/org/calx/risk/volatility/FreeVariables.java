package org.calx.risk.volatility;

import java.util.Arrays;

/**
 * Free variables for the search: any real numbers give parameters inside the bounds, of the size of the data.
 *
 * <p>The variables are mean (in standard deviations from the sample's), ln of omega (against the sample variance), logit of
 * the persistence, logit of the errors' part in it, logit of the part of errors above 0 in that, ln of nu − 2.
 */
final class FreeVariables {
    private static final double MOST_FREEDOM = 1e6;

    private final ParameterSpace space;
    private final VolatilityModel model;
    private final double sampleMean;
    private final double sampleVariance;

    FreeVariables(ParameterSpace space, VolatilityModel model, double sampleMean, double sampleVariance) {
        this.space = space;
        this.model = model;
        this.sampleMean = sampleMean;
        this.sampleVariance = sampleVariance;
    }

    /** Free variables for a persistence and the errors' part of it, at the sample's mean and variance. */
    double[] free(double persistence, double errorsPart) {
        double logOmega = Math.log(1 - persistence);
        double persistent = logit(persistence);
        double part = logit(errorsPart);
        double[] free =
                switch (model) {
                    case EWMA -> new double[] {0, logit(1 - errorsPart)};
                    case GARCH -> new double[] {0, logOmega, persistent, part};
                    case GJR -> new double[] {0, logOmega, persistent, part, 0};
                };
        if (space.size() == free.length) {
            return free;
        }
        double[] withNu = Arrays.copyOf(free, free.length + 1);
        withNu[free.length] = Math.log(6);
        return withNu;
    }

    VolatilityParameters parameters(double[] free) {
        double mean = sampleMean + free[0] * Math.sqrt(sampleVariance);
        double nu = space.size() > modelSize()
                ? 2 + Math.min(MOST_FREEDOM, Math.exp(free[free.length - 1]))
                : Double.POSITIVE_INFINITY;
        if (model == VolatilityModel.EWMA) {
            double lambda = logistic(free[1]);
            return new VolatilityParameters(mean, 0, 1 - lambda, 0, lambda, nu);
        }
        double omega = sampleVariance * Math.exp(free[1]);
        double persistence = logistic(free[2]);
        double errors = persistence * logistic(free[3]);
        double above = model == VolatilityModel.GJR ? 2 * errors * logistic(free[4]) : errors;
        double below = 2 * errors - above;
        return new VolatilityParameters(mean, omega, above, below - above, persistence - errors, nu);
    }

    private int modelSize() {
        return switch (model) {
            case EWMA -> 2;
            case GARCH -> 4;
            case GJR -> 5;
        };
    }

    /** Partial derivatives by the free variables, from those by {@link LogLikelihood}'s six parameters. */
    double[] freePartials(double[] free, double[] partials) {
        double[] by = new double[free.length];
        by[0] = partials[LogLikelihood.MEAN] * Math.sqrt(sampleVariance);
        if (space.size() > modelSize()) {
            double above2 = Math.exp(free[free.length - 1]);
            by[free.length - 1] = above2 < MOST_FREEDOM ? partials[LogLikelihood.NU] * above2 : 0;
        }
        double byAlpha = partials[LogLikelihood.ALPHA];
        double byGamma = partials[LogLikelihood.GAMMA];
        double byBeta = partials[LogLikelihood.BETA];
        if (model == VolatilityModel.EWMA) {
            by[1] = (byBeta - byAlpha) * slope(free[1]);
            return by;
        }
        by[1] = partials[LogLikelihood.OMEGA] * sampleVariance * Math.exp(free[1]);
        double persistence = logistic(free[2]);
        double part = logistic(free[3]);
        double aboveShare = model == VolatilityModel.GJR ? 2 * logistic(free[4]) : 1;
        double byErrors = aboveShare * byAlpha + 2 * (1 - aboveShare) * byGamma;
        by[2] = slope(free[2]) * (part * byErrors + (1 - part) * byBeta);
        by[3] = slope(free[3]) * persistence * (byErrors - byBeta);
        if (model == VolatilityModel.GJR) {
            by[4] = 2 * slope(free[4]) * persistence * part * (byAlpha - 2 * byGamma);
        }
        return by;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double slope(double x) {
        double p = logistic(x);
        return p * (1 - p);
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }
}
