package org.calx.model;

/** A settlement currency. Money is counted in micro-units: one unit is {@value #MICROS} micros. */
public enum Currency {
    USD,
    EUR,
    CNY;

    /** Micro-units in one unit of any currency. */
    public static final long MICROS = 1_000_000L;

    private static final Currency[] VALUES = values();

    /** The currency with this {@link #ordinal()}; new currencies are appended. */
    public static Currency of(int code) {
        return VALUES[code];
    }

    /** How many currencies there are: the size of arrays by currency. */
    public static int count() {
        return VALUES.length;
    }
}
