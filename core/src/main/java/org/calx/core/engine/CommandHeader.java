package org.calx.core.engine;

/**
 * Who sends a command, which of the sender's commands it is, and when the log took it. One instance is reused by the
 * decoder for every command.
 */
public final class CommandHeader {
    /** The registered sender. */
    public int senderId;

    /** The sender's life: raised at each of its restarts, so that sequences may begin anew. */
    public int epoch;

    /** The sender's own number of the command within the epoch, from 1. */
    public long sequence;

    /** The log's time, nanoseconds since 1970-01-01. */
    public long timestampNs;

    /** What the sender has signed, null if it has not: the command as it stands in the log, opaque here. */
    public byte[] signedBytes;

    /** The signature of {@link #signedBytes}, null if there is none. */
    public byte[] signature;

    /** Sets all four fields of a command that is not signed. */
    public CommandHeader set(int senderId, int epoch, long sequence, long timestampNs) {
        this.senderId = senderId;
        this.epoch = epoch;
        this.sequence = sequence;
        this.timestampNs = timestampNs;
        signed(null, null);
        return this;
    }

    /** Sets what the sender has signed, and the signature. */
    public CommandHeader signed(byte[] bytes, byte[] signatureOfBytes) {
        signedBytes = bytes;
        signature = signatureOfBytes;
        return this;
    }
}
