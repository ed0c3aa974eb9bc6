package org.calx.model;

/** A log or a snapshot is at a protocol version that this build does not know. The node must stop: others know it. */
public final class UnknownProtocolVersionException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** The version that is asked for, above the newest known. */
    public UnknownProtocolVersionException(int number) {
        super("the venue is at protocol version " + number + ", and this build knows versions 1 to "
                + ProtocolVersion.newest().number() + ": install a newer one");
    }
}
