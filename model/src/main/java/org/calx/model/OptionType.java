package org.calx.model;

/** Which right an option gives. */
public enum OptionType {
    /** To buy at the strike. */
    CALL,

    /** To sell at the strike. */
    PUT;

    private static final OptionType[] VALUES = values();

    /** The constant with this {@link #ordinal()}, as carried on the wire and in snapshots; new constants are appended. */
    public static OptionType of(int code) {
        return VALUES[code];
    }

    /** What the right is worth when it can be used but once, now: never below zero. Any unit of price. */
    public long intrinsic(long underlying, long strike) {
        return Math.max(0, this == CALL ? underlying - strike : strike - underlying);
    }
}
