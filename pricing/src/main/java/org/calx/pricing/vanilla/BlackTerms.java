package org.calx.pricing.vanilla;

import static org.calx.pricing.vanilla.Domain.GREATEST_SCORE;
import static org.calx.pricing.vanilla.Domain.LEAST_DEVIATION;

import org.calx.pricing.numeric.Elementary;

/**
 * Black-76 with one logarithm and one exponential: {@code K n(d2) = F n(d1)}, so one density serves the price, both tails
 * and every Greek.
 *
 * <p>With Mills' ratio {@code R(x) = N(-x) / n(x)} a tail is {@code n(d) R(|d|)}. The forward and the strike enter the
 * price apart from the tails, so an option out of the money keeps its digits.
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
        double forward = in.forward[i];
        double sign = in.sign[i];
        double discount = in.discount[i];
        double deviation = in.volatility[i] * in.rootExpiry[i];
        terms(forward, in.strike[i], deviation);
        double tail1 = density * ratio1;
        double price = discount * undiscounted(forward, in.strike[i], sign);
        out.price[i] = price;
        double smooth = discount * (deviation < LEAST_DEVIATION ? 0 : density);
        double probability = sign * d1 < 0 ? tail1 : 1 - tail1;
        double delta = discount * (sign * probability);
        out.delta[i] = delta;
        double gamma = smooth * inverse;
        out.gamma[i] = gamma;
        double vega = smooth * forward * in.rootExpiry[i];
        out.vega[i] = vega;
        double move = forward * in.volatility[i];
        out.theta[i] = Math.fma(-0.5 * (move * move), gamma, in.rate[i] * price);
        if (all) {
            higher(in, out, i, smooth);
        }
    }

    private void higher(OptionColumns in, ValueColumns out, int i, double smooth) {
        double deviationInverse = in.forward[i] * inverse;
        double perVolatility = in.rootExpiry[i] * deviationInverse;
        out.rho[i] = -in.expiryYears[i] * out.price[i];
        out.vanna[i] = -smooth * d2 * perVolatility;
        out.volga[i] = out.vega[i] * d1 * d2 * perVolatility;
        double halfTime = 0.5 / Math.max(in.expiryYears[i], LEAST_DEVIATION);
        out.charm[i] = Math.fma(smooth * d2, halfTime, in.rate[i] * out.delta[i]);
        out.speed[i] = -out.gamma[i] * Math.fma(d1, deviationInverse, 1) * (inverse / deviationInverse);
    }

    /** The price without discount, for inputs in the domain. */
    double undiscounted(double forward, double strike, double deviation, double sign) {
        terms(forward, strike, deviation);
        return undiscounted(forward, strike, sign);
    }

    private double undiscounted(double forward, double strike, double sign) {
        double forwardDensity = forward * density;
        double tail1 = forwardDensity * ratio1;
        double tail2 = forwardDensity * ratio2;
        boolean out1 = sign * d1 < 0;
        boolean out2 = sign * d2 < 0;
        double whole = (out1 ? 0 : forward) - (out2 ? 0 : strike);
        double tails = (out1 ? tail1 : -tail1) - (out2 ? tail2 : -tail2);
        return Math.max(sign * (whole + tails), 0);
    }

    private void terms(double forward, double strike, double deviationOrZero) {
        double deviation = Math.max(deviationOrZero, LEAST_DEVIATION);
        inverse = 1 / (forward * deviation);
        double moneyness = Elementary.logRatio(forward, strike) * (forward * inverse);
        d1 = Math.clamp(Math.fma(0.5, deviation, moneyness), -GREATEST_SCORE, GREATEST_SCORE);
        d2 = Math.clamp(Math.fma(-0.5, deviation, moneyness), -GREATEST_SCORE, GREATEST_SCORE);
        density = Elementary.density(d1);
        double shifted1 = Math.abs(d1) + 4;
        double shifted2 = Math.abs(d2) + 4;
        double both = 1 / (shifted1 * shifted2);
        ratio1 = Elementary.millsOf(shifted2 * both);
        ratio2 = Elementary.millsOf(shifted1 * both);
    }
}
