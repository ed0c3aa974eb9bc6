package org.calx.app.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.calx.app.local.LocalCluster;
import org.calx.app.local.LocalCluster.Member;
import org.calx.app.local.LocalProcess;

/** Does harm to processes of a cluster, one after another, and mends it: never more than one member is away at a time. */
final class Nemesis {
    private static final Duration MEND_PATIENCE = Duration.ofMinutes(2);
    private static final long AWAY_NS = TimeUnit.SECONDS.toNanos(2);
    private static final long PAUSE_NS = TimeUnit.SECONDS.toNanos(4);

    private final LocalCluster cluster;
    private final SplittableRandom random;
    private final Map<Fault, Integer> done = new TreeMap<>();

    /** What is done to a process. */
    enum Fault {
        KILL_LEADER,
        KILL_FOLLOWER,
        KILL_GATEWAY,
        PAUSE_LEADER,
        PAUSE_FOLLOWER,
        PAUSE_GATEWAY
    }

    Nemesis(LocalCluster cluster, long seed) {
        this.cluster = cluster;
        this.random = new SplittableRandom(seed);
    }

    /** One fault of a kind, and its mending. */
    void strike(Fault fault) {
        LocalProcess victim = victim(fault);
        switch (fault) {
            case KILL_LEADER, KILL_FOLLOWER, KILL_GATEWAY -> {
                victim.kill();
                LockSupport.parkNanos(AWAY_NS);
                victim.start();
            }
            case PAUSE_LEADER, PAUSE_FOLLOWER, PAUSE_GATEWAY -> {
                victim.signal("STOP");
                LockSupport.parkNanos(PAUSE_NS);
                victim.signal("CONT");
            }
        }
        done.merge(fault, 1, Integer::sum);
        mend();
    }

    /** A fault that is not a leader's kill, by chance. */
    Fault any() {
        List<Fault> others = List.of(
                Fault.KILL_FOLLOWER, Fault.KILL_GATEWAY, Fault.PAUSE_LEADER, Fault.PAUSE_FOLLOWER, Fault.PAUSE_GATEWAY);
        return others.get(random.nextInt(others.size()));
    }

    /** How often what was done. */
    Map<Fault, Integer> done() {
        return done;
    }

    private LocalProcess victim(Fault fault) {
        return switch (fault) {
            case KILL_LEADER, PAUSE_LEADER -> leader().process();
            case KILL_FOLLOWER, PAUSE_FOLLOWER -> {
                Member leader = leader();
                List<Member> followers = cluster.members().stream()
                        .filter(member -> member != leader)
                        .toList();
                yield followers.get(random.nextInt(followers.size())).process();
            }
            case KILL_GATEWAY, PAUSE_GATEWAY ->
                cluster.gateways()
                        .get(random.nextInt(cluster.gateways().size()))
                        .process();
        };
    }

    private Member leader() {
        mend();
        return cluster.leader().orElseThrow(() -> new IllegalStateException("nobody leads"));
    }

    /** Starts what has ended, as a supervisor would, and waits until all are ready. */
    private void mend() {
        boolean whole = LocalCluster.await(MEND_PATIENCE, () -> {
            cluster.start();
            return cluster.awaitReady(Duration.ofSeconds(1));
        });
        if (!whole) {
            throw new IllegalStateException(
                    "not everything is ready " + MEND_PATIENCE.toSeconds() + " s after the last fault");
        }
    }
}
