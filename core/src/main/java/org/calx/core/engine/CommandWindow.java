package org.calx.core.engine;

import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.RejectReason;

/**
 * One sender's last commands and what became of them: a ring in which a command stands at its sequence modulo the
 * window, so finding one is one comparison and remembering one forgets the command a whole window before it.
 */
final class CommandWindow {
    /** No such command is remembered. */
    static final int NONE = -1;

    private final int mask;
    private final int[] epochs;
    private final long[] sequences;
    private final byte[] reasons;
    private final long[] references;
    private int epoch;
    private long highestSequence;

    /** @param capacity a power of two */
    CommandWindow(int capacity) {
        mask = capacity - 1;
        epochs = new int[capacity];
        sequences = new long[capacity];
        reasons = new byte[capacity];
        references = new long[capacity];
    }

    /** Where the command is remembered, or {@link #NONE}. */
    int find(int commandEpoch, long sequence) {
        int at = (int) sequence & mask;
        return sequence > 0 && sequences[at] == sequence && epochs[at] == commandEpoch ? at : NONE;
    }

    /** Why a command that is not remembered cannot be taken, or {@link RejectReason#NONE}. */
    RejectReason check(int commandEpoch, long sequence) {
        if (commandEpoch < epoch) {
            return RejectReason.STALE_EPOCH;
        }
        if (sequence < 1) {
            return RejectReason.INVALID_PARAMETER;
        }
        boolean tooOld = commandEpoch == epoch && sequence <= highestSequence - sequences.length;
        return tooOld ? RejectReason.COMMAND_TOO_OLD : RejectReason.NONE;
    }

    /** Remembers a command that {@link #check} lets pass; a higher epoch begins a new life. */
    void remember(int commandEpoch, long sequence, RejectReason reason, long reference) {
        if (commandEpoch > epoch) {
            epoch = commandEpoch;
            highestSequence = 0;
        }
        highestSequence = Math.max(highestSequence, sequence);
        int at = (int) sequence & mask;
        epochs[at] = commandEpoch;
        sequences[at] = sequence;
        reasons[at] = (byte) reason.ordinal();
        references[at] = reference;
    }

    RejectReason reason(int at) {
        return RejectReason.of(reasons[at]);
    }

    long reference(int at) {
        return references[at];
    }

    void writeTo(SnapshotWriter writer) {
        writer.writeInt(epoch);
        writer.writeLong(highestSequence);
        int remembered = 0;
        for (long sequence : sequences) {
            remembered += sequence == 0 ? 0 : 1;
        }
        writer.writeInt(remembered);
        for (int at = 0; at < sequences.length; at++) {
            if (sequences[at] != 0) {
                writer.writeInt(epochs[at]);
                writer.writeLong(sequences[at]);
                writer.writeInt(reasons[at]);
                writer.writeLong(references[at]);
            }
        }
    }

    void readFrom(SnapshotReader reader) {
        epoch = reader.readInt();
        highestSequence = reader.readLong();
        int remembered = reader.readInt();
        for (int i = 0; i < remembered; i++) {
            int commandEpoch = reader.readInt();
            long sequence = reader.readLong();
            int at = (int) sequence & mask;
            epochs[at] = commandEpoch;
            sequences[at] = sequence;
            reasons[at] = (byte) reader.readInt();
            references[at] = reader.readLong();
        }
    }
}
