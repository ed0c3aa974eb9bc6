package org.calx.pricing.vanilla;

/**
 * The price of an option and its derivatives, discounted.
 *
 * @param delta by the forward
 * @param gamma by the forward, twice
 * @param vega by the volatility, per 1.00
 * @param theta by the passing of time, per year
 * @param rho by the rate, the forward held, per 1.00
 * @param vanna by forward and volatility
 * @param volga by the volatility, twice
 * @param charm delta's change by the passing of time, per year
 * @param speed by the forward, three times
 */
public record OptionValue(
        double price,
        double delta,
        double gamma,
        double vega,
        double theta,
        double rho,
        double vanna,
        double volga,
        double charm,
        double speed) {}
