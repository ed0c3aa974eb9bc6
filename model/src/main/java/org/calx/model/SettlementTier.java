package org.calx.model;

/** Where a settlement price came from, in the order of the waterfall. */
public enum SettlementTier {
    /** Volume-weighted average of the settlement window's trades. */
    VOLUME_WEIGHTED,

    /** Mid of the best bid and offer, no wider than the product's allowed spread. */
    BOOK_MID,

    /** The published mark, not stale. */
    MARK,

    /** The previous settlement price (the reference price on the first day). */
    PREVIOUS,

    /** Arithmetic mean of the fixings of the contract month: final settlement. */
    FIXING_AVERAGE;

    private static final SettlementTier[] VALUES = values();

    /** The constant with this {@link #ordinal()}, as carried on the wire and in snapshots; new constants are appended. */
    public static SettlementTier of(int code) {
        return VALUES[code];
    }
}
