package org.calx.bench.failover;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.calx.app.local.LocalCluster;

/** Kills leaders under a light flow of messages and times what follows. */
public final class LeaderKill {
    private static final long INTERVAL_NS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long STEADY_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);
    private static final long IDLE_NS = TimeUnit.MICROSECONDS.toNanos(20);

    private final Contender contender;
    private long sent;
    private long returned = -1;
    private long sentAtNs;

    /** @param contender a service that has been started */
    public LeaderKill(Contender contender) {
        this.contender = contender;
    }

    /**
     * Kills the leader, waits for an acknowledgement of a message that was sent after that, and starts the member again.
     *
     * @return nanoseconds from the end of the leader's process to the acknowledgement
     */
    public long run() {
        flow(STEADY_NS, Long.MAX_VALUE);
        LocalCluster.Member killed = contender.killLeader();
        long killedNs = System.nanoTime();
        flow(PATIENCE_NS, sent);
        long tookNs = System.nanoTime() - killedNs;
        if (tookNs > PATIENCE_NS) {
            throw new IllegalStateException(
                    "nothing came back after the loss of " + killed.process().name());
        }
        killed.process().start();
        CompletableFuture<Void> whole = CompletableFuture.runAsync(contender::awaitWhole);
        while (!whole.isDone()) {
            flow(STEADY_NS / 10, Long.MAX_VALUE);
        }
        whole.join();
        return tookNs;
    }

    /** Sends a message each millisecond until the time is over or message {@code number} or a later one came back. */
    private void flow(long lengthNs, long number) {
        long startNs = System.nanoTime();
        while (System.nanoTime() - startNs < lengthNs && returned < number) {
            if (System.nanoTime() - sentAtNs >= INTERVAL_NS && contender.send(sent)) {
                sent++;
                sentAtNs = System.nanoTime();
            }
            if (contender.poll(back -> returned = Math.max(returned, back)) == 0) {
                LockSupport.parkNanos(IDLE_NS);
            }
        }
    }
}
