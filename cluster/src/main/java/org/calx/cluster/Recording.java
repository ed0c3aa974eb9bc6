package org.calx.cluster;

import io.aeron.FragmentAssembler;
import io.aeron.Image;
import io.aeron.Subscription;
import io.aeron.archive.client.AeronArchive;
import io.aeron.archive.client.ArchiveException;
import io.aeron.logbuffer.FragmentHandler;
import java.util.concurrent.TimeUnit;
import org.calx.api.client.ArchiveEntry;
import org.calx.api.client.EventStream;

/**
 * A recording in an archive on this machine; it is read when it has ended.
 *
 * @param recordingId the archive's id
 * @param startPosition where it begins, above 0 once it has been pruned
 * @param stopPosition where it ends, {@link AeronArchive#NULL_POSITION} while it goes on
 * @param termLength length of a term in bytes
 * @param segmentLength length of a file in bytes
 */
record Recording(long recordingId, long startPosition, long stopPosition, int termLength, int segmentLength) {
    private static final int FRAGMENTS_PER_POLL = 64;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(10);

    /** The recording of this id. @throws DamagedFileException if the archive has none */
    static Recording of(AeronArchive archive, long recordingId) {
        Recording[] found = new Recording[1];
        archive.listRecording(
                recordingId,
                ArchiveEntry.to(entry -> found[0] = new Recording(
                        entry.recordingId(),
                        entry.startPosition(),
                        entry.stopPosition(),
                        entry.termLength(),
                        entry.segmentLength())));
        if (found[0] == null) {
            throw new DamagedFileException("archive/archive.catalog", "it has no recording " + recordingId);
        }
        return found[0];
    }

    /** Where the file that holds this position begins. */
    long segmentBase(long position) {
        return AeronArchive.segmentFileBasePosition(startPosition, position, termLength, segmentLength);
    }

    /** The file that holds this position, as it is named in a node's folder. */
    String fileAt(long position) {
        return "archive/" + recordingId + "-" + segmentBase(position) + ".rec";
    }

    /** Whether an archive has the recording of this id; one that was purged it has not. */
    static boolean exists(AeronArchive archive, long recordingId) {
        return archive.listRecording(recordingId, ArchiveEntry.to(entry -> {})) > 0;
    }

    /**
     * Reads all messages from a position to the end.
     *
     * @throws DamagedFileException if a file is missing, short, or its checksums say that it is not what was written
     */
    void read(AeronArchive archive, long from, FragmentHandler handler) {
        if (from < startPosition || from > stopPosition) {
            throw new DamagedFileException(
                    fileAt(Math.max(startPosition, Math.min(from, stopPosition))),
                    "it has the positions " + startPosition + " to " + stopPosition + " and is needed from " + from);
        }
        if (from == stopPosition) {
            return;
        }
        long[] position = {from};
        try (Subscription replay = archive.replay(
                recordingId, from, stopPosition - from, EventStream.REPLAY_CHANNEL, EventStream.REPLAY_STREAM_ID)) {
            read(replay, archive, position, new FragmentAssembler(handler));
        } catch (ArchiveException e) {
            throw new DamagedFileException(fileAt(position[0]), e.getMessage(), e);
        }
    }

    private void read(Subscription replay, AeronArchive archive, long[] position, FragmentHandler handler) {
        Image image = null;
        long deadlineNs = System.nanoTime() + PATIENCE_NS;
        while (position[0] < stopPosition) {
            if (image == null && replay.imageCount() > 0) {
                image = replay.imageAtIndex(0);
            }
            if (image != null && image.poll(handler, FRAGMENTS_PER_POLL) > 0) {
                position[0] = image.position();
                deadlineNs = System.nanoTime() + PATIENCE_NS;
                continue;
            }
            position[0] = image == null ? position[0] : Math.max(position[0], image.position());
            archive.checkForErrorResponse();
            if (System.nanoTime() - deadlineNs > 0) {
                throw new DamagedFileException(
                        fileAt(position[0]), "it cannot be read on from position " + position[0]);
            }
            Thread.onSpinWait();
        }
    }
}
