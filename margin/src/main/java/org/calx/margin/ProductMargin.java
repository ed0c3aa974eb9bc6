package org.calx.margin;

/**
 * What an account must hold in one product, and what for.
 *
 * @param scanningMicros the worst loss over all scenarios and all fills, never below zero
 * @param activeScenario the scenario that has it, the first of those that are equal: 1 to 16, or {@link ScanningRisk#ROWS} for
 *     the row at once
 * @param calendarSpreads the bound on calendar spreads of one lot over all fills
 * @param calendarMicros what they cost
 * @param concentrationMicros what positions beyond the concentration threshold could cost
 */
public record ProductMargin(
        long scanningMicros, int activeScenario, long calendarSpreads, long calendarMicros, long concentrationMicros) {

    /** Nothing held, nothing needed. */
    public static final ProductMargin NONE = new ProductMargin(0, 1, 0, 0, 0);

    /** The sum. */
    public long requirementMicros() {
        return Math.addExact(scanningMicros, Math.addExact(calendarMicros, concentrationMicros));
    }
}
