package org.calx.cluster;

import io.aeron.archive.client.AeronArchive;
import io.aeron.archive.client.ArchiveException;
import java.util.ArrayList;
import java.util.List;
import org.calx.api.client.EventRecording;

/**
 * Removes what a member no longer needs: old snapshots, the log before the oldest that stays, old events. The log stays as
 * far back as another member's ends; a recording stays as far back as somebody is reading it. Files go whole, so up to one
 * more of each recording stays.
 */
final class Pruning {
    private final AeronArchive archive;
    private final Retention retention;
    private final List<String> kept = new ArrayList<>();

    Pruning(AeronArchive archive, Retention retention) {
        this.archive = archive;
        this.retention = retention;
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
        return purge(
                "the events", Recording.of(archive, events.recordingId()), end - Math.min(end, retention.eventBytes()));
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
