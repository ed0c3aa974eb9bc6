package org.calx.gateway.view;

import org.calx.model.Decimals;

/**
 * An account's position in an instrument.
 *
 * @param lots signed
 * @param openValueMicros what it has cost since the last settlement, signed
 */
public record PositionView(InstrumentView instrument, long lots, long openValueMicros) {

    /** Average price in micros per unit of what is held, since the last settlement; 0 for no position. */
    public long averagePriceMicros() {
        return lots == 0 ? 0 : Decimals.divideHalfUp(openValueMicros * Long.signum(lots), Math.absExact(units(lots)));
    }

    /**
     * Value at the valuation price minus what it has cost, in micros of money. Of a future it is still to be paid; of an option it is
     * not, as the premium was.
     */
    public long floatingMicros() {
        return Math.subtractExact(Math.multiplyExact(units(lots), instrument.valuationMicros()), openValueMicros);
    }

    /** What an option held is worth at the valuation price, or one owed costs, in micros of money; 0 for a future. */
    public long optionValueMicros() {
        return instrument.spec.isOption() ? Math.multiplyExact(units(lots), instrument.valuationMicros()) : 0;
    }

    /** Signed units of the underlying. */
    public long units() {
        return units(lots);
    }

    private long units(long ofLots) {
        return Math.multiplyExact(ofLots, instrument.spec.unitsPerLot());
    }
}
