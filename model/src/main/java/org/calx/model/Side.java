package org.calx.model;

/** The side of an order or of the aggressor of a trade. */
public enum Side {
    BUY,
    SELL;

    private static final Side[] VALUES = values();

    /** {@code +1} for a buy, {@code -1} for a sell: multiplies a quantity into a signed position change. */
    public int sign() {
        return this == BUY ? 1 : -1;
    }

    /** The side that this one trades against. */
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }

    /** The side with this {@link #ordinal()}, as carried on the wire and in snapshots. */
    public static Side of(int code) {
        return VALUES[code];
    }
}
