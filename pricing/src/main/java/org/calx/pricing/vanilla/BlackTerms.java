package org.calx.pricing.vanilla;

import static org.calx.pricing.vanilla.Domain.GREATEST_SCORE;
import static org.calx.pricing.vanilla.Domain.LEAST_DEVIATION;
import static org.calx.pricing.vanilla.Domain.LEAST_SHARED_DEVIATION;
import static org.calx.pricing.vanilla.ValueColumns.*;

import org.calx.pricing.numeric.Elementary;

/**
 * Black-76 with one logarithm and one exponential: {@code K n(d2) = F n(d1)}, so one density serves the price, both tails
 * and every Greek.
 *
 * <p>With Mills' ratio {@code R(x) = N(-x) / n(x)} a tail is {@code n(d) R(|d|)}, and the price of an option out of the
 * money the difference of two tails, so it keeps its digits.
 */
final class BlackTerms {
    private double d1;
    private double d2;
    private double inverse;
    private double density;
    private double ratio1;
    private double ratio2;

    /** Computes option i of the columns, which is in the domain. */
    void value(OptionColumns in, ValueColumns out, int i, boolean all) {
        double[] results = out.cells();
        int at = ValueColumns.place(i);
        double forward = in.forward(i);
        double strike = in.strike(i);
        double sign = in.sign(i);
        double given = in.volatility(i) * in.rootExpiry(i);
        terms(forward, strike, given);
        double density = given < LEAST_DEVIATION ? 0 : this.density;
        double signedDiscount = sign * in.discount(i);
        double probability = probability(sign);
        double price = atLeastZero(signedDiscount * Math.fma(forward, probability, -strikePart(forward, strike, sign)));
        results[at + PRICE] = price;
        results[at + DELTA] = signedDiscount * probability;
        double gamma = in.discount(i) * density * inverse;
        results[at + GAMMA] = gamma;
        results[at + VEGA] = in.discount(i) * (forward * density) * in.rootExpiry(i);
        double move = forward * in.volatility(i);
        results[at + THETA] = Math.fma(-0.5 * (move * move), gamma, in.rate(i) * price);
        if (all) {
            higher(in, results, at, i, in.discount(i) * density);
        }
    }

    private void higher(OptionColumns in, double[] results, int at, int i, double smooth) {
        double deviationInverse = in.forward(i) * inverse;
        double perVolatility = in.rootExpiry(i) * deviationInverse;
        results[at + RHO] = -in.expiryYears(i) * results[at + PRICE];
        results[at + VANNA] = -smooth * d2 * perVolatility;
        results[at + VOLGA] = results[at + VEGA] * d1 * d2 * perVolatility;
        double halfTime = 0.5 / Math.max(in.expiryYears(i), LEAST_DEVIATION);
        results[at + CHARM] = Math.fma(smooth * d2, halfTime, in.rate(i) * results[at + DELTA]);
        results[at + SPEED] = -results[at + GAMMA] * Math.fma(d1, deviationInverse, 1) * (inverse / deviationInverse);
    }

    /** The price without discount, for inputs in the domain. */
    double undiscounted(double forward, double strike, double deviation, double sign) {
        terms(forward, strike, deviation);
        return atLeastZero(sign * Math.fma(forward, probability(sign), -strikePart(forward, strike, sign)));
    }

    private static double atLeastZero(double price) {
        return price <= 0 ? 0 : price;
    }

    /** {@code N(s d1)}. */
    private double probability(double sign) {
        double tail = density * ratio1;
        return isBeyond(sign, d1) ? tail : 1 - tail;
    }

    /** {@code K N(s d2)}. */
    private double strikePart(double forward, double strike, double sign) {
        double tail = forward * density * ratio2;
        return isBeyond(sign, d2) ? tail : strike - tail;
    }

    /** Whether the probability of a score, which may be a negative zero, is the tail. */
    private static boolean isBeyond(double sign, double score) {
        return sign * Math.copySign(1, score) < 0;
    }

    /** The two quotients that are not needed one after the other share a division. */
    private void terms(double forward, double strike, double deviationOrZero) {
        double deviation = Math.max(deviationOrZero, LEAST_DEVIATION);
        double scale = forward * deviation;
        long octaves = Elementary.octaves(forward, strike);
        double raised = Elementary.raised(strike, octaves);
        double sum = forward + raised;
        double s;
        if (deviation >= LEAST_SHARED_DEVIATION) {
            double shared = 1 / (sum * scale);
            inverse = sum * shared;
            s = (forward - raised) * scale * shared;
        } else {
            inverse = 1 / scale;
            s = (forward - raised) / sum;
        }
        d1 = Math.fma(Elementary.logOf(s, octaves), forward * inverse, deviation * 0.5);
        d2 = d1 - deviation;
        if (Math.abs(d1) > GREATEST_SCORE) {
            d1 = Math.clamp(d1, -GREATEST_SCORE, GREATEST_SCORE);
            d2 = Math.clamp(d2, -GREATEST_SCORE, GREATEST_SCORE);
        }
        density = Elementary.density(d1);
        ratio1 = Elementary.aboveMills(Math.abs(d1)) / Elementary.belowMills(Math.abs(d1));
        ratio2 = Elementary.aboveMills(Math.abs(d2)) / Elementary.belowMills(Math.abs(d2));
    }
}
