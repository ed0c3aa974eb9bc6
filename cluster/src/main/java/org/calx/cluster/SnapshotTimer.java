package org.calx.cluster;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Takes a snapshot again and again while the node leads, and prunes after each time. */
final class SnapshotTimer implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger("org.calx.cluster");

    private final ScheduledExecutorService executor;

    private SnapshotTimer(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    /** Begins, unless the interval is zero. */
    static SnapshotTimer start(ClusterNode node, ClusterNodeConfig config) {
        Duration interval = config.snapshotInterval();
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "calx-snapshots");
            thread.setDaemon(true);
            return thread;
        });
        if (!interval.isZero()) {
            executor.scheduleWithFixedDelay(
                    () -> run(node, config.retention()),
                    interval.toMillis(),
                    interval.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
        return new SnapshotTimer(executor);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private static void run(ClusterNode node, Retention retention) {
        try {
            node.takeSnapshot();
            if (!retention.isEverything()) {
                PruneReport report = node.prune(retention);
                LOGGER.log(System.Logger.Level.INFO, "pruned: {0}", report);
            }
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.WARNING, "snapshot or pruning failed", e);
        }
    }
}
