package org.calx.margin.portfolio;

/** Where the short-option minimum stands in the last step of {@link SpanProduct}. */
public enum FloorOrder {
    /** max(scan + calendar + delivery − credit, minimum) − option value, not below 0. */
    CME,
    /** max(scan + calendar + delivery, minimum) − credit − option value, not below 0. */
    KDPW
}
