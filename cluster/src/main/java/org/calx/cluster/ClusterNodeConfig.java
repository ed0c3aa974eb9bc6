package org.calx.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * How a node runs. None of it shapes the exchange's state: what does is in the log.
 *
 * @param directory the node's own folder: log, snapshots, recorded events
 * @param memberId this member's place in {@code members}, from 0
 * @param members the cluster's members; empty for a single member, which needs no fixed ports
 * @param idle what idle threads do
 * @param fileSyncLevel 0 leaves writing to the operating system, 1 forces data, 2 data and metadata before a command is
 *     committed
 * @param snapshotInterval time between snapshots, zero for none but the one at a clean stop
 * @param leaderHeartbeatTimeout how long members wait for a silent leader
 * @param maxRecordingPause how long the recorder of events may stand still before the member stops
 * @param storage how its files are divided
 * @param retention what stays when it prunes by itself, after each time between snapshots
 * @param onFailure told why the node stopped by itself
 */
public record ClusterNodeConfig(
        Path directory,
        int memberId,
        List<MemberAddress> members,
        IdleMode idle,
        int fileSyncLevel,
        Duration snapshotInterval,
        Duration leaderHeartbeatTimeout,
        Duration maxRecordingPause,
        StorageLengths storage,
        Retention retention,
        Consumer<Throwable> onFailure) {

    /** @throws IllegalArgumentException if a value is outside its range */
    public ClusterNodeConfig {
        members = List.copyOf(members);
        if (memberId < 0 || memberId >= Math.max(1, members.size())) {
            throw new IllegalArgumentException("member " + memberId + " of " + Math.max(1, members.size()));
        }
        if (fileSyncLevel < 0 || fileSyncLevel > 2) {
            throw new IllegalArgumentException("file sync level 0, 1 or 2, not " + fileSyncLevel);
        }
    }

    /** A single member in this folder, for one machine: snapshots every ten minutes, threads that back off. */
    public static ClusterNodeConfig single(Path directory) {
        return new ClusterNodeConfig(
                directory,
                0,
                List.of(),
                IdleMode.BACKOFF,
                0,
                Duration.ofMinutes(10),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                StorageLengths.DEFAULT,
                Retention.EVERYTHING,
                failure -> {});
    }

    /** The same as member {@code id} of these. */
    public ClusterNodeConfig withMembers(int id, List<MemberAddress> all) {
        return with(draft -> {
            draft.memberId = id;
            draft.members = all;
        });
    }

    /** The same with other idle threads. */
    public ClusterNodeConfig withIdle(IdleMode mode) {
        return with(draft -> draft.idle = mode);
    }

    /** The same with another file sync level. */
    public ClusterNodeConfig withFileSyncLevel(int level) {
        return with(draft -> draft.fileSyncLevel = level);
    }

    /** The same with another time between snapshots. */
    public ClusterNodeConfig withSnapshotInterval(Duration interval) {
        return with(draft -> draft.snapshotInterval = interval);
    }

    /** The same with another patience for a silent leader. */
    public ClusterNodeConfig withLeaderHeartbeatTimeout(Duration timeout) {
        return with(draft -> draft.leaderHeartbeatTimeout = timeout);
    }

    /** The same with other terms of the event stream. */
    public ClusterNodeConfig withEventTermLength(int length) {
        return withStorage(storage.withEventTerm(length));
    }

    /** The same with files divided otherwise. */
    public ClusterNodeConfig withStorage(StorageLengths lengths) {
        return with(draft -> draft.storage = lengths);
    }

    /** The same, keeping less. */
    public ClusterNodeConfig withRetention(Retention kept) {
        return with(draft -> draft.retention = kept);
    }

    /** The same, telling someone else why it stopped. */
    public ClusterNodeConfig withOnFailure(Consumer<Throwable> listener) {
        return with(draft -> draft.onFailure = listener);
    }

    boolean isSingle() {
        return members.isEmpty();
    }

    private ClusterNodeConfig with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.config();
    }

    /** What the next configuration is made from; the folder and the longest pause stay. */
    private static final class Draft {
        private final ClusterNodeConfig from;
        private int memberId;
        private List<MemberAddress> members;
        private IdleMode idle;
        private int fileSyncLevel;
        private Duration snapshotInterval;
        private Duration leaderHeartbeatTimeout;
        private StorageLengths storage;
        private Retention retention;
        private Consumer<Throwable> onFailure;

        Draft(ClusterNodeConfig from) {
            this.from = from;
            memberId = from.memberId;
            members = from.members;
            idle = from.idle;
            fileSyncLevel = from.fileSyncLevel;
            snapshotInterval = from.snapshotInterval;
            leaderHeartbeatTimeout = from.leaderHeartbeatTimeout;
            storage = from.storage;
            retention = from.retention;
            onFailure = from.onFailure;
        }

        ClusterNodeConfig config() {
            return new ClusterNodeConfig(
                    from.directory,
                    memberId,
                    members,
                    idle,
                    fileSyncLevel,
                    snapshotInterval,
                    leaderHeartbeatTimeout,
                    from.maxRecordingPause,
                    storage,
                    retention,
                    onFailure);
        }
    }
}
