package org.calx.pricing.american;

import org.calx.pricing.OptionType;
import org.calx.pricing.numeric.Elementary;
import org.calx.pricing.numeric.Normal;
import org.calx.pricing.vanilla.Black76;

/**
 * The quadratic approximation of G. Barone-Adesi and R. Whaley, "Efficient analytic approximation of American option
 * values", 1987, for futures. Several exchanges list by it; errors up to 1e-3 of the forward at long expiries.
 */
public final class BaroneAdesiWhaley {
    private static final int MOST_STEPS = 100;
    private static final double PRECISION = 1e-13;

    private BaroneAdesiWhaley() {}

    /** The price; arguments and failures as {@link Black76#price}. */
    public static double price(
            OptionType type, double forward, double strike, double expiryYears, double volatility, double rate) {
        double european = Black76.price(type, forward, strike, expiryYears, volatility, rate);
        double deviation = volatility * Math.sqrt(expiryYears);
        if (rate <= 0 || deviation == 0) {
            return rate <= 0 ? european : type.intrinsic(forward, strike);
        }
        double spot = type == OptionType.CALL ? forward : strike;
        double payment = type == OptionType.CALL ? strike : forward;
        double power = power(rate * expiryYears, deviation);
        double boundary = boundary(rate * expiryYears, deviation);
        double moneyness = spot / payment;
        if (moneyness >= boundary) {
            return spot - payment;
        }
        double d1 = Math.log(boundary) / deviation + deviation / 2;
        double premium = boundary / power * (1 - Math.exp(-rate * expiryYears) * Normal.cumulative(d1));
        return european + payment * premium * Math.pow(moneyness / boundary, power);
    }

    private static double power(double rateTime, double deviation) {
        double m = 2 * rateTime / (deviation * deviation);
        return 0.5 + 0.5 * Math.sqrt(1 + 4 * m / -Math.expm1(-rateTime));
    }

    /** The forward above which a call of strike 1 is exercised at once: Newton's method on a convex gap. */
    static double boundary(double rateTime, double deviation) {
        double power = power(rateTime, deviation);
        double discount = Math.exp(-rateTime);
        double perpetual = 0.5 + 0.5 * Math.sqrt(1 + 8 * rateTime / (deviation * deviation));
        double limit = perpetual / (perpetual - 1);
        double s = 1 + (limit - 1) * -Math.expm1(-2 * deviation / (limit - 1));
        for (int i = 0; i < MOST_STEPS; i++) {
            double d1 = Elementary.logRatio(s, 1) / deviation + deviation / 2;
            double inMoney = Normal.cumulative(d1);
            double call = discount * (s * inMoney - Normal.cumulative(d1 - deviation));
            double gap = s - 1 - call - (1 - discount * inMoney) * s / power;
            double slope =
                    (1 - discount * inMoney) * (1 - 1 / power) + discount * Normal.density(d1) / (deviation * power);
            double next = Math.max(s - gap / slope, 1 + (s - 1) / 4);
            if (Math.abs(next - s) <= PRECISION * s) {
                return next;
            }
            s = next;
        }
        return s;
    }
}
