package org.calx.core.reference;

import org.calx.margin.ScenarioArray;

/**
 * The largest numbers that the exchange takes in. They keep every product and sum on the order path inside a
 * {@code long}; {@code docs/spec/ledger.md} has the arithmetic. What is beyond is refused at the edge.
 */
public final class NumericBounds {
    /** Largest order and position limit, lots. */
    public static final long MAX_LOTS = 25_000;

    /** Largest units of the underlying in one lot. */
    public static final int MAX_UNITS_PER_LOT = 100_000;

    /** Largest value of one lot at any price, mark or reference, in micros: 4 million units of the currency. */
    public static final long MAX_LOT_VALUE_MICROS = 4_000_000_000_000L;

    /** Largest loss of one lot in a scenario of a risk array, in micros. */
    public static final long MAX_SCENARIO_LOSS_MICROS = ScenarioArray.MAX_LOSS_MICROS;

    /** Largest fee or charge per lot, in micros. */
    public static final long MAX_FEE_MICROS = 1_000_000_000_000L;

    /** Largest cash balance that a deposit may lead to, and largest sum of all deposits, in micros. */
    public static final long MAX_CASH_MICROS = 100_000_000_000_000_000L;

    private NumericBounds() {}

    /** Whether a price in micros per unit is such that one lot is worth no more than the bound, either sign. */
    public static boolean isLotValue(long priceMicros, int unitsPerLot) {
        long most = MAX_LOT_VALUE_MICROS / unitsPerLot;
        return priceMicros >= -most && priceMicros <= most;
    }

    /** Whether {@code value} is from {@code least} to {@code most}, both inclusive. */
    public static boolean isWithin(long value, long least, long most) {
        return value >= least && value <= most;
    }
}
