package org.calx.model;

/** What a market does at present. */
public enum MarketPhase {
    /** No trading; orders rest and may be cancelled. */
    CLOSED,

    /** Continuous trading. */
    OPEN,

    /** Continuous trading inside the settlement window: its trades form the daily settlement price. */
    CLOSING,

    /** Trading is stopped by the operator; orders may be cancelled. */
    HALTED;

    private static final MarketPhase[] VALUES = values();

    /** The constant with this {@link #ordinal()}, as carried on the wire and in snapshots; new constants are appended. */
    public static MarketPhase of(int code) {
        return VALUES[code];
    }
}
