package org.calx.pricing.american;

import org.calx.pricing.OptionType;
import org.calx.pricing.numeric.Normal;
import org.calx.pricing.vanilla.Black76;

/**
 * Exercise at a flat boundary: P. Bjerksund and G. Stensland, "Closed-form approximation of American options", 1993, for
 * futures. A lower bound of the true value.
 */
public final class BjerksundStensland {
    private BjerksundStensland() {}

    /** The price; arguments and failures as {@link Black76#price}. */
    public static double price(
            OptionType type, double forward, double strike, double expiryYears, double volatility, double rate) {
        double european = Black76.price(type, forward, strike, expiryYears, volatility, rate);
        double variance = volatility * volatility * expiryYears;
        if (rate <= 0 || variance == 0) {
            return rate <= 0 ? european : type.intrinsic(forward, strike);
        }
        double spot = type == OptionType.CALL ? forward : strike;
        double payment = type == OptionType.CALL ? strike : forward;
        return Math.max(european, payment * call(spot / payment, variance, rate * expiryYears));
    }

    private static double call(double spot, double variance, double rateTime) {
        double beta = 0.5 + Math.sqrt(0.25 + 2 * rateTime / variance);
        double limit = beta / (beta - 1);
        double boundary = 1 + (limit - 1) * -Math.expm1(-2 * Math.sqrt(variance) / (limit - 1));
        if (spot >= boundary) {
            return spot - 1;
        }
        double alpha = (boundary - 1) * Math.pow(boundary, -beta);
        Barrier barrier = new Barrier(spot, boundary, variance, rateTime);
        return alpha * (Math.pow(spot, beta) - barrier.phi(beta, boundary))
                + barrier.phi(1, boundary)
                - barrier.phi(1, 1)
                - barrier.phi(0, boundary)
                + barrier.phi(0, 1);
    }

    /** The paper's phi: the value of {@code S^gamma} at expiry below h, if the boundary was not touched. */
    private record Barrier(double spot, double boundary, double variance, double rateTime) {
        double phi(double gamma, double h) {
            double deviation = Math.sqrt(variance);
            double lambda = -rateTime + 0.5 * gamma * (gamma - 1) * variance;
            double d = -(Math.log(spot / h) + (gamma - 0.5) * variance) / deviation;
            double distance = Math.log(boundary / spot);
            double reflected = Math.exp((2 * gamma - 1) * distance) * Normal.cumulative(d - 2 * distance / deviation);
            return Math.exp(lambda) * Math.pow(spot, gamma) * (Normal.cumulative(d) - reflected);
        }
    }
}
