package org.calx.gateway.shape;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.calx.gateway.json.Json;
import org.calx.gateway.view.InstrumentView;

/** Integers of the exchange as decimals and times of the wire. */
public final class Prices {
    private static final long NS_PER_MS = 1_000_000L;

    private Prices() {}

    /** A price in ticks as a decimal of the quote currency per unit. */
    public static BigDecimal price(InstrumentView instrument, long ticks) {
        return Json.micros(Math.multiplyExact(ticks, instrument.product.spec.tickMicros()));
    }

    /** A sum of ticks times lots as money: value of the units traded. */
    public static BigDecimal notional(InstrumentView instrument, long costTicks) {
        long perUnit = Math.multiplyExact(costTicks, instrument.product.spec.tickMicros());
        return Json.micros(Math.multiplyExact(perUnit, instrument.spec.unitsPerLot()));
    }

    /** Nanoseconds as milliseconds, down. */
    public static long ms(long ns) {
        return Math.floorDiv(ns, NS_PER_MS);
    }

    /** A day as {@code 2026-12-31}. */
    public static String date(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }
}
