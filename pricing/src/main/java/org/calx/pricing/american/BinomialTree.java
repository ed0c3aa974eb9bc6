package org.calx.pricing.american;

import org.calx.pricing.Greeks;
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

    /**
     * The price and its derivatives. A tree's price is made of straight pieces in the forward, so delta and gamma are taken between
     * trees that begin two nodes higher and lower, whose nodes are the same.
     */
    public static Greeks value(
            OptionType type,
            double forward,
            double strike,
            double expiryYears,
            double volatility,
            double rate,
            int steps) {
        Greeks rough = Greeks.byDifferences(
                (f, t, v, r) -> price(type, f, strike, t, v, r, steps), forward, expiryYears, volatility, rate);
        double twoUp = Math.exp(2 * volatility * Math.sqrt(expiryYears / steps));
        if (twoUp == 1) {
            return rough;
        }
        double above = forward * twoUp - forward;
        double below = forward - forward / twoUp;
        double rise =
                (price(type, forward + above, strike, expiryYears, volatility, rate, steps) - rough.price()) / above;
        double fall =
                (rough.price() - price(type, forward - below, strike, expiryYears, volatility, rate, steps)) / below;
        double delta = (below * rise + above * fall) / (above + below);
        double gamma = 2 * (rise - fall) / (above + below);
        return new Greeks(rough.price(), delta, gamma, rough.vega(), rough.theta(), rough.rho());
    }
}
