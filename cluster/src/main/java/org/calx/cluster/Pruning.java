package org.calx.cluster;

import io.aeron.archive.client.AeronArchive;
import io.aeron.archive.client.ArchiveException;
import java.util.ArrayList;
import java.util.List;
import org.calx.api.client.EventRecording;
import org.calx.api.client.EventStream;
import org.calx.api.client.EventsMissingException;

/**
 * Removes what a member no longer needs: old snapshots, the log before the oldest that stays, old events. The log stays as
 * far back as another member's ends; events stay as far back as a sender has had them retained, and as somebody is reading
 * them. Files go whole, so up to one more of each recording stays.
 */
final class Pruning {
    private final AeronArchive archive;
    private final Retention retention;
    private final long retainedAfter;
    private final List<String> kept = new ArrayList<>();

    /** @param retainedAfter a sender needs the events after this number, {@link Long#MAX_VALUE} if none does */
    Pruning(AeronArchive archive, Retention retention, long retainedAfter) {
        this.archive = archive;
        this.retention = retention;
        this.retainedAfter = retainedAfter;
    }

    /**
     * Prunes.
     *
     * @param log the member's log and snapshots
     * @param others up to where the other members have the log
     */
    PruneReport run(StoredLog log, OtherLogs others) {
        int snapshots = 0;
        long logBytes = 0;
        int staying = Math.min(retention.snapshots(), log.snapshots().size());
        if (staying < retention.snapshots()) {
            kept.add("the log: only " + staying + " snapshots are there, " + retention.snapshots() + " are to be kept");
        } else {
            List<StoredSnapshot> old =
                    log.snapshots().subList(staying, log.snapshots().size());
            old.forEach(this::remove);
            snapshots = old.size();
            logBytes = pruneLog(log, log.snapshots().get(staying - 1).logPosition(), others);
        }
        return new PruneReport(snapshots, logBytes, pruneEvents(), List.copyOf(kept));
    }

    private void remove(StoredSnapshot snapshot) {
        archive.purgeRecording(snapshot.recordingId());
        archive.purgeRecording(snapshot.consensusRecordingId());
    }

    private long pruneLog(StoredLog log, long snapshotPosition, OtherLogs others) {
        long position = snapshotPosition;
        try {
            long theirs = others.leastPosition();
            if (theirs < position) {
                kept.add("the log: another member has it up to position " + theirs + " only");
                position = theirs;
            }
        } catch (RuntimeException e) {
            kept.add("the log: " + e.getMessage());
            return 0;
        }
        return purge("the log", Recording.of(archive, log.recordingId()), position);
    }

    private long pruneEvents() {
        EventRecording events = EventRecording.find(archive);
        if (events == null) {
            return 0;
        }
        long end = archive.getMaxRecordedPosition(events.recordingId());
        long position = end - Math.min(end, retention.eventBytes());
        return purge(
                "the events",
                Recording.of(archive, events.recordingId()),
                Math.min(position, retainedPosition(events, position)));
    }

    /** From where the events are needed; what was removed before they were asked for keeps nothing. */
    private long retainedPosition(EventRecording events, long otherwise) {
        if (retainedAfter == Long.MAX_VALUE) {
            return otherwise;
        }
        try {
            long position =
                    events.positionOf(retainedAfter + 1, archive, EventStream.REPLAY_CHANNEL, Thread::onSpinWait);
            if (position < otherwise) {
                kept.add("the events: a sender needs those after " + retainedAfter);
            }
            return position;
        } catch (EventsMissingException e) {
            kept.add("the events: a sender needs those after " + retainedAfter + ", and " + e.getMessage());
            return events.startPosition();
        }
    }

    /** Removes whole files before a position, fewer if somebody reads them. @return bytes removed */
    private long purge(String what, Recording recording, long position) {
        long first = recording.segmentBase(recording.startPosition());
        for (long base = recording.segmentBase(Math.max(position, recording.startPosition()));
                base > first;
                base -= recording.segmentLength()) {
            try {
                archive.purgeSegments(recording.recordingId(), base);
                return base - first;
            } catch (ArchiveException e) {
                kept.add(what + " before position " + base + ": " + e.getMessage());
            }
        }
        return 0;
    }

    /** Where the other members' logs end. */
    @FunctionalInterface
    interface OtherLogs {
        /** The least of their last positions. @throws IllegalStateException if one of them does not tell */
        long leastPosition();
    }
}
