package org.calx.model;

/** How firm a benchmark fixing is. */
public enum FixingStatus {
    /** Published in the correction window; used for daily variation. */
    PRELIMINARY,

    /** Never changed afterwards; used for final settlement. */
    FINAL;

    private static final FixingStatus[] VALUES = values();

    /** The constant with this {@link #ordinal()}, as carried on the wire and in snapshots; new constants are appended. */
    public static FixingStatus of(int code) {
        return VALUES[code];
    }
}
