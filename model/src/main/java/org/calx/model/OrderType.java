package org.calx.model;

/** How the price of an order is given. */
public enum OrderType {
    /** Trades at its limit price or better. */
    LIMIT,

    /** Trades at once, no further from the best opposite price than the product's market protection; the rest is cancelled. */
    MARKET;

    private static final OrderType[] VALUES = values();

    /** The constant with this {@link #ordinal()}, as carried on the wire and in snapshots; new constants are appended. */
    public static OrderType of(int code) {
        return VALUES[code];
    }
}
