package org.calx.risk.volatility;

import org.calx.risk.numeric.Quantile;

/** Whether volatility is high against its own history: above the 75th percentile. */
public enum VolatilityState {
    NORMAL,
    HIGH;

    /** The share of history that a high volatility lies above. */
    public static final double PERCENTILE = 0.75;

    /**
     * The state of a volatility.
     *
     * @param current today's volatility
     * @param history volatilities of the same measure, at least one, in any order
     */
    public static VolatilityState of(double current, double[] history) {
        return current > threshold(history) ? HIGH : NORMAL;
    }

    /** The smallest volatility of the history that at least three quarters of it do not exceed. */
    public static double threshold(double[] history) {
        return Quantile.of(history, PERCENTILE);
    }
}
