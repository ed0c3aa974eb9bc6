package org.calx.pricing.numeric;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Standard errors of estimates of greatest likelihood: roots of the diagonal of the inverse of minus the second derivatives. */
public final class LikelihoodErrors {
    private static final double FIRST_STEP = 1e-6;
    private static final int MOST_DOUBLINGS = 60;

    /** Steps lose about so much likelihood: far above its rounding, and so near that it is still a parabola. */
    private static final double LOSS = 0.02;

    private LikelihoodErrors() {}

    /**
     * The standard error of each parameter: NaN for one so near a bound that the likelihood is not known to fall on both sides, which
     * then counts as known, and for all if there is no maximum.
     *
     * @param domain which points have a likelihood
     */
    public static double[] of(ToDoubleFunction<double[]> logLikelihood, double[] estimate, Predicate<double[]> domain) {
        double best = logLikelihood.applyAsDouble(estimate);
        double[] steps = new double[estimate.length];
        for (int i = 0; i < estimate.length; i++) {
            steps[i] = step(logLikelihood, estimate, domain, i, best);
        }
        int[] free = java.util.stream.IntStream.range(0, steps.length)
                .filter(i -> steps[i] > 0)
                .toArray();
        double[][] information = new double[free.length][free.length];
        for (int a = 0; a < free.length; a++) {
            for (int b = 0; b <= a; b++) {
                int i = free[a];
                int j = free[b];
                double mixed = i == j
                        ? 2 * best
                                - at(logLikelihood, estimate, i, steps[i], i, 0)
                                - at(logLikelihood, estimate, i, -steps[i], i, 0)
                        : (at(logLikelihood, estimate, i, steps[i], j, -steps[j])
                                        + at(logLikelihood, estimate, i, -steps[i], j, steps[j])
                                        - at(logLikelihood, estimate, i, steps[i], j, steps[j])
                                        - at(logLikelihood, estimate, i, -steps[i], j, -steps[j]))
                                / 4;
                information[a][b] = mixed / (steps[i] * steps[j]);
                information[b][a] = information[a][b];
            }
        }
        double[] errors = new double[estimate.length];
        Arrays.fill(errors, Double.NaN);
        for (int a = 0; a < free.length; a++) {
            errors[free[a]] = Math.sqrt(inverseDiagonal(information, a));
        }
        return errors;
    }

    /** A step along one parameter that loses enough likelihood; 0 if there is none in the domain. */
    private static double step(
            ToDoubleFunction<double[]> logLikelihood,
            double[] estimate,
            Predicate<double[]> domain,
            int i,
            double best) {
        double step = FIRST_STEP * (Math.abs(estimate[i]) + FIRST_STEP);
        for (int doubling = 0; doubling < MOST_DOUBLINGS; doubling++) {
            if (!domain.test(moved(estimate, i, step, i, 0)) || !domain.test(moved(estimate, i, -step, i, 0))) {
                return 0;
            }
            double up = at(logLikelihood, estimate, i, step, i, 0);
            double down = at(logLikelihood, estimate, i, -step, i, 0);
            if (best - (up + down) / 2 >= LOSS) {
                return step;
            }
            step *= 2;
        }
        return 0;
    }

    private static double at(
            ToDoubleFunction<double[]> logLikelihood, double[] estimate, int i, double byI, int j, double byJ) {
        return logLikelihood.applyAsDouble(moved(estimate, i, byI, j, byJ));
    }

    private static double[] moved(double[] estimate, int i, double byI, int j, double byJ) {
        double[] point = estimate.clone();
        point[i] += byI;
        point[j] += byJ;
        return point;
    }

    private static double inverseDiagonal(double[][] matrix, int index) {
        double[][] copy = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
        double[] unit = new double[matrix.length];
        unit[index] = 1;
        try {
            return LinearSystem.solve(copy, unit)[index];
        } catch (ArithmeticException e) {
            return Double.NaN;
        }
    }
}
