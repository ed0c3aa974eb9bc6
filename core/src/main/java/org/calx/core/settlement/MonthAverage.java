package org.calx.core.settlement;

import org.calx.core.reference.Fixings;
import org.calx.model.Decimals;
import org.calx.model.InstrumentSpec;

/**
 * The final settlement price of a contract month: the arithmetic mean of the fixings of its days, first to last
 * inclusive. A day without a fixing (a weekend, a holiday, an index that failed) is left out of sum and count. The mean
 * is rounded once, half away from zero, to {@value #ROUNDING_MICROS} micros: four decimals of the currency.
 */
public final class MonthAverage {
    /** The rounding unit, micros per unit of the underlying. */
    public static final long ROUNDING_MICROS = 100;

    private MonthAverage() {}

    /** How many fixings the average has so far. */
    public static int count(Fixings fixings, InstrumentSpec spec) {
        return fixings.count(spec.productId(), spec.firstFixingDay(), spec.lastFixingDay());
    }

    /** Their sum, micros per unit: with the count, what is fixed of a running month. */
    public static long sumMicros(Fixings fixings, InstrumentSpec spec) {
        return fixings.sumMicros(spec.productId(), spec.firstFixingDay(), spec.lastFixingDay());
    }

    /** How many of them are preliminary. */
    public static int countPreliminary(Fixings fixings, InstrumentSpec spec) {
        return fixings.countPreliminary(spec.productId(), spec.firstFixingDay(), spec.lastFixingDay());
    }

    /** The mean, micros per unit. @throws ArithmeticException if there is no fixing */
    public static long meanMicros(Fixings fixings, InstrumentSpec spec) {
        long sum = sumMicros(fixings, spec);
        return Decimals.divideHalfUp(sum, count(fixings, spec) * ROUNDING_MICROS) * ROUNDING_MICROS;
    }
}
