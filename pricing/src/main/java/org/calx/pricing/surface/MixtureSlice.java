package org.calx.pricing.surface;

import org.calx.pricing.OptionType;
import org.calx.pricing.vanilla.Black76;

/**
 * One expiry's distribution as a mixture of log-normals: weights that sum to 1, means that average to 1. Its calls are
 * convex in the strike whatever the numbers are.
 *
 * @param weights above 0
 * @param means over the forward
 * @param deviations volatility times root of time, of each component
 */
public record MixtureSlice(double[] weights, double[] means, double[] deviations) implements SmileSlice {

    @Override
    public double call(double strike, double furtherVariance) {
        double price = 0;
        for (int i = 0; i < weights.length; i++) {
            double deviation =
                    furtherVariance == 0 ? deviations[i] : Math.sqrt(deviations[i] * deviations[i] + furtherVariance);
            price += weights[i] * Black76.undiscounted(OptionType.CALL, means[i], strike, deviation);
        }
        return price;
    }
}
