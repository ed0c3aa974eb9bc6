package org.calx.risk.backtest;

import org.calx.risk.numeric.Gamma;

/**
 * The zone of a number of exceptions: Basel Committee, Supervisory framework for the use of backtesting, 1996.
 *
 * @param cumulativeProbability of at most that many exceptions, if the VaR is right
 */
public record TrafficLight(Zone zone, double cumulativeProbability) {
    private static final double YELLOW_FROM = 0.95;
    private static final double RED_FROM = 0.9999;

    /** Zones by the cumulative probability: yellow from 95 %, red from 99.99 %. */
    public enum Zone {
        GREEN,
        YELLOW,
        RED
    }

    /**
     * Looks up the zone.
     *
     * @param probability of an exception: 1 − confidence
     */
    public static TrafficLight of(int exceptions, int days, double probability) {
        double sum = 0;
        for (int x = 0; x <= exceptions; x++) {
            sum += Math.exp(logChoose(days, x) + Kupiec.logLikelihood(x, days, probability));
        }
        double cumulative = Math.min(1, sum);
        Zone zone = cumulative < YELLOW_FROM ? Zone.GREEN : cumulative < RED_FROM ? Zone.YELLOW : Zone.RED;
        return new TrafficLight(zone, cumulative);
    }

    private static double logChoose(int n, int k) {
        return Gamma.logGamma(n + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(n - k + 1.0);
    }
}
