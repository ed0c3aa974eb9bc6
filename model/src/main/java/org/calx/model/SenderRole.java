package org.calx.model;

/** What a sender of commands may do. */
public enum SenderRole {
    /** Every command: reference data, money, marks, phases, settlement, and orders for any account. */
    OPERATOR,

    /** Orders on behalf of any account, after the gateway has authenticated its user. */
    GATEWAY,

    /** Orders for one account. */
    PARTICIPANT;

    private static final SenderRole[] VALUES = values();

    /** The constant with this {@link #ordinal()}, as carried on the wire and in snapshots; new constants are appended. */
    public static SenderRole of(int code) {
        return VALUES[code];
    }
}
