package org.calx.margin.portfolio;

/** Over what a percentage product charges the larger of its two sides alone. */
public enum LargerSide {
    /** Long and short are both charged. */
    NONE,
    /** The larger of all longs and all shorts of the product; months that are excluded are charged beside it. */
    PRODUCT
}
