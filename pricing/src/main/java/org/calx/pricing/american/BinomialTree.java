package org.calx.pricing.american;

import org.calx.pricing.OptionType;

/**
 * The tree of J. Cox, S. Ross and M. Rubinstein, 1979, on a future: the oracle that is read rather than trusted. Its error
 * falls as one over the steps.
 */
public final class BinomialTree {
    /** Most steps: the work grows with their square. */
    public static final int MOST_STEPS = 20_000;

    private BinomialTree() {}

    /**
     * The price of an American option.
     *
     * @param steps 1 to {@link #MOST_STEPS}
     */
    public static double price(
            OptionType type,
            double forward,
            double strike,
            double expiryYears,
            double volatility,
            double rate,
            int steps) {
        if (steps < 1 || steps > MOST_STEPS) {
            throw new IllegalArgumentException("steps " + steps + " is not 1 to " + MOST_STEPS);
        }
        double up = Math.exp(volatility * Math.sqrt(expiryYears / steps));
        if (up == 1) {
            return Math.max(1, Math.exp(-rate * expiryYears)) * type.intrinsic(forward, strike);
        }
        double probability = 1 / (1 + up);
        double discount = Math.exp(-rate * expiryYears / steps);
        double[] value = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            value[i] = type.intrinsic(forward * Math.pow(up, 2 * i - steps), strike);
        }
        for (int step = steps - 1; step >= 0; step--) {
            double node = forward * Math.pow(up, -step);
            for (int i = 0; i <= step; i++) {
                double held = discount * (probability * value[i + 1] + (1 - probability) * value[i]);
                value[i] = Math.max(held, type.intrinsic(node, strike));
                node *= up * up;
            }
        }
        return value[0];
    }
}
