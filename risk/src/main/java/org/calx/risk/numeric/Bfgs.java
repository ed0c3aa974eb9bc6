package org.calx.risk.numeric;

/**
 * Minimises a smooth function by the BFGS quasi-Newton method with a backtracking line search.
 *
 * <p>Source: Nocedal and Wright, Numerical Optimization, 2nd ed. 2006, algorithm 6.1. The inverse Hessian is scaled before
 * its first update (6.20) and is not updated where the curvature condition fails.
 */
public final class Bfgs {
    private static final int MAX_BACKTRACKS = 60;
    private static final double SUFFICIENT_DECREASE = 1e-4;

    private final Objective objective;
    private final double gradientTolerance;
    private final int maxIterations;

    private double[] point;
    private double[] gradient;
    private double value;
    private double[][] inverse;

    /**
     * The point reached.
     *
     * @param converged whether the largest partial derivative is within the tolerance, or no step lowers the value any more
     *     in double precision
     */
    public record Minimum(double[] point, double value, int iterations, boolean converged) {}

    /**
     * @param gradientTolerance largest partial derivative at a minimum, relative to max(1, |value|)
     * @param maxIterations after which it gives up
     */
    public Bfgs(Objective objective, double gradientTolerance, int maxIterations) {
        this.objective = objective;
        this.gradientTolerance = gradientTolerance;
        this.maxIterations = maxIterations;
    }

    /** Goes downhill from a point at which the function is finite. */
    public Minimum minimise(double[] start) {
        point = start.clone();
        gradient = new double[start.length];
        value = objective.valueAndGradient(point, gradient);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the function is not finite at the start");
        }
        inverse = identity(start.length, 1);
        for (int iteration = 0; iteration < maxIterations; iteration++) {
            if (isFlat()) {
                return new Minimum(point, value, iteration, true);
            }
            if (!step(iteration == 0) && !steepestStep()) {
                return new Minimum(point, value, iteration, true);
            }
        }
        return new Minimum(point, value, maxIterations, isFlat());
    }

    private boolean isFlat() {
        double largest = 0;
        for (double partial : gradient) {
            largest = Math.max(largest, Math.abs(partial));
        }
        return largest <= gradientTolerance * Math.max(1, Math.abs(value));
    }

    private boolean steepestStep() {
        inverse = identity(point.length, 1);
        return step(true);
    }

    /** One line search along the quasi-Newton direction. @return false if no step lowers the value */
    private boolean step(boolean first) {
        double[] direction = Matrix.multiply(inverse, gradient);
        double slope = 0;
        for (int i = 0; i < direction.length; i++) {
            direction[i] = -direction[i];
            slope += direction[i] * gradient[i];
        }
        if (!(slope < 0)) {
            return false;
        }
        double length = first ? Math.min(1, 1 / norm(direction)) : 1;
        double[] nextGradient = new double[point.length];
        for (int i = 0; i < MAX_BACKTRACKS; i++, length /= 2) {
            double[] next = moved(direction, length);
            double nextValue = objective.valueAndGradient(next, nextGradient);
            if (nextValue <= value + SUFFICIENT_DECREASE * length * slope && nextValue < value) {
                update(next, nextGradient, first);
                value = nextValue;
                return true;
            }
        }
        return false;
    }

    private double[] moved(double[] direction, double length) {
        double[] next = point.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += length * direction[i];
        }
        return next;
    }

    private void update(double[] next, double[] nextGradient, boolean first) {
        int n = point.length;
        double[] s = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            s[i] = next[i] - point[i];
            y[i] = nextGradient[i] - gradient[i];
        }
        point = next;
        gradient = nextGradient;
        double curvature = dot(s, y);
        if (curvature <= 1e-12 * norm(s) * norm(y)) {
            return;
        }
        if (first) {
            inverse = identity(n, curvature / dot(y, y));
        }
        double[] hy = Matrix.multiply(inverse, y);
        double scale = (1 + dot(y, hy) / curvature) / curvature;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] += scale * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / curvature;
            }
        }
    }

    private static double[][] identity(int n, double diagonal) {
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            matrix[i][i] = diagonal;
        }
        return matrix;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }
}
