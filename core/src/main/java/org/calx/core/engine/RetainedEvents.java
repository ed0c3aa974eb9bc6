package org.calx.core.engine;

import java.util.ArrayList;
import java.util.List;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.RejectReason;

/**
 * Whose readers still need recorded events, and which: one row for each sender, for a bounded time. Pruning asks; the
 * exchange itself keeps no events.
 */
final class RetainedEvents {
    /** Longest time for which a sender has events kept by one command: seven days. */
    static final long MAX_DURATION_NS = 604_800_000_000_000L;

    private record Row(int senderId, long afterSequence, long untilNs) {}

    private final ExchangeEvents events;
    private final List<Row> rows = new ArrayList<>();

    RetainedEvents(ExchangeEvents events) {
        this.events = events;
    }

    /** Keeps the events after a number for a sender, in place of what was kept for it. */
    RejectReason retain(int senderId, long afterSequence, long durationNs, long nowNs) {
        if (afterSequence < 0 || durationNs < 0 || durationNs > MAX_DURATION_NS) {
            return RejectReason.INVALID_PARAMETER;
        }
        rows.removeIf(row -> row.senderId == senderId || row.untilNs <= nowNs);
        Row row = new Row(senderId, afterSequence, durationNs == 0 ? 0 : nowNs + durationNs);
        if (durationNs > 0) {
            rows.add(row);
        }
        tell(row);
        return RejectReason.NONE;
    }

    /** The least number after which somebody needs all events, {@link Long#MAX_VALUE} if nobody needs any. */
    long leastAfter(long nowNs) {
        long least = Long.MAX_VALUE;
        for (Row row : rows) {
            least = row.untilNs > nowNs ? Math.min(least, row.afterSequence) : least;
        }
        return least;
    }

    /** Tells what a sender has kept. @return rows told */
    int tell(int senderId) {
        for (Row row : rows) {
            if (row.senderId == senderId) {
                tell(row);
                return 1;
            }
        }
        return 0;
    }

    private void tell(Row row) {
        events.eventsRetained(row.senderId, row.afterSequence, row.untilNs);
    }

    void writeTo(SnapshotWriter writer) {
        writer.section("retainedEvents");
        writer.writeInt(rows.size());
        for (Row row : rows) {
            writer.writeInt(row.senderId);
            writer.writeLong(row.afterSequence);
            writer.writeLong(row.untilNs);
        }
    }

    void readFrom(SnapshotReader reader) {
        reader.section("retainedEvents");
        int count = reader.readInt();
        for (int i = 0; i < count; i++) {
            rows.add(new Row(reader.readInt(), reader.readLong(), reader.readLong()));
        }
    }
}
