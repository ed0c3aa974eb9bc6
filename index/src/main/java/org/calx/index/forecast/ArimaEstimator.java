package org.calx.index.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Exact maximum likelihood of a seasonal ARIMA model. The search runs over partial autocorrelations, so every point is stationary
 * and invertible (Monahan, Biometrika 71, 1984); standard errors come from second differences at the optimum.
 */
public final class ArimaEstimator {
    private static final int MOST_EVALUATIONS = 4_000;
    private static final int RESTARTS = 2;
    private static final double TOLERANCE = 1e-11;
    private static final double CURVATURE_STEP = 1e-4;

    private final ArimaOrder order;
    private final double[] differenced;
    private final boolean hasMean;
    private final double scale;

    private ArimaEstimator(ArimaOrder order, double[] values) {
        this.order = order;
        this.differenced = order.difference(values);
        this.hasMean = order.d() + order.seasonalD() == 0;
        double squares = Arrays.stream(differenced).map(value -> value * value).sum();
        this.scale = Math.sqrt(squares / differenced.length);
    }

    /**
     * The fit.
     *
     * @throws IllegalArgumentException if the series is too short for the order, or does not vary
     */
    public static ArimaFit fit(ArimaOrder order, double[] values) {
        if (values.length < order.lost() + 2 * (order.coefficients() + 2)) {
            throw new IllegalArgumentException(values.length + " values are too few for " + order);
        }
        ArimaEstimator estimator = new ArimaEstimator(order, values);
        if (!(estimator.scale > 0)) {
            throw new IllegalArgumentException("the differenced series does not vary");
        }
        return estimator.estimate();
    }

    private ArimaFit estimate() {
        double[] point = new double[order.coefficients() + (hasMean ? 1 : 0)];
        if (hasMean) {
            point[point.length - 1] = Arrays.stream(differenced).average().orElse(0) / scale;
        }
        for (int restart = 0; point.length > 0 && restart < RESTARTS; restart++) {
            point = search(point);
        }
        double[] coefficients = coefficients(point);
        ArmaFilter filter = filter(coefficients);
        List<String> names = new ArrayList<>(order.names());
        if (hasMean) {
            names.add("mean");
        }
        double aic = -2 * filter.logLikelihood() + 2 * (coefficients.length + 1);
        return new ArimaFit(
                order,
                List.copyOf(names),
                coefficients,
                standardErrors(coefficients),
                filter.errorVariance(),
                filter.logLikelihood(),
                aic);
    }

    private double[] search(double[] start) {
        double[] steps = new double[start.length];
        Arrays.fill(steps, 0.25);
        PointValuePair best = new SimplexOptimizer(new SimpleValueChecker(TOLERANCE, TOLERANCE))
                .optimize(
                        new MaxEval(MOST_EVALUATIONS),
                        new ObjectiveFunction(
                                point -> -filter(coefficients(point)).logLikelihood()),
                        GoalType.MINIMIZE,
                        new InitialGuess(start),
                        new NelderMeadSimplex(steps));
        return best.getPoint();
    }

    private ArmaFilter filter(double[] coefficients) {
        double mean = hasMean ? coefficients[coefficients.length - 1] : 0;
        double[] centred = differenced;
        if (mean != 0) {
            centred = Arrays.stream(differenced).map(value -> value - mean).toArray();
        }
        return new ArmaFilter(order.autoregression(coefficients), order.movingAverage(coefficients)).observe(centred);
    }

    /** From the search's free variables to coefficients. */
    private double[] coefficients(double[] free) {
        double[] coefficients = new double[free.length];
        int from = 0;
        int[] blocks = {order.p(), order.q(), order.seasonalP(), order.seasonalQ()};
        int[] signs = {1, -1, 1, -1};
        for (int block = 0; block < blocks.length; block++) {
            double[] stable = stable(Arrays.copyOfRange(free, from, from + blocks[block]));
            for (int at = 0; at < stable.length; at++) {
                coefficients[from + at] = signs[block] * stable[at];
            }
            from += blocks[block];
        }
        if (hasMean) {
            coefficients[from] = free[from] * scale;
        }
        return coefficients;
    }

    /** Durbin and Levinson's recursion from partial autocorrelations to a stationary autoregression. */
    private static double[] stable(double[] free) {
        double[] phi = new double[free.length];
        for (int order = 0; order < free.length; order++) {
            double partial = Math.tanh(free[order]);
            double[] before = Arrays.copyOf(phi, order);
            for (int lag = 0; lag < order; lag++) {
                phi[lag] = before[lag] - partial * before[order - 1 - lag];
            }
            phi[order] = partial;
        }
        return phi;
    }

    private double[] standardErrors(double[] coefficients) {
        int size = coefficients.length;
        if (size == 0) {
            return new double[0];
        }
        RealMatrix information = new Array2DRowRealMatrix(size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double curvature = (shifted(coefficients, i, 1, j, 1)
                                - shifted(coefficients, i, 1, j, -1)
                                - shifted(coefficients, i, -1, j, 1)
                                + shifted(coefficients, i, -1, j, -1))
                        / (4 * step(i, size) * step(j, size));
                information.setEntry(i, j, -curvature);
                information.setEntry(j, i, -curvature);
            }
        }
        RealMatrix covariance =
                new SingularValueDecomposition(information).getSolver().getInverse();
        double[] errors = new double[size];
        for (int at = 0; at < size; at++) {
            errors[at] = Math.sqrt(Math.max(0, covariance.getEntry(at, at)));
        }
        return errors;
    }

    private double step(int at, int size) {
        return hasMean && at == size - 1 ? CURVATURE_STEP * scale : CURVATURE_STEP;
    }

    private double shifted(double[] coefficients, int i, int up, int j, int across) {
        double[] moved = coefficients.clone();
        moved[i] += up * step(i, moved.length);
        moved[j] += across * step(j, moved.length);
        return filter(moved).logLikelihood();
    }
}
