package org.calx.margin;

/**
 * What an account must hold in one product, and what for.
 *
 * @param scanningMicros the worst loss over all scenarios and all fills, less the value of the options that are then held; without
 *     options never below zero
 * @param activeScenario 0 by a percentage policy, else the scenario that has it, the first of those that are equal: 1 to 16, or {@link ScanningRisk#ROWS} for
 *     the row at once
 * @param calendarSpreads where the product's calendar charge is flat, the bound on spreads of one lot over all fills
 * @param calendarMicros the most that calendar spreads cost over all fills
 * @param deliveryMicros the most that months in delivery cost over all fills
 * @param creditMicros what spreads with other products take off, whatever fills
 * @param valueMicros what fills may cost where no price moves, less the value of the options that are then held
 * @param shortOptionMicros the most that short options require at least over all fills
 * @param atOnceMicros what fills may cost at once, which no credit takes off
 * @param concentrationMicros what positions beyond the concentration threshold could cost
 */
public record ProductMargin(
        long scanningMicros,
        int activeScenario,
        long calendarSpreads,
        long calendarMicros,
        long deliveryMicros,
        long creditMicros,
        long valueMicros,
        long shortOptionMicros,
        long atOnceMicros,
        long concentrationMicros) {

    /** Nothing held, nothing needed. */
    public static final ProductMargin NONE = new ProductMargin(0, 1, 0, 0, 0, 0, 0, 0, 0, 0);

    /** max(scanning + calendar + delivery − credit, value + short-option minimum, at once) + concentration. */
    public long requirementMicros() {
        long charges = Math.addExact(calendarMicros, deliveryMicros);
        long less = Math.subtractExact(Math.addExact(scanningMicros, charges), creditMicros);
        long least = Math.max(Math.addExact(valueMicros, shortOptionMicros), atOnceMicros);
        return Math.addExact(Math.max(less, least), concentrationMicros);
    }

    /** The same with a credit. */
    ProductMargin credited(long micros) {
        return new ProductMargin(
                scanningMicros,
                activeScenario,
                calendarSpreads,
                calendarMicros,
                deliveryMicros,
                micros,
                valueMicros,
                shortOptionMicros,
                atOnceMicros,
                concentrationMicros);
    }
}
