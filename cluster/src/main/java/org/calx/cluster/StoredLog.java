package org.calx.cluster;

import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.RecordingLog;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

/**
 * The commands in a node's log and where its snapshots are, read from the files without taking part in the cluster.
 *
 * @param recordingId recording of the log, {@link AeronArchive#NULL_POSITION} if nothing was ever logged
 * @param snapshots valid snapshots, the newest first
 */
record StoredLog(long recordingId, List<StoredSnapshot> snapshots) {
    private static final int EXCHANGE_SERVICE = 0;

    /**
     * What the folder of the cluster's files says, without snapshots that were purged.
     *
     * @throws IllegalStateException if there is no log of recordings
     */
    static StoredLog read(File clusterFolder, AeronArchive archive) {
        StoredLog log = read(clusterFolder);
        return new StoredLog(
                log.recordingId,
                log.snapshots.stream()
                        .filter(snapshot -> Recording.exists(archive, snapshot.recordingId()))
                        .filter(snapshot -> Recording.exists(archive, snapshot.consensusRecordingId()))
                        .toList());
    }

    /** What the folder of the cluster's files says. @throws IllegalStateException if there is no log of recordings */
    static StoredLog read(File clusterFolder) {
        if (!new File(clusterFolder, RecordingLog.RECORDING_LOG_FILE_NAME).isFile()) {
            throw new IllegalStateException("no node in " + clusterFolder.getParent());
        }
        try (RecordingLog log = new RecordingLog(clusterFolder, false)) {
            return new StoredLog(log.findLastTermRecordingId(), snapshots(log.entries()));
        }
    }

    private static List<StoredSnapshot> snapshots(List<RecordingLog.Entry> entries) {
        List<StoredSnapshot> found = new ArrayList<>();
        for (RecordingLog.Entry consensus : entries) {
            if (isSnapshot(consensus, ConsensusModule.Configuration.SERVICE_ID)) {
                for (RecordingLog.Entry exchange : entries) {
                    if (isSnapshot(exchange, EXCHANGE_SERVICE) && exchange.logPosition == consensus.logPosition) {
                        found.addFirst(
                                new StoredSnapshot(exchange.recordingId, consensus.recordingId, exchange.logPosition));
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private static boolean isSnapshot(RecordingLog.Entry entry, int serviceId) {
        return entry.isValid && entry.type == RecordingLog.ENTRY_TYPE_SNAPSHOT && entry.serviceId == serviceId;
    }

    /** The same log alone. */
    StoredLog withoutSnapshots() {
        return new StoredLog(recordingId, List.of());
    }

    /** Whether anything was ever logged. */
    boolean exists() {
        return recordingId != AeronArchive.NULL_POSITION;
    }

    /** Position from which the log is replayed after this many snapshots, from the newest on, have been passed over. */
    long replayFrom(int passedOver) {
        return passedOver < snapshots.size() ? snapshots.get(passedOver).logPosition() : 0;
    }

    /**
     * Lets an exchange carry out all that the log tells it from a position to the end: commands, expired timers and new
     * leaders, as the cluster's container would.
     *
     * @throws DamagedFileException if the log is not what was written
     */
    void replay(AeronArchive archive, long from, ReplicatedExchange exchange) {
        LoggedInput input = new LoggedInput(exchange);
        Recording.of(archive, recordingId).read(archive, from, input::onMessage);
    }
}
