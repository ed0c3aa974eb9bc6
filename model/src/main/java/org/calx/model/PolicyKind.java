package org.calx.model;

/** How the margin of a product's positions is computed. */
public enum PolicyKind {
    /** Scanning in 16 scenarios, with charges and credits. */
    SPAN,

    /** A percentage of the value at the settlement price, of the larger side alone if wanted. */
    PERCENT,

    /** The worst of any number of scenarios. */
    GRID;

    private static final PolicyKind[] VALUES = values();

    /** The constant with this {@link #ordinal()}, as carried on the wire and in snapshots; new constants are appended. */
    public static PolicyKind of(int code) {
        return VALUES[code];
    }
}
