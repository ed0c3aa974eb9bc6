package org.calx.index.market;

import java.time.LocalDate;

/**
 * A price for delivery over a period: the mean over its days.
 *
 * @param date day of the quote
 * @param kind what stands behind it
 * @param model GPU model, with its region after a dot if it has one
 * @param first first delivery day
 * @param last last delivery day, not before the first
 * @param priceMicros micro-units of the currency per GPU-hour, above 0
 * @param source who says so, or how many owners do
 */
public record ForwardQuote(
        LocalDate date, Kind kind, String model, LocalDate first, LocalDate last, long priceMicros, String source) {

    /** Kinds, those first that a curve goes through first. */
    public enum Kind {
        FUTURE,
        SWAP,
        TERM
    }
}
