package org.calx.risk.tail;

/** How a factor's past moves are carried to its level today. */
public enum ShiftKind {
    /** In proportion: for prices that stay above 0. */
    RELATIVE,
    /** As differences: for prices that may be 0 or below, as power prices are. */
    ABSOLUTE
}
