package org.calx.model;

/** How long an order may rest. */
public enum TimeInForce {
    /** Until it is filled or cancelled, or its instrument expires. */
    GOOD_TIL_CANCELLED,

    /** Until the end of the market's business date. */
    DAY,

    /** Fills what it can at once; the rest is cancelled. */
    IMMEDIATE_OR_CANCEL,

    /** Fills in full at once or is cancelled whole. */
    FILL_OR_KILL;

    /** Whether what is not filled at once rests. */
    public boolean mayRest() {
        return this == GOOD_TIL_CANCELLED || this == DAY;
    }

    private static final TimeInForce[] VALUES = values();

    /** The constant with this {@link #ordinal()}, as carried on the wire and in snapshots; new constants are appended. */
    public static TimeInForce of(int code) {
        return VALUES[code];
    }
}
