package org.calx.index.barometer;

import java.util.Arrays;
import java.util.List;

/**
 * How restless a fixing is: the exponentially weighted volatility of its daily moves (RiskMetrics 1996, weight 0.94), a year's, set
 * against its own past. Calm in the lowest quarter of what it was, stressed in the highest tenth, else normal.
 *
 * @param annual volatility of a year
 * @param state 0 calm, 1 normal, 2 stressed
 */
record VolatilityState(double annual, int state) {
    /** Fewest moves for a state. */
    static final int FEWEST_MOVES = 60;

    private static final double WEIGHT = 0.94;
    private static final double DAYS_A_YEAR = 365;
    /** Moves before the weighted variance counts. */
    private static final int WARM_UP = 20;

    /** @param logMoves at least {@link #FEWEST_MOVES}, oldest first */
    static VolatilityState of(List<Double> logMoves) {
        double variance = logMoves.subList(0, WARM_UP).stream()
                .mapToDouble(move -> move * move)
                .average()
                .orElse(0);
        double[] past = new double[logMoves.size() - WARM_UP];
        for (int at = WARM_UP; at < logMoves.size(); at++) {
            variance = WEIGHT * variance + (1 - WEIGHT) * logMoves.get(at) * logMoves.get(at);
            past[at - WARM_UP] = variance;
        }
        double now = past[past.length - 1];
        Arrays.sort(past);
        boolean calm = now < past[past.length / 4];
        boolean stressed = now > past[past.length * 9 / 10];
        return new VolatilityState(Math.sqrt(now * DAYS_A_YEAR), calm ? 0 : stressed ? 2 : 1);
    }

    String word() {
        return switch (state) {
            case 0 -> "calm";
            case 2 -> "stressed";
            default -> "normal";
        };
    }
}
