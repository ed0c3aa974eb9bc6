package org.calx.pricing.vanilla;

import static org.calx.pricing.vanilla.Domain.GREATEST_SCORE;
import static org.calx.pricing.vanilla.Domain.LEAST_DEVIATION;
import static org.calx.pricing.vanilla.ValueColumns.*;

import org.calx.pricing.numeric.Elementary;

/** Bachelier's formula: {@code s (F - K) N(s d) + v n(d)} with {@code d = (F - K) / v}, v the deviation at expiry. */
final class NormalTerms {
    private double inverse;
    private double d;
    private double density;
    private double ratio;

    /** Computes option i of the columns, which is in the domain. */
    void value(OptionColumns in, ValueColumns out, int i, boolean all) {
        double[] results = out.cells();
        int at = ValueColumns.place(i);
        double sign = in.sign(i);
        double discount = in.discount(i);
        double given = in.volatility(i) * in.rootExpiry(i);
        double price = discount * undiscounted(in.forward(i), in.strike(i), given, sign);
        results[at + PRICE] = price;
        double smooth = discount * (given < LEAST_DEVIATION ? 0 : density);
        double tail = density * ratio;
        double probability = sign * d < 0 ? tail : 1 - tail;
        results[at + DELTA] = discount * (sign * probability);
        double gamma = smooth * inverse;
        results[at + GAMMA] = gamma;
        results[at + VEGA] = smooth * in.rootExpiry(i);
        results[at + THETA] = Math.fma(-0.5 * (in.volatility(i) * in.volatility(i)), gamma, in.rate(i) * price);
        if (all) {
            higher(in, results, at, i, smooth);
        }
    }

    private void higher(OptionColumns in, double[] results, int at, int i, double smooth) {
        double perVolatility = in.rootExpiry(i) * inverse;
        results[at + RHO] = -in.expiryYears(i) * results[at + PRICE];
        results[at + VANNA] = -smooth * d * perVolatility;
        results[at + VOLGA] = results[at + VEGA] * d * d * perVolatility;
        double halfTime = 0.5 / Math.max(in.expiryYears(i), LEAST_DEVIATION);
        results[at + CHARM] = Math.fma(smooth * d, halfTime, in.rate(i) * results[at + DELTA]);
        results[at + SPEED] = -results[at + GAMMA] * d * inverse;
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
