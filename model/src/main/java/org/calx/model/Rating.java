package org.calx.model;

/** How good an account is found to be for what it owes, the best first. */
public enum Rating {
    A,
    B,
    C,
    D;

    private static final Rating[] VALUES = values();

    /** How many there are. */
    public static int count() {
        return VALUES.length;
    }

    /** The constant with this {@link #ordinal()}, as carried on the wire and in snapshots. */
    public static Rating of(int code) {
        return VALUES[code];
    }
}
