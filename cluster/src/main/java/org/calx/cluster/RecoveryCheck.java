package org.calx.cluster;

import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.RecordingLog;
import java.io.File;

/**
 * Reads what a node is about to start from, before it does: the newest snapshot and the log after it. A damaged snapshot is
 * passed over for good, for an older one or the whole log, from which the same state follows; what nothing can replace ends
 * the start with the file's name.
 */
final class RecoveryCheck {
    private static final System.Logger LOGGER = System.getLogger("org.calx.cluster");
    private static final String REMEDY =
            "; if there are other members, move this folder away and start with an empty one or"
                    + " a copy of another member's, else restore a copy (docs/guide/operate.md, Damaged files)";

    private final AeronArchive archive;
    private final File clusterFolder;

    private RecoveryCheck(AeronArchive archive, File clusterFolder) {
        this.archive = archive;
        this.clusterFolder = clusterFolder;
    }

    /** Checks the files of a node. @throws IllegalStateException if it cannot start from them */
    static void run(AeronArchive archive, File clusterFolder) {
        if (new File(clusterFolder, RecordingLog.RECORDING_LOG_FILE_NAME).isFile()) {
            new RecoveryCheck(archive, clusterFolder).check();
        }
    }

    private void check() {
        StoredLog log = StoredLog.read(clusterFolder, archive);
        if (!log.exists()) {
            return;
        }
        int damaged = 0;
        DamagedFileException damage = findDamage(log, damaged);
        while (damage != null) {
            LOGGER.log(System.Logger.Level.WARNING, "a snapshot is passed over: {0}", damage.getMessage());
            damage = findDamage(log, ++damaged);
        }
        long from = log.replayFrom(damaged);
        Recording recording = Recording.of(archive, log.recordingId());
        try {
            recording.read(archive, from, (buffer, offset, length, header) -> {});
        } catch (DamagedFileException e) {
            throw new IllegalStateException(e.getMessage() + REMEDY, e);
        }
        forget(damaged);
        if (damaged > 0) {
            LOGGER.log(System.Logger.Level.WARNING, "the log is replayed from position {0}", Long.toString(from));
        }
    }

    /** What is wrong with the snapshot at a place from the newest on, or null; nothing is wrong with none. */
    private DamagedFileException findDamage(StoredLog log, int place) {
        if (place >= log.snapshots().size()) {
            return null;
        }
        try {
            log.snapshots().get(place).verify(archive);
            return null;
        } catch (DamagedFileException e) {
            return e;
        }
    }

    private void forget(int snapshots) {
        try (RecordingLog log = new RecordingLog(clusterFolder, false)) {
            for (int i = 0; i < snapshots; i++) {
                log.invalidateLatestSnapshot();
            }
        }
    }
}
