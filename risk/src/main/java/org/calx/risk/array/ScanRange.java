package org.calx.risk.array;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a product's prices and volatilities are scanned.
 *
 * @param price price scan range, per unit of the underlying
 * @param volatility volatility scan range, absolute, per square root of a year
 * @param scenarios what is scanned, in these ranges
 * @param lookAheadYears time that passes in every scenario
 */
public record ScanRange(double price, double volatility, List<Scenario> scenarios, double lookAheadYears) {
    /** Moves of scenarios 1 to 14 of the usual sixteen, each with the volatility up and down. */
    static final List<Double> MOVES = List.of(0.0, 1 / 3.0, -1 / 3.0, 2 / 3.0, -2 / 3.0, 1.0, -1.0);

    public ScanRange {
        scenarios = List.copyOf(scenarios);
    }

    /** A range of {@link #usualScenarios}. */
    public static ScanRange usual(
            double price, double volatility, double extremeMultiple, double extremeCover, double lookAheadYears) {
        return new ScanRange(price, volatility, usualScenarios(extremeMultiple, extremeCover), lookAheadYears);
    }

    /**
     * The usual sixteen.
     *
     * @param extremeMultiple the move of the last two, up and down, in price scan ranges
     * @param extremeCover covered share of their loss
     */
    public static List<Scenario> usualScenarios(double extremeMultiple, double extremeCover) {
        List<Scenario> scenarios = new ArrayList<>();
        for (double move : MOVES) {
            scenarios.add(new Scenario(move, 1, 1));
            scenarios.add(new Scenario(move, -1, 1));
        }
        scenarios.add(new Scenario(extremeMultiple, 0, extremeCover));
        scenarios.add(new Scenario(-extremeMultiple, 0, extremeCover));
        return scenarios;
    }
}
