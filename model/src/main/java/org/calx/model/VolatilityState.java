package org.calx.model;

/** How volatile a product is found to be at present, by whoever watches it. */
public enum VolatilityState {
    /** As usual. */
    NORMAL,
    /** Above its usual range: realised volatility over its historical 75th percentile. */
    ELEVATED,
    /** Far above. */
    STRESSED;

    private static final VolatilityState[] VALUES = values();

    /** The constant with this {@link #ordinal()}, as carried on the wire and in snapshots. */
    public static VolatilityState of(int code) {
        return VALUES[code];
    }
}
