package org.calx.app.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.agrona.IoUtil;
import org.calx.app.local.LocalCluster;
import org.calx.app.local.LocalCluster.Member;
import org.calx.app.local.LocalProcess;

/** Does harm to processes of a cluster, one after another, and mends it: never more than one member is away at a time. */
final class Nemesis {
    private static final Duration MEND_PATIENCE = Duration.ofMinutes(3);
    private static final Duration FULL_PATIENCE = Duration.ofMinutes(1);
    private static final long AWAY_NS = TimeUnit.SECONDS.toNanos(2);
    private static final long PAUSE_NS = TimeUnit.SECONDS.toNanos(4);

    private final LocalCluster cluster;
    private final List<Fault> faults;
    private final SplittableRandom random;
    private final Map<Fault, Integer> done = new EnumMap<>(Fault.class);

    /** @param faults what it chooses from beside the leaders' kills */
    Nemesis(LocalCluster cluster, List<Fault> faults, long seed) {
        this.cluster = cluster;
        this.faults = faults;
        this.random = new SplittableRandom(seed);
    }

    /** One of its faults, by chance. */
    Fault any() {
        return faults.get(random.nextInt(faults.size()));
    }

    /** How often what was done. */
    Map<Fault, Integer> done() {
        return done;
    }

    /** One fault of a kind, and its mending. */
    void strike(Fault fault) {
        LocalProcess victim = victim(fault);
        switch (fault) {
            case KILL_LEADER, KILL_FOLLOWER, KILL_GATEWAY -> kill(victim);
            case PAUSE_LEADER, PAUSE_FOLLOWER, PAUSE_GATEWAY -> pause(victim);
            case LOSE_DISK -> {
                victim.kill();
                IoUtil.delete(data(victim).toFile(), true);
            }
            case FULL_DISK -> fillDisk(victim);
            case PARTITION_LEADER, PARTITION_FOLLOWER -> cutOff(victim);
        }
        done.merge(fault, 1, Integer::sum);
        mend();
    }

    private static void kill(LocalProcess victim) {
        victim.kill();
        LockSupport.parkNanos(AWAY_NS);
    }

    private static void pause(LocalProcess victim) {
        victim.signal("STOP");
        LockSupport.parkNanos(PAUSE_NS);
        victim.signal("CONT");
    }

    /** A member without room for what it must keep has to stop by itself. */
    private void fillDisk(LocalProcess victim) {
        Member member = member(victim);
        victim.kill();
        try (SmallDisk disk = SmallDisk.over(member.settings().node().directory())) {
            try {
                victim.start();
                require(victim.name() + " is not ready on an empty disk", () -> cluster.report(member)
                        .isReady());
                disk.fill();
                require(victim.name() + " goes on with a full disk", () -> victim.running()
                        .isEmpty());
            } finally {
                victim.kill();
            }
        }
    }

    private void require(String otherwise, BooleanSupplier condition) {
        if (!LocalCluster.await(FULL_PATIENCE, condition, cluster::progress)) {
            throw new IllegalStateException(otherwise + ", and nothing moved for " + FULL_PATIENCE.toSeconds() + " s");
        }
    }

    private void cutOff(LocalProcess victim) {
        if (!(cluster.network() instanceof Namespaces network)) {
            throw new IllegalStateException("the cluster has no network in which members can be cut off");
        }
        int member = member(victim).settings().node().memberId();
        network.connect(member, false);
        LockSupport.parkNanos(PAUSE_NS);
        network.connect(member, true);
    }

    private Path data(LocalProcess victim) {
        return member(victim).settings().node().directory();
    }

    private Member member(LocalProcess victim) {
        return cluster.members().stream()
                .filter(member -> member.process() == victim)
                .findFirst()
                .orElseThrow();
    }

    private LocalProcess victim(Fault fault) {
        return switch (fault) {
            case KILL_LEADER, PAUSE_LEADER, PARTITION_LEADER -> leader().process();
            case KILL_FOLLOWER, PAUSE_FOLLOWER, LOSE_DISK, FULL_DISK, PARTITION_FOLLOWER -> {
                Member leader = leader();
                yield chosen(cluster.members().stream()
                                .filter(member -> member != leader)
                                .toList())
                        .process();
            }
            case KILL_GATEWAY, PAUSE_GATEWAY -> chosen(cluster.gateways()).process();
        };
    }

    private <T> T chosen(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private Member leader() {
        mend();
        return cluster.leader().orElseThrow(() -> new IllegalStateException("nobody leads"));
    }

    /** Starts what has ended, as a supervisor would, and waits until all are ready. */
    private void mend() {
        boolean whole = LocalCluster.await(
                MEND_PATIENCE,
                () -> {
                    cluster.start();
                    return cluster.isReady();
                },
                cluster::progress);
        if (!whole) {
            throw new IllegalStateException("after the last fault nothing moved for " + MEND_PATIENCE.toSeconds()
                    + " s, and not everything is ready");
        }
    }
}
