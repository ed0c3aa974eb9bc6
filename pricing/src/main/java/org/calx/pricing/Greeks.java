package org.calx.pricing;

/**
 * A price and its first derivatives, with gamma; units as in {@link org.calx.pricing}.
 *
 * @param delta by the forward
 * @param gamma by the forward, twice
 * @param vega by the volatility, per 1.00
 * @param theta by the passing of time, per year
 * @param rho by the rate, the forward held, per 1.00
 */
public record Greeks(double price, double delta, double gamma, double vega, double theta, double rho) {

    /** A model's discounted price as a function of what the Greeks vary. */
    @FunctionalInterface
    public interface PriceFunction {
        double price(double forward, double expiryYears, double volatility, double rate);
    }

    /**
     * Central differences, for models without closed derivatives: steps of 1e-3 of the forward, 1e-4 of volatility, 1e-4 of
     * rate and at most 1e-4 years. At no time a price is a payoff of straight pieces, and gamma 0.
     */
    public static Greeks byDifferences(
            PriceFunction function, double forward, double expiryYears, double volatility, double rate) {
        double price = function.price(forward, expiryYears, volatility, rate);
        double step = 1e-3 * Math.abs(forward);
        double up = function.price(forward + step, expiryYears, volatility, rate);
        double down = function.price(forward - step, expiryYears, volatility, rate);
        double vol = Math.min(1e-4, volatility / 2);
        double vega = vol == 0
                ? 0
                : (function.price(forward, expiryYears, volatility + vol, rate)
                                - function.price(forward, expiryYears, volatility - vol, rate))
                        / (2 * vol);
        double time = Math.min(1e-4, expiryYears / 2);
        double theta = time == 0
                ? rate * price
                : (function.price(forward, expiryYears - time, volatility, rate)
                                - function.price(forward, expiryYears + time, volatility, rate))
                        / (2 * time);
        double rho = (function.price(forward, expiryYears, volatility, rate + 1e-4)
                        - function.price(forward, expiryYears, volatility, rate - 1e-4))
                / 2e-4;
        double gamma = expiryYears == 0 ? 0 : (up - 2 * price + down) / (step * step);
        return new Greeks(price, (up - down) / (2 * step), gamma, vega, theta, rho);
    }
}
