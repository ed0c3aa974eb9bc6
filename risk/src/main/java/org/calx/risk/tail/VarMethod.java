package org.calx.risk.tail;

/** How scenarios for tomorrow are made from the past. */
public enum VarMethod {
    /** {@link HistoricalScenarios}. */
    HISTORICAL,
    /** {@link FilteredScenarios}. */
    FILTERED,
    /** {@link MonteCarloScenarios}. */
    MONTE_CARLO
}
