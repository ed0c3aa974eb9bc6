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
 * @param recordEvents whether events are recorded; without, the node is only good for looking at its state
 * @param eventTermLength length in bytes of a term of the event stream, a power of two from 65,536: three of them are the
 *     ring between the exchange and the recorder
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
        boolean recordEvents,
        int eventTermLength,
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
                true,
                32 * 1024 * 1024,
                failure -> {});
    }

    /** The same as member {@code id} of these. */
    public ClusterNodeConfig withMembers(int id, List<MemberAddress> all) {
        return new ClusterNodeConfig(
                directory,
                id,
                all,
                idle,
                fileSyncLevel,
                snapshotInterval,
                leaderHeartbeatTimeout,
                maxRecordingPause,
                recordEvents,
                eventTermLength,
                onFailure);
    }

    /** The same with other idle threads. */
    public ClusterNodeConfig withIdle(IdleMode mode) {
        return new ClusterNodeConfig(
                directory,
                memberId,
                members,
                mode,
                fileSyncLevel,
                snapshotInterval,
                leaderHeartbeatTimeout,
                maxRecordingPause,
                recordEvents,
                eventTermLength,
                onFailure);
    }

    /** The same with another file sync level. */
    public ClusterNodeConfig withFileSyncLevel(int level) {
        return new ClusterNodeConfig(
                directory,
                memberId,
                members,
                idle,
                level,
                snapshotInterval,
                leaderHeartbeatTimeout,
                maxRecordingPause,
                recordEvents,
                eventTermLength,
                onFailure);
    }

    /** The same with another time between snapshots. */
    public ClusterNodeConfig withSnapshotInterval(Duration interval) {
        return new ClusterNodeConfig(
                directory,
                memberId,
                members,
                idle,
                fileSyncLevel,
                interval,
                leaderHeartbeatTimeout,
                maxRecordingPause,
                recordEvents,
                eventTermLength,
                onFailure);
    }

    /** The same with another patience for a silent leader. */
    public ClusterNodeConfig withLeaderHeartbeatTimeout(Duration timeout) {
        return new ClusterNodeConfig(
                directory,
                memberId,
                members,
                idle,
                fileSyncLevel,
                snapshotInterval,
                timeout,
                maxRecordingPause,
                recordEvents,
                eventTermLength,
                onFailure);
    }

    /** The same without recording events. */
    ClusterNodeConfig withoutRecording() {
        return new ClusterNodeConfig(
                directory,
                memberId,
                members,
                idle,
                fileSyncLevel,
                Duration.ZERO,
                leaderHeartbeatTimeout,
                maxRecordingPause,
                false,
                eventTermLength,
                onFailure);
    }

    /** The same with other terms of the event stream. */
    public ClusterNodeConfig withEventTermLength(int length) {
        return new ClusterNodeConfig(
                directory,
                memberId,
                members,
                idle,
                fileSyncLevel,
                snapshotInterval,
                leaderHeartbeatTimeout,
                maxRecordingPause,
                recordEvents,
                length,
                onFailure);
    }

    /** The same, telling someone else why it stopped. */
    public ClusterNodeConfig withOnFailure(Consumer<Throwable> listener) {
        return new ClusterNodeConfig(
                directory,
                memberId,
                members,
                idle,
                fileSyncLevel,
                snapshotInterval,
                leaderHeartbeatTimeout,
                maxRecordingPause,
                recordEvents,
                eventTermLength,
                listener);
    }

    boolean isSingle() {
        return members.isEmpty();
    }
}
