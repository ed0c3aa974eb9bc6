package org.calx.model;

/** Why an order left the book unfilled, whole or in part. */
public enum CancelReason {
    /** Its owner cancelled it. */
    REQUESTED,

    /** Its owner cancelled all orders of an instrument or of the account. */
    MASS_CANCEL,

    /** What an immediate-or-cancel order could not fill. */
    UNFILLED_REMAINDER,

    /** A fill-or-kill order that the book could not fill whole. */
    NOT_FILLABLE_IN_FULL,

    /** What a market order could not fill within its protection. */
    MARKET_PROTECTION,

    /** What was left when the most fills allowed in one command were reached. */
    FILL_LIMIT,

    /** A day order at the end of its business date. */
    END_OF_DAY,

    /** Its instrument expired. */
    EXPIRED,

    /** The client of its session is gone. */
    DISCONNECTED,

    /** The gateway of its session is gone, and the client has not gone on elsewhere in time. */
    GATEWAY_LOST,

    /** Its account has not set its countdown again in time. */
    COUNTDOWN,

    /** The order that it was linked with was filled, whole or in part: one cancels the other. */
    LINKED_ORDER_FILLED;

    private static final CancelReason[] VALUES = values();

    /** The constant with this {@link #ordinal()}, as carried on the wire and in snapshots; new constants are appended. */
    public static CancelReason of(int code) {
        return VALUES[code];
    }
}
