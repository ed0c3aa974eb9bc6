package org.calx.risk.stress;

import java.util.List;

/**
 * Moves of risk factors that happen together. The first shift that concerns a factor moves it; a factor that none concerns
 * stays.
 *
 * @param name for reports
 * @param source where the scenario is from, for reports
 */
public record StressScenario(String name, Source source, List<FactorShift> shifts) {

    /** Where a scenario is from. */
    public enum Source {
        /** Days that were. */
        HISTORICAL,
        /** Thought out. */
        HYPOTHETICAL
    }

    /**
     * The moves of all factors, in money per unit.
     *
     * @param multiple of the scenario; 1 for the scenario itself
     */
    public double[] moves(List<String> factors, double[] levels, double multiple) {
        double[] moves = new double[levels.length];
        for (int factor = 0; factor < moves.length; factor++) {
            for (FactorShift shift : shifts) {
                if (shift.concerns(factors.get(factor))) {
                    moves[factor] = multiple * shift.move(levels[factor]);
                    break;
                }
            }
        }
        return moves;
    }

    /** Whether it moves any of the factors. */
    public boolean concernsAny(List<String> factors) {
        return factors.stream().anyMatch(factor -> shifts.stream().anyMatch(shift -> shift.concerns(factor)));
    }
}
