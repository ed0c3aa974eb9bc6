package org.calx.risk.volatility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A model's own parameters: their names and order, and what they are as {@link VolatilityParameters}.
 *
 * <p>EWMA: mu, lambda. GARCH: mu, omega, alpha1, beta1. GJR: mu, omega, alpha1, gamma1, beta1. With Student-t errors nu
 * follows.
 */
final class ParameterSpace {
    private final VolatilityModel model;
    private final ErrorDistribution errors;
    private final List<String> names;

    ParameterSpace(VolatilityModel model, ErrorDistribution errors) {
        this.model = model;
        this.errors = errors;
        names = new ArrayList<>(
                switch (model) {
                    case EWMA -> List.of("mu", "lambda");
                    case GARCH -> List.of("mu", "omega", "alpha1", "beta1");
                    case GJR -> List.of("mu", "omega", "alpha1", "gamma1", "beta1");
                });
        if (errors == ErrorDistribution.STUDENT) {
            names.add("nu");
        }
    }

    List<String> names() {
        return List.copyOf(names);
    }

    int size() {
        return names.size();
    }

    VolatilityParameters parameters(double[] own) {
        double nu = errors == ErrorDistribution.STUDENT ? own[own.length - 1] : Double.POSITIVE_INFINITY;
        return switch (model) {
            case EWMA -> new VolatilityParameters(own[0], 0, 1 - own[1], 0, own[1], nu);
            case GARCH -> new VolatilityParameters(own[0], own[1], own[2], 0, own[3], nu);
            case GJR -> new VolatilityParameters(own[0], own[1], own[2], own[3], own[4], nu);
        };
    }

    double[] own(VolatilityParameters all) {
        double[] own =
                switch (model) {
                    case EWMA -> new double[] {all.mean(), all.beta()};
                    case GARCH -> new double[] {all.mean(), all.omega(), all.alpha(), all.beta()};
                    case GJR -> new double[] {all.mean(), all.omega(), all.alpha(), all.gamma(), all.beta()};
                };
        if (errors == ErrorDistribution.NORMAL) {
            return own;
        }
        double[] withNu = Arrays.copyOf(own, own.length + 1);
        withNu[own.length] = all.degreesOfFreedom();
        return withNu;
    }

    /** Turns partial derivatives by {@link LogLikelihood}'s six parameters into those by the model's own. */
    double[] ownPartials(double[] partials) {
        double[] own =
                switch (model) {
                    case EWMA ->
                        new double[] {
                            partials[LogLikelihood.MEAN], partials[LogLikelihood.BETA] - partials[LogLikelihood.ALPHA]
                        };
                    case GARCH ->
                        new double[] {
                            partials[LogLikelihood.MEAN],
                            partials[LogLikelihood.OMEGA],
                            partials[LogLikelihood.ALPHA],
                            partials[LogLikelihood.BETA]
                        };
                    case GJR ->
                        new double[] {
                            partials[LogLikelihood.MEAN],
                            partials[LogLikelihood.OMEGA],
                            partials[LogLikelihood.ALPHA],
                            partials[LogLikelihood.GAMMA],
                            partials[LogLikelihood.BETA]
                        };
                };
        if (errors == ErrorDistribution.NORMAL) {
            return own;
        }
        double[] withNu = Arrays.copyOf(own, own.length + 1);
        withNu[own.length] = partials[LogLikelihood.NU];
        return withNu;
    }
}
