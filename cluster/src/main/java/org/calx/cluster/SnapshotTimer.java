package org.calx.cluster;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Takes a snapshot again and again while the node leads. */
final class SnapshotTimer implements AutoCloseable {
    private final ScheduledExecutorService executor;

    private SnapshotTimer(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    /** Begins, unless the interval is zero. */
    static SnapshotTimer start(ClusterNode node, Duration interval) {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "calx-snapshots");
            thread.setDaemon(true);
            return thread;
        });
        if (!interval.isZero()) {
            executor.scheduleWithFixedDelay(
                    () -> take(node), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        }
        return new SnapshotTimer(executor);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private static void take(ClusterNode node) {
        try {
            node.takeSnapshot();
        } catch (RuntimeException e) {
            System.getLogger("org.calx.cluster").log(System.Logger.Level.WARNING, "snapshot not taken", e);
        }
    }
}
