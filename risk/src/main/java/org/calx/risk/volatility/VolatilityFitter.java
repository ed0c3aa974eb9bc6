package org.calx.risk.volatility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.calx.risk.numeric.Bfgs;
import org.calx.risk.numeric.Matrix;

/**
 * Fits a volatility model to a return series by maximum likelihood.
 *
 * <p>The search runs over {@link FreeVariables} by BFGS from the best two points of a coarse grid; where its end lies inside
 * the bounds, Newton steps in the parameters themselves take it to the limit of double precision.
 */
public final class VolatilityFitter {
    /** Fewest observations. */
    public static final int FEWEST = 50;
    /** Most observations. */
    public static final int MOST = 10_000_000;

    private static final double[] PERSISTENCES = {0.5, 0.8, 0.95, 0.99};
    private static final double[] ERROR_PARTS = {0.02, 0.05, 0.15, 0.4};
    private static final int STARTS = 2;
    private static final int MAX_ITERATIONS = 500;
    private static final int NEWTON_STEPS = 4;
    private static final double RELATIVE_STEP = 1e-4;

    private final double[] returns;
    private final LogLikelihood likelihood;
    private final ParameterSpace space;
    private final VolatilityModel model;
    private final ErrorDistribution errors;
    private final double sampleVariance;
    private final FreeVariables variables;

    private VolatilityFitter(double[] returns, VolatilityModel model, ErrorDistribution errors) {
        this.returns = returns;
        this.model = model;
        this.errors = errors;
        likelihood = new LogLikelihood(returns);
        space = new ParameterSpace(model, errors);
        double mean = Arrays.stream(returns).average().orElseThrow();
        sampleVariance =
                Arrays.stream(returns).map(r -> (r - mean) * (r - mean)).sum() / returns.length;
        variables = new FreeVariables(space, model, mean, sampleVariance);
    }

    /**
     * Fits.
     *
     * @throws IllegalArgumentException if there are fewer than {@value #FEWEST} returns or more than {@value #MOST}, one is
     *     not finite, or all are equal
     */
    public static VolatilityFit fit(double[] returns, VolatilityModel model, ErrorDistribution errors) {
        if (returns.length < FEWEST || returns.length > MOST) {
            throw new IllegalArgumentException(
                    "a fit needs " + FEWEST + " to " + MOST + " returns, there are " + returns.length);
        }
        if (!Arrays.stream(returns).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("every return must be a finite number");
        }
        VolatilityFitter fitter = new VolatilityFitter(returns, model, errors);
        if (!(fitter.sampleVariance > 0) || Arrays.stream(returns).distinct().count() == 1) {
            throw new IllegalArgumentException("the returns are all equal, so they have no volatility");
        }
        return fitter.fit();
    }

    private VolatilityFit fit() {
        Bfgs search = new Bfgs(this::negative, 1e-8, MAX_ITERATIONS);
        Bfgs.Minimum best = starts().stream()
                .map(search::minimise)
                .min(Comparator.comparingDouble(Bfgs.Minimum::value))
                .orElseThrow();
        double[] own = polished(space.own(variables.parameters(best.point())));
        VolatilityParameters parameters = space.parameters(own);
        return new VolatilityFit(
                model,
                errors,
                space.names(),
                own,
                StandardErrors.of(negativeHessian(own), outerProduct(own)),
                parameters,
                likelihood.value(parameters),
                best.iterations(),
                best.converged(),
                likelihood.variances(parameters));
    }

    private List<double[]> starts() {
        List<double[]> grid = new ArrayList<>();
        for (double persistence : PERSISTENCES) {
            for (double part : ERROR_PARTS) {
                grid.add(variables.free(persistence, part));
            }
        }
        grid.sort(Comparator.comparingDouble(free -> -likelihood.value(variables.parameters(free))));
        return grid.subList(0, STARTS);
    }

    private double negative(double[] free, double[] gradient) {
        double[] sums = new double[LogLikelihood.PARTIALS];
        double value = likelihood.evaluate(variables.parameters(free), score -> add(sums, score));
        double[] partials = variables.freePartials(free, sums);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = -partials[i];
        }
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : -value;
    }

    private double[] polished(double[] own) {
        double[] best = own;
        double bestValue = likelihood.value(space.parameters(own));
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double[] step = Matrix.multiply(Matrix.inverse(negativeHessian(best)), gradient(best));
            double[] next = best.clone();
            for (int j = 0; j < next.length; j++) {
                next[j] += step[j];
            }
            double value = isInside(next) ? likelihood.value(space.parameters(next)) : Double.NaN;
            // Near the maximum the value is flat to the last digit, where a Newton step still mends the parameters.
            if (!(value >= bestValue - 1e-12 * Math.abs(bestValue))) {
                break;
            }
            best = next;
            bestValue = value;
        }
        return best;
    }

    private boolean isInside(double[] own) {
        VolatilityParameters p = space.parameters(own);
        boolean weights = p.alpha() > 0 && p.alpha() + p.gamma() > 0 && p.beta() > 0 && p.degreesOfFreedom() > 2;
        return weights && (model == VolatilityModel.EWMA || (p.omega() > 0 && p.persistence() < 1));
    }

    private double[] gradient(double[] own) {
        double[] sums = new double[LogLikelihood.PARTIALS];
        likelihood.evaluate(space.parameters(own), score -> add(sums, score));
        return space.ownPartials(sums);
    }

    private double[][] outerProduct(double[] own) {
        double[][] outer = new double[space.size()][space.size()];
        likelihood.evaluate(space.parameters(own), score -> {
            double[] s = space.ownPartials(score);
            for (int i = 0; i < s.length; i++) {
                for (int j = 0; j < s.length; j++) {
                    outer[i][j] += s[i] * s[j];
                }
            }
        });
        return outer;
    }

    /** Second derivatives of the negative log-likelihood: five-point differences of its exact first derivatives. */
    private double[][] negativeHessian(double[] own) {
        int n = own.length;
        double[][] hessian = new double[n][];
        for (int i = 0; i < n; i++) {
            double h = RELATIVE_STEP * scale(own, i);
            double[] twoUp = gradient(moved(own, i, 2 * h));
            double[] up = gradient(moved(own, i, h));
            double[] down = gradient(moved(own, i, -h));
            double[] twoDown = gradient(moved(own, i, -2 * h));
            double[] row = new double[n];
            Arrays.setAll(row, j -> -(8 * (up[j] - down[j]) - (twoUp[j] - twoDown[j])) / (12 * h));
            hessian[i] = row;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                hessian[i][j] = hessian[j][i] = (hessian[i][j] + hessian[j][i]) / 2;
            }
        }
        return hessian;
    }

    private double scale(double[] own, int i) {
        return switch (space.names().get(i)) {
            case "mu" -> Math.sqrt(sampleVariance);
            case "omega" -> Math.max(own[i], 1e-6 * sampleVariance);
            case "nu" -> own[i] - 2;
            default -> Math.max(Math.abs(own[i]), 0.01);
        };
    }

    private static double[] moved(double[] own, int i, double by) {
        double[] moved = own.clone();
        moved[i] += by;
        return moved;
    }

    private static void add(double[] sums, double[] score) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += score[i];
        }
    }
}
