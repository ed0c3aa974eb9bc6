package org.calx.cluster;

import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.codecs.MessageHeaderDecoder;
import io.aeron.logbuffer.FragmentHandler;

/**
 * A snapshot in a node's archive: the exchange's, and the one that Aeron's consensus module took with it.
 *
 * @param recordingId recording of the exchange's snapshot
 * @param consensusRecordingId recording of the consensus module's
 * @param logPosition position of the log up to which it holds
 */
record StoredSnapshot(long recordingId, long consensusRecordingId, long logPosition) {

    /** Reads the exchange's state. @throws DamagedFileException if it is not what was written */
    SnapshotInput read(AeronArchive archive) {
        Recording recording = Recording.of(archive, recordingId);
        SnapshotInput input = new SnapshotInput();
        MessageHeaderDecoder header = new MessageHeaderDecoder();
        FragmentHandler handler = (buffer, offset, length, frame) -> {
            header.wrap(buffer, offset);
            if (header.schemaId() != MessageHeaderDecoder.SCHEMA_ID) {
                input.onChunk(buffer, offset);
            }
        };
        try {
            recording.read(archive, recording.startPosition(), handler);
        } catch (DamagedFileException e) {
            throw e;
        } catch (IllegalStateException e) {
            throw new DamagedFileException(recording.fileAt(recording.startPosition()), e.getMessage(), e);
        }
        if (!input.isComplete()) {
            throw new DamagedFileException(
                    recording.fileAt(recording.stopPosition()), "the snapshot ends before its last chunk");
        }
        return input;
    }

    /** Reads all of it and keeps nothing. @throws DamagedFileException if it is not what was written */
    void verify(AeronArchive archive) {
        read(archive);
        Recording consensus = Recording.of(archive, consensusRecordingId);
        consensus.read(archive, consensus.startPosition(), (buffer, offset, length, header) -> {});
    }
}
