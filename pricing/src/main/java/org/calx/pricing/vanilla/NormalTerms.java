package org.calx.pricing.vanilla;

import static org.calx.pricing.vanilla.Domain.GREATEST_SCORE;
import static org.calx.pricing.vanilla.Domain.LEAST_DEVIATION;

import org.calx.pricing.numeric.Elementary;

/** Bachelier's formula: {@code s (F - K) N(s d) + v n(d)} with {@code d = (F - K) / v}, v the deviation at expiry. */
final class NormalTerms {
    private double inverse;
    private double d;
    private double density;
    private double ratio;

    /** Computes option i of the columns, which is in the domain. */
    void value(OptionColumns in, ValueColumns out, int i, boolean all) {
        double sign = in.sign[i];
        double discount = in.discount[i];
        double given = in.volatility[i] * in.rootExpiry[i];
        double price = discount * undiscounted(in.forward[i], in.strike[i], given, sign);
        out.price[i] = price;
        double smooth = discount * (given < LEAST_DEVIATION ? 0 : density);
        double tail = density * ratio;
        double probability = sign * d < 0 ? tail : 1 - tail;
        out.delta[i] = discount * (sign * probability);
        double gamma = smooth * inverse;
        out.gamma[i] = gamma;
        out.vega[i] = smooth * in.rootExpiry[i];
        out.theta[i] = Math.fma(-0.5 * (in.volatility[i] * in.volatility[i]), gamma, in.rate[i] * price);
        if (all) {
            higher(in, out, i, smooth);
        }
    }

    private void higher(OptionColumns in, ValueColumns out, int i, double smooth) {
        double perVolatility = in.rootExpiry[i] * inverse;
        out.rho[i] = -in.expiryYears[i] * out.price[i];
        out.vanna[i] = -smooth * d * perVolatility;
        out.volga[i] = out.vega[i] * d * d * perVolatility;
        double halfTime = 0.5 / Math.max(in.expiryYears[i], LEAST_DEVIATION);
        out.charm[i] = Math.fma(smooth * d, halfTime, in.rate[i] * out.delta[i]);
        out.speed[i] = -out.gamma[i] * d * inverse;
    }

    /** The price without discount, for inputs in the domain. */
    double undiscounted(double forward, double strike, double deviation, double sign) {
        inverse = 1 / Math.max(deviation, LEAST_DEVIATION);
        double difference = forward - strike;
        d = Math.clamp(difference * inverse, -GREATEST_SCORE, GREATEST_SCORE);
        density = Elementary.density(d);
        double distance = Math.abs(d);
        ratio = Elementary.aboveMills(distance) / Elementary.belowMills(distance);
        double timeValue = deviation * density * Math.fma(-distance, ratio, 1);
        return Math.max(sign * difference, 0) + timeValue;
    }
}
