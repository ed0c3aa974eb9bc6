package org.calx.api.client;

import io.aeron.archive.client.AeronArchive;
import io.aeron.archive.client.RecordingDescriptorConsumer;
import java.util.function.Consumer;

/**
 * What an archive says of a recording, as far as it is asked for.
 *
 * @param recordingId the archive's id
 * @param startPosition where it begins
 * @param stopPosition where it ends, or {@link AeronArchive#NULL_POSITION} while it is being recorded
 * @param initialTermId the stream's first term id
 * @param segmentLength length of a file in bytes
 * @param termLength length of a term in bytes
 * @param streamId id of the recorded stream
 */
public record ArchiveEntry(
        long recordingId,
        long startPosition,
        long stopPosition,
        int initialTermId,
        int segmentLength,
        int termLength,
        int streamId) {

    /** What an archive calls that lists recordings: hands on each one. */
    public static RecordingDescriptorConsumer to(Consumer<ArchiveEntry> reader) {
        return (controlSessionId,
                correlationId,
                recordingId,
                startTimestamp,
                stopTimestamp,
                startPosition,
                stopPosition,
                initialTermId,
                segmentFileLength,
                termBufferLength,
                mtuLength,
                sessionId,
                streamId,
                strippedChannel,
                originalChannel,
                sourceIdentity) -> reader.accept(new ArchiveEntry(
                recordingId,
                startPosition,
                stopPosition,
                initialTermId,
                segmentFileLength,
                termBufferLength,
                streamId));
    }
}
