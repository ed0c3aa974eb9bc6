package org.calx.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.calx.cluster.ClusterNodeConfig;
import org.calx.cluster.IdleMode;
import org.calx.cluster.MemberAddress;

/**
 * What a member of the cluster is started with.
 *
 * @param node how the member runs
 * @param ops where it answers {@code /livez}, {@code /readyz}, {@code /status} and {@code /metrics}
 */
public record NodeSettings(ClusterNodeConfig node, HostPort ops) {
    private static final Set<String> KEYS = Set.of(
            "member",
            "members",
            "dir",
            "ops",
            "idle",
            "file-sync-level",
            "snapshot-interval",
            "heartbeat-timeout",
            "event-term-length");
    private static final Duration LEAST_HEARTBEAT_TIMEOUT = Duration.ofMillis(100);
    private static final Duration MOST_HEARTBEAT_TIMEOUT = Duration.ofMinutes(1);
    private static final int LEAST_TERM_LENGTH = 64 * 1024;
    private static final int MOST_TERM_LENGTH = 256 * 1024 * 1024;
    private static final int TERM_LENGTH = 8 * 1024 * 1024;

    /** Reads a file. @throws org.calx.app.UserError if it is wrong */
    public static NodeSettings read(Path file) {
        ConfigFile config = ConfigFile.read(file, KEYS);
        List<MemberAddress> members = config.members();
        int member = config.whole("member", 0, members.size() - 1);
        ClusterNodeConfig node = ClusterNodeConfig.single(config.path("dir"))
                .withMembers(member, members)
                .withIdle(config.oneOf("idle", IdleMode.class, IdleMode.BACKOFF))
                .withFileSyncLevel(config.whole("file-sync-level", 0, 2, 0))
                .withSnapshotInterval(
                        config.duration("snapshot-interval", Duration.ZERO, Duration.ofDays(1), Duration.ofMinutes(10)))
                .withLeaderHeartbeatTimeout(config.duration(
                        "heartbeat-timeout", LEAST_HEARTBEAT_TIMEOUT, MOST_HEARTBEAT_TIMEOUT, Duration.ofSeconds(1)))
                .withEventTermLength(termLength(config));
        return new NodeSettings(node, config.address("ops"));
    }

    private static int termLength(ConfigFile config) {
        int length = config.bytes("event-term-length", TERM_LENGTH);
        if (Integer.bitCount(length) != 1 || length < LEAST_TERM_LENGTH || length > MOST_TERM_LENGTH) {
            throw config.wrong("event-term-length", "must be a power of two from 64k to 256m");
        }
        return length;
    }
}
