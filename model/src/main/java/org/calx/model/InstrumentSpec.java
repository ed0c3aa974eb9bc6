package org.calx.model;

/**
 * A listed month future, or an option on one. One lot is {@code unitsPerLot} units of the underlying, so one tick of one lot is worth
 * {@code tickMicros * unitsPerLot}: 0.01 USD on 730 GPU-hours is 7.30 USD.
 *
 * @param instrumentId 1 or above, never used again
 * @param symbol name by the grammar of {@link InstrumentNames}, such as {@code H100-31DEC26}
 * @param productId its product
 * @param firstFixingDay first day of the contract month, days since 1970-01-01
 * @param lastFixingDay last day of the contract month, inclusive: the days whose fixings are averaged
 * @param lastTradingDay last business date on which it trades
 * @param unitsPerLot units of the underlying in one lot
 * @param referencePriceMicros the price that bands and margin start from on the first day, per unit; of an option its premium
 * @param option what makes it an option, null for a future; days and units are then those of its underlying, but for the last
 *     trading day, which may be earlier
 */
public record InstrumentSpec(
        int instrumentId,
        String symbol,
        int productId,
        int firstFixingDay,
        int lastFixingDay,
        int lastTradingDay,
        int unitsPerLot,
        long referencePriceMicros,
        OptionTerms option) {

    /** A month future. */
    public InstrumentSpec(
            int instrumentId,
            String symbol,
            int productId,
            int firstFixingDay,
            int lastFixingDay,
            int lastTradingDay,
            int unitsPerLot,
            long referencePriceMicros) {
        this(
                instrumentId,
                symbol,
                productId,
                firstFixingDay,
                lastFixingDay,
                lastTradingDay,
                unitsPerLot,
                referencePriceMicros,
                null);
    }

    /** Whether it is an option. */
    public boolean isOption() {
        return option != null;
    }
}
