package org.calx.pricing.numeric;

/** The standard normal distribution. */
public final class Normal {
    private static final double FARTHEST = 37.5;
    private static final double TAIL = 0.02425;

    private static final double[] CENTRE_ABOVE = {
        -3.969683028665376e+01,
        2.209460984245205e+02,
        -2.759285104469687e+02,
        1.383577518672690e+02,
        -3.066479806614716e+01,
        2.506628277459239e+00
    };
    private static final double[] CENTRE_BELOW = {
        -5.447609879822406e+01,
        1.615858368580409e+02,
        -1.556989798598866e+02,
        6.680131188771972e+01,
        -1.328068155288572e+01,
        1
    };
    private static final double[] TAIL_ABOVE = {
        -7.784894002430293e-03,
        -3.223964580411365e-01,
        -2.400758277161838e+00,
        -2.549732539343734e+00,
        4.374664141464968e+00,
        2.938163982698783e+00
    };
    private static final double[] TAIL_BELOW = {
        7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1
    };

    private Normal() {}

    /** The density; 0 beyond 37.5 deviations. */
    public static double density(double x) {
        return Math.abs(x) > FARTHEST ? 0 : Elementary.density(x);
    }

    /** The probability of a value of at most x; the lower tail keeps its relative precision down to 1e-307. */
    public static double cumulative(double x) {
        double distance = Math.min(Math.abs(x), FARTHEST);
        double tail = Elementary.density(distance) * mills(distance);
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        return x < 0 ? tail : 1 - tail;
    }

    /** Mills' ratio {@code N(-x) / n(x)} for any x down to -37; below 37.5 to rounding. */
    public static double mills(double x) {
        double distance = Math.abs(x);
        double ratio = Elementary.millsOf(1 / (distance + Coefficients.MILLS_CENTRE));
        return x >= 0 ? ratio : 1 / Elementary.density(Math.min(distance, FARTHEST)) - ratio;
    }

    /**
     * The value that a share p of the distribution does not pass: P. Acklam's rational approximation (2003) and one step of
     * Halley's method.
     *
     * @param p between 0 and 1; at the ends the result is infinite, outside it is NaN
     */
    public static double inverse(double p) {
        if (p == 0 || p == 1) {
            return p == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double x = roughInverse(p);
        double density = density(x);
        if (density == 0) {
            return x;
        }
        double error = (cumulative(x) - p) / density;
        return x - error / (1 + 0.5 * x * error);
    }

    /** As {@link #inverse}, to a relative error of 1e-9. */
    public static double roughInverse(double p) {
        if (p < TAIL) {
            return tail(Math.sqrt(-2 * Math.log(p)));
        }
        if (p > 1 - TAIL) {
            return -tail(Math.sqrt(-2 * Math.log1p(-p)));
        }
        double q = p - 0.5;
        double r = q * q;
        return q * horner(CENTRE_ABOVE, r) / horner(CENTRE_BELOW, r);
    }

    private static double tail(double q) {
        return horner(TAIL_ABOVE, q) / horner(TAIL_BELOW, q);
    }

    private static double horner(double[] coefficients, double x) {
        double value = 0;
        for (double coefficient : coefficients) {
            value = Math.fma(value, x, coefficient);
        }
        return value;
    }
}
