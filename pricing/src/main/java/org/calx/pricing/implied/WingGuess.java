package org.calx.pricing.implied;

import org.calx.pricing.numeric.Coefficients;

/**
 * A first guess for prices below the inflection point, as if the forward were normal: near the money C. Corrado and T. Miller's
 * quadratic ("A note on a simple, accurate formula to compute implied standard deviations", 1996), which is 1.3 % off at most there,
 * farther out a quotient of polynomials in the logarithm of price over distance, 0.9 % off; both against the normal distribution.
 */
public final class WingGuess {
    /** Numerator and denominator of (distance / deviation) squared, by least squares for 0.7 to 13.5 deviations. */
    public static final double ABOVE_0 = 0.47661501;

    public static final double ABOVE_1 = -0.39014329;
    public static final double ABOVE_2 = 0.30238536;
    public static final double BELOW = 0.15359466;

    /** Minus the logarithm of price over distance from which on the quotient is taken: 0.7 deviations. */
    public static final double FROM = 1.59;

    public static final double INVERSE_PI = 1 / Math.PI;

    private WingGuess() {}

    /** The deviation at which an option so far from the money has this price, both over the geometric mean of forward and strike. */
    static double deviation(double distance, double price) {
        double rarity = -Math.log(price / distance);
        if (rarity < FROM) {
            double centre = price + distance / 2;
            double square = Math.max(centre * centre - distance * distance * INVERSE_PI, 0);
            return (centre + Math.sqrt(square)) * Coefficients.ABOVE_0;
        }
        double square = (ABOVE_0 + rarity * (ABOVE_1 + rarity * ABOVE_2)) / (1 + rarity * BELOW);
        return distance / Math.sqrt(square);
    }
}
