package org.calx.risk.numeric;

/**
 * Logarithm of the gamma function and its derivative, for arguments above 0.
 *
 * <p>Recurrence up to an argument of {@value #LARGE}, then Stirling's series (Abramowitz and Stegun 6.1.41 and 6.3.18);
 * the first term left out is below 1e-17 there.
 */
public final class Gamma {
    private static final double LARGE = 15;
    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private Gamma() {}

    /** ln Γ(x). */
    public static double logGamma(double x) {
        double product = 1;
        double y = x;
        while (y < LARGE) {
            product *= y;
            y++;
        }
        double r = 1 / (y * y);
        double series = (1 / 12.0 - r * (1 / 360.0 - r * (1 / 1260.0 - r * (1 / 1680.0 - r / 1188.0)))) / y;
        return (y - 0.5) * Math.log(y) - y + HALF_LOG_TWO_PI + series - Math.log(product);
    }

    /** ψ(x), the derivative of ln Γ. */
    public static double digamma(double x) {
        double sum = 0;
        double y = x;
        while (y < LARGE) {
            sum += 1 / y;
            y++;
        }
        double r = 1 / (y * y);
        double series = r * (1 / 12.0 - r * (1 / 120.0 - r * (1 / 252.0 - r * (1 / 240.0 - r / 132.0))));
        return Math.log(y) - 0.5 / y - series - sum;
    }
}
