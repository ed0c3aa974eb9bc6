package org.calx.core.liveness;

import java.util.ArrayDeque;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.CancelReason;

/** The cancellations that have begun, oldest first: at most one of each session and a few of each account's countdown. */
public final class Cancellations {
    private final ArrayDeque<Cancellation> waiting = new ArrayDeque<>();

    /** Adds one. */
    public void add(Cancellation cancellation) {
        waiting.add(cancellation);
    }

    /** The oldest, or null. */
    public Cancellation first() {
        return waiting.peek();
    }

    /** Takes the oldest out. */
    public void removeFirst() {
        waiting.remove();
    }

    /** Writes all. */
    public void writeTo(SnapshotWriter writer) {
        writer.section("cancellations");
        writer.writeInt(waiting.size());
        for (Cancellation cancellation : waiting) {
            writer.writeInt(cancellation.accountId());
            writer.writeLong(cancellation.sessionId());
            writer.writeLong(cancellation.lastSequence());
            writer.writeInt(cancellation.reason().ordinal());
        }
    }

    /** Reads them; none has begun yet. */
    public void readFrom(SnapshotReader reader) {
        reader.section("cancellations");
        int count = reader.readInt();
        for (int i = 0; i < count; i++) {
            int accountId = reader.readInt();
            long sessionId = reader.readLong();
            long lastSequence = reader.readLong();
            waiting.add(new Cancellation(accountId, sessionId, lastSequence, CancelReason.of(reader.readInt())));
        }
    }
}
