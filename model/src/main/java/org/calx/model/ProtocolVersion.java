package org.calx.model;

/**
 * What a venue does, step by step: a venue opens with {@link #FIRST} and is taken to the next version by an operator's
 * command, so that all replicas change what they do at the same place of the log, whatever build each of them runs.
 *
 * <p>A release that changes what a command does, or adds one, appends a constant here that says so, and asks for it where
 * the change is. {@code docs/adr/0016-protocol-versions.md} has the rules.
 */
public enum ProtocolVersion {
    /** What every venue opens with. */
    FIRST,
    /** Senders have recorded events retained. */
    RETAINED_EVENTS;

    private static final ProtocolVersion[] VALUES = values();

    /** Its number in commands, events and snapshots, from 1. */
    public int number() {
        return ordinal() + 1;
    }

    /** The newest that this build knows. */
    public static ProtocolVersion newest() {
        return VALUES[VALUES.length - 1];
    }

    /**
     * The version with this number, from 1.
     *
     * @throws UnknownProtocolVersionException if this build does not know it
     */
    public static ProtocolVersion of(int number) {
        if (number > VALUES.length) {
            throw new UnknownProtocolVersionException(number);
        }
        return VALUES[number - 1];
    }
}
