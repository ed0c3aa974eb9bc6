package org.calx.model;

/** What a sender of commands may do. */
public enum SenderRole {
    /** A person of the venue: every command, some of them with a second person, and orders for any account. */
    OPERATOR,

    /** Orders on behalf of any account, after the gateway has authenticated its user. */
    GATEWAY,

    /** Orders for one account. */
    PARTICIPANT,

    /** A program of the venue that runs its day: calendar, fixings, marks, settlement. */
    SERVICE,

    /** A program of the venue that publishes marks and risk arrays. */
    PUBLISHER,

    /** Halts markets and cancels orders, and nothing else. */
    EMERGENCY;

    private static final SenderRole[] VALUES = values();

    /** Whether senders of this role sign their commands, once the venue has a key. */
    public boolean signs() {
        return this == OPERATOR || this == SERVICE || this == EMERGENCY;
    }

    /** The constant with this {@link #ordinal()}, as carried on the wire and in snapshots; new constants are appended. */
    public static SenderRole of(int code) {
        return VALUES[code];
    }
}
