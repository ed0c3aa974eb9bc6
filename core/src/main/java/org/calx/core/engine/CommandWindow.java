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

    private static final int STRIDE_BITS = 2;
    private static final int SEQUENCE = 0;
    private static final int EPOCH = 1;
    private static final int REASON = 2;
    private static final int REFERENCE = 3;

    private final int capacity;
    private final int mask;
    private final long[] rows;
    private int epoch;
    private long highestSequence;

    /** @param capacity a power of two */
    CommandWindow(int capacity) {
        this.capacity = capacity;
        mask = capacity - 1;
        rows = new long[capacity << STRIDE_BITS];
    }

    /** Where the command is remembered, or {@link #NONE}. */
    int find(int commandEpoch, long sequence) {
        int at = (int) sequence & mask;
        return sequence > 0 && field(at, SEQUENCE) == sequence && field(at, EPOCH) == commandEpoch ? at : NONE;
    }

    /** Why a command that is not remembered cannot be taken, or {@link RejectReason#NONE}. */
    RejectReason check(int commandEpoch, long sequence) {
        if (commandEpoch < epoch) {
            return RejectReason.STALE_EPOCH;
        }
        if (sequence < 1) {
            return RejectReason.INVALID_PARAMETER;
        }
        boolean tooOld = commandEpoch == epoch && sequence <= highestSequence - capacity;
        return tooOld ? RejectReason.COMMAND_TOO_OLD : RejectReason.NONE;
    }

    /** Remembers a command that {@link #check} lets pass; a higher epoch begins a new life. */
    void remember(int commandEpoch, long sequence, RejectReason reason, long reference) {
        if (commandEpoch > epoch) {
            epoch = commandEpoch;
            highestSequence = 0;
        }
        highestSequence = Math.max(highestSequence, sequence);
        put(commandEpoch, sequence, reason.ordinal(), reference);
    }

    private void put(int commandEpoch, long sequence, int reason, long reference) {
        int row = ((int) sequence & mask) << STRIDE_BITS;
        rows[row + SEQUENCE] = sequence;
        rows[row + EPOCH] = commandEpoch;
        rows[row + REASON] = reason;
        rows[row + REFERENCE] = reference;
    }

    private long field(int at, int field) {
        return rows[(at << STRIDE_BITS) + field];
    }

    RejectReason reason(int at) {
        return RejectReason.of((int) field(at, REASON));
    }

    long reference(int at) {
        return field(at, REFERENCE);
    }

    void writeTo(SnapshotWriter writer) {
        writer.writeInt(epoch);
        writer.writeLong(highestSequence);
        int remembered = 0;
        for (int at = 0; at < capacity; at++) {
            remembered += field(at, SEQUENCE) == 0 ? 0 : 1;
        }
        writer.writeInt(remembered);
        for (int at = 0; at < capacity; at++) {
            if (field(at, SEQUENCE) != 0) {
                writer.writeInt((int) field(at, EPOCH));
                writer.writeLong(field(at, SEQUENCE));
                writer.writeInt((int) field(at, REASON));
                writer.writeLong(field(at, REFERENCE));
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
            put(commandEpoch, sequence, reader.readInt(), reader.readLong());
        }
    }
}
