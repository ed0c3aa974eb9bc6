package org.calx.risk.tail;

/**
 * How value at risk is measured.
 *
 * @param confidence above 0, below 1
 * @param decay λ of the filter
 * @param lowestScale floor of the filter's scaling, 0 for none
 * @param scenarios of Monte Carlo
 * @param degreesOfFreedom of Monte Carlo's Student-t shifts; 0 for normal ones
 * @param seed of Monte Carlo
 */
public record VarSettings(
        VarMethod method,
        double confidence,
        double decay,
        double lowestScale,
        int scenarios,
        int degreesOfFreedom,
        long seed) {

    /** Makes the scenarios. */
    public ShiftScenarios scenarios(FactorHistory history) {
        return switch (method) {
            case HISTORICAL -> new HistoricalScenarios(history);
            case FILTERED -> FilteredScenarios.byDecay(history, decay, lowestScale);
            case MONTE_CARLO -> new MonteCarloScenarios(history, scenarios, degreesOfFreedom, seed);
        };
    }
}
