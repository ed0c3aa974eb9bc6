package org.calx.model;

/** What kind of commodity a product is. */
public enum ProductClass {
    /** GPU-hours of one model. */
    COMPUTE,

    /** Electricity delivered as a constant block. */
    POWER;

    private static final ProductClass[] VALUES = values();

    /** The constant with this {@link #ordinal()}, as carried on the wire and in snapshots; new constants are appended. */
    public static ProductClass of(int code) {
        return VALUES[code];
    }
}
