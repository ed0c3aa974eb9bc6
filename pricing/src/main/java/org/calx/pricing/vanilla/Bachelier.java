package org.calx.pricing.vanilla;

import org.calx.pricing.OptionType;

/**
 * Bachelier, one option at a time: a European option on a forward of any sign, normal.
 *
 * <p>Many options at once are faster in columns, see {@link Kernels}.
 */
public final class Bachelier {
    private Bachelier() {}

    /**
     * The discounted price.
     *
     * @param expiryYears time to expiry, not negative
     * @param volatility in units of the price per square root of a year, not negative
     * @param rate continuous
     * @throws IllegalArgumentException when the inputs are outside the domain ({@code docs/spec/pricing.md})
     */
    public static double price(
            OptionType type, double forward, double strike, double expiryYears, double volatility, double rate) {
        double discount = Math.exp(-rate * expiryYears);
        double deviation = volatility * Math.sqrt(expiryYears);
        check(forward, strike, expiryYears, volatility, rate, deviation, discount);
        return discount * new NormalTerms().undiscounted(forward, strike, deviation, type.sign());
    }

    /** The discounted price and its derivatives; inputs and failures as {@link #price}. */
    public static OptionValue value(
            OptionType type, double forward, double strike, double expiryYears, double volatility, double rate) {
        OptionColumns options = new OptionColumns(1);
        ValueColumns values = new ValueColumns(1);
        options.set(0, type, forward, strike, expiryYears, volatility, rate);
        double deviation = volatility * options.rootExpiry(0);
        check(forward, strike, expiryYears, volatility, rate, deviation, options.discount(0));
        new NormalTerms().value(options, values, 0, true);
        return values.at(0);
    }

    private static void check(
            double forward,
            double strike,
            double expiryYears,
            double volatility,
            double rate,
            double deviation,
            double discount) {
        if (!Domain.holds(VanillaModel.BACHELIER, forward, strike, deviation, discount)) {
            throw new IllegalArgumentException("outside the domain: forward " + forward + ", strike " + strike
                    + ", expiryYears " + expiryYears + ", volatility " + volatility + ", rate " + rate);
        }
    }
}
