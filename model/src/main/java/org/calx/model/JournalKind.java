package org.calx.model;

/** Why money moved. */
public enum JournalKind {
    /** Cash received from outside. */
    DEPOSIT,

    /** Cash paid to outside. */
    WITHDRAWAL,

    /** Fee (or, when negative, rebate) of a fill. */
    TRADING_FEE,

    /** Daily variation margin at the settlement price. */
    VARIATION,

    /** Variation to the final settlement price at expiry. */
    FINAL_SETTLEMENT,

    /** Fee per lot held at final settlement. */
    SETTLEMENT_FEE,

    /** Premium of an option, from its buyer through the clearing account to its seller at the fill. */
    PREMIUM;

    private static final JournalKind[] VALUES = values();

    /** The constant with this {@link #ordinal()}, as carried on the wire and in snapshots; new constants are appended. */
    public static JournalKind of(int code) {
        return VALUES[code];
    }
}
