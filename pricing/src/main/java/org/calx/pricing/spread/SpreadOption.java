package org.calx.pricing.spread;

import org.calx.pricing.OptionType;
import org.calx.pricing.numeric.Normal;
import org.calx.pricing.vanilla.Black76;

/**
 * A European option on {@code F1 - F2} with strike K, the two futures log-normal.
 *
 * @param forward1 above 0
 * @param forward2 above 0
 * @param volatility1 not negative
 * @param volatility2 not negative
 * @param correlation of their logarithms, -1 to 1
 * @param expiryYears not negative
 * @param rate continuous
 */
public record SpreadOption(
        double forward1,
        double forward2,
        double volatility1,
        double volatility2,
        double correlation,
        double expiryYears,
        double rate) {

    /** Checks the domain. @throws IllegalArgumentException outside it */
    public SpreadOption {
        if (!(forward1 > 0
                && forward2 > 0
                && volatility1 >= 0
                && volatility2 >= 0
                && Math.abs(correlation) <= 1
                && expiryYears >= 0
                && Double.isFinite(forward1 + forward2 + volatility1 + volatility2 + expiryYears + rate))) {
            throw new IllegalArgumentException("outside the domain: forwards " + forward1 + ", " + forward2
                    + ", volatilities " + volatility1 + ", " + volatility2 + ", correlation " + correlation
                    + ", expiryYears " + expiryYears + ", rate " + rate);
        }
    }

    /** W. Margrabe, "The value of an option to exchange one asset for another", 1978: exact, strike 0. */
    public double margrabe(OptionType type) {
        return Black76.price(type, forward1, forward2, expiryYears, mixed(1), rate);
    }

    /** E. Kirk, "Correlation in the energy markets", 1995: the second leg and the strike as one log-normal. */
    public double kirk(OptionType type, double strike) {
        double second = shifted(strike);
        return Black76.price(type, forward1, second, expiryYears, mixed(forward2 / second), rate);
    }

    /**
     * P. Bjerksund and G. Stensland, "Closed form spread option valuation", 2006: the exercise rule that Kirk's formula
     * implies, valued exactly; a lower bound, closer than Kirk's formula. At correlations near 1 with unlike volatilities that rule
     * can be worse than none, so the value is at least the discounted payoff at the forwards.
     */
    public double bjerksundStensland(OptionType type, double strike) {
        double second = shifted(strike);
        double b = forward2 / second;
        double sigma = mixed(b);
        double deviation = sigma * Math.sqrt(expiryYears);
        double discount = Math.exp(-rate * expiryYears);
        if (deviation == 0) {
            return discount * type.intrinsic(forward1 - forward2, strike);
        }
        double v1 = volatility1 * volatility1 / 2;
        double v2 = b * b * volatility2 * volatility2 / 2;
        double cross = correlation * volatility1 * volatility2;
        double log = Math.log(forward1 / second);
        double d1 = (log + (v1 - b * cross + v2) * expiryYears) / deviation;
        double d2 = (log + (-v1 + cross + v2 - b * volatility2 * volatility2) * expiryYears) / deviation;
        double d3 = (log + (-v1 + v2) * expiryYears) / deviation;
        double s = type.sign();
        double value = s
                * (forward1 * Normal.cumulative(s * d1)
                        - forward2 * Normal.cumulative(s * d2)
                        - strike * Normal.cumulative(s * d3));
        return discount * Math.max(value, type.intrinsic(forward1 - forward2, strike));
    }

    private double shifted(double strike) {
        if (!(forward2 + strike > 0)) {
            throw new IllegalArgumentException(
                    "strike " + strike + " must be above minus the second forward, " + -forward2);
        }
        return forward2 + strike;
    }

    private double mixed(double share) {
        double second = share * volatility2;
        double square = volatility1 * volatility1 - 2 * correlation * volatility1 * second + second * second;
        return Math.sqrt(Math.max(square, 0));
    }
}
