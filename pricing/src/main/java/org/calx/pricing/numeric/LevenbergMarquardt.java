package org.calx.pricing.numeric;

/**
 * Least squares of a smooth function by K. Levenberg (1944) and D. Marquardt (1963), with forward differences for the Jacobian.
 * Residuals are weighted after A. Cauchy's law, so that one far off counts little: weight {@code 1 / (1 + (r / scale)^2)}, anew
 * in each step.
 */
public final class LevenbergMarquardt {
    private static final double DIFFERENCE = 1e-6;
    private static final double LEAST_DAMPING = 1e-9;
    private static final double MOST_DAMPING = 1e9;

    /** Residuals at a point. */
    @FunctionalInterface
    public interface Residuals {
        /** Fills the residuals; none may be NaN. */
        void at(double[] point, double[] residuals);
    }

    private final Residuals function;
    private final double robustScale;
    private final double[] residuals;
    private final double[] moved;
    private final double[][] jacobian;
    private final double[][] normal;
    private final double[] gradient;

    /**
     * @param parameters how many
     * @param count of residuals
     * @param robustScale the residual whose weight is one half
     */
    public LevenbergMarquardt(Residuals function, int parameters, int count, double robustScale) {
        this.function = function;
        this.robustScale = robustScale;
        residuals = new double[count];
        moved = new double[count];
        jacobian = new double[parameters][count];
        normal = new double[parameters][parameters];
        gradient = new double[parameters];
    }

    /**
     * Goes downhill from a point, which it replaces, until a step gains less than {@code tolerance} of the sum.
     *
     * @return the robust sum of squares, {@code scale^2 ln(1 + (r / scale)^2)} over all residuals
     */
    public double minimise(double[] point, int mostSteps, double tolerance) {
        function.at(point, residuals);
        double value = sum(residuals);
        double damping = 1e-3;
        for (int step = 0; step < mostSteps; step++) {
            differentiate(point);
            boolean better = false;
            while (!better && damping < MOST_DAMPING) {
                double[] next = solved(point, damping);
                function.at(next, moved);
                double nextValue = sum(moved);
                better = nextValue < value;
                damping = better ? Math.max(damping / 10, LEAST_DAMPING) : damping * 8;
                if (better) {
                    System.arraycopy(next, 0, point, 0, point.length);
                    System.arraycopy(moved, 0, residuals, 0, moved.length);
                    boolean small = value - nextValue <= tolerance * value;
                    value = nextValue;
                    if (small) {
                        return value;
                    }
                }
            }
            if (!better) {
                return value;
            }
        }
        return value;
    }

    private double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            double scaled = value / robustScale;
            sum += Math.log1p(scaled * scaled);
        }
        return robustScale * robustScale * sum;
    }

    private void differentiate(double[] point) {
        for (int p = 0; p < point.length; p++) {
            double kept = point[p];
            double step = DIFFERENCE * Math.max(1, Math.abs(kept));
            point[p] = kept + step;
            function.at(point, moved);
            point[p] = kept;
            double[] column = jacobian[p];
            for (int i = 0; i < moved.length; i++) {
                column[i] = (moved[i] - residuals[i]) / step;
            }
        }
        for (int i = 0; i < moved.length; i++) {
            double scaled = residuals[i] / robustScale;
            moved[i] = 1 / (1 + scaled * scaled);
        }
        for (int a = 0; a < point.length; a++) {
            gradient[a] = weighted(jacobian[a], residuals);
            for (int b = 0; b <= a; b++) {
                normal[a][b] = weighted(jacobian[a], jacobian[b]);
                normal[b][a] = normal[a][b];
            }
        }
    }

    private double weighted(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += moved[i] * left[i] * right[i];
        }
        return sum;
    }

    private double[] solved(double[] point, double damping) {
        double[][] matrix = new double[point.length][];
        double[] step = new double[point.length];
        for (int a = 0; a < point.length; a++) {
            matrix[a] = normal[a].clone();
            matrix[a][a] = matrix[a][a] * (1 + damping) + 1e-12;
            step[a] = -gradient[a];
        }
        double[] by = LinearSystem.solve(matrix, step);
        for (int a = 0; a < point.length; a++) {
            by[a] = point[a] + Math.clamp(Double.isNaN(by[a]) ? 0 : by[a], -2, 2);
        }
        return by;
    }
}
