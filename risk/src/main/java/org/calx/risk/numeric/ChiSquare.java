package org.calx.risk.numeric;

/** Tail probabilities of the chi-square distribution. */
public final class ChiSquare {
    private static final int MAX_TERMS = 10_000;
    private static final double TINY = 1e-300;

    private ChiSquare() {}

    /**
     * The probability of more than x.
     *
     * <p>The regularised incomplete gamma function Q(df/2, x/2): its series below df/2 + 1, its continued fraction above
     * (Abramowitz and Stegun 6.5.29 and 6.5.31).
     */
    public static double survival(double x, int degreesOfFreedom) {
        if (!(x > 0)) {
            return Double.isNaN(x) ? Double.NaN : 1;
        }
        double a = degreesOfFreedom / 2.0;
        double z = x / 2;
        double scale = Math.exp(a * Math.log(z) - z - Gamma.logGamma(a));
        return z < a + 1 ? 1 - scale * series(a, z) : scale * fraction(a, z);
    }

    private static double series(double a, double z) {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < MAX_TERMS && term > 1e-17 * sum; n++) {
            term *= z / (a + n);
            sum += term;
        }
        return sum;
    }

    /** The continued fraction by Lentz's method. */
    private static double fraction(double a, double z) {
        double b = z + 1 - a;
        double c = 1 / TINY;
        double d = 1 / b;
        double h = d;
        for (int n = 1; n < MAX_TERMS; n++) {
            double an = -n * (n - a);
            b += 2;
            d = 1 / nonZero(an * d + b);
            c = nonZero(b + an / c);
            double change = d * c;
            h *= change;
            if (Math.abs(change - 1) < 1e-16) {
                break;
            }
        }
        return h;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
