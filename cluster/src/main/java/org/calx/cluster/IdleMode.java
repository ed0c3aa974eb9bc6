package org.calx.cluster;

import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.YieldingIdleStrategy;

/** What a node's threads do when there is nothing to do. */
public enum IdleMode {
    /** Sleep, a little longer each time up to half a millisecond: an idle node costs little. */
    BACKOFF,

    /** Sleep at once, up to a millisecond: for many processes that share few cores. */
    SPARING,

    /** Never sleep: the lowest latency, for the price of a core per thread. */
    YIELD;

    IdleStrategy strategy() {
        return switch (this) {
            case BACKOFF -> backoff(10, 20, 1, 500);
            case SPARING -> backoff(1, 1, 250, 1_000);
            case YIELD -> new YieldingIdleStrategy();
        };
    }

    private static IdleStrategy backoff(long spins, long yields, long leastMicros, long mostMicros) {
        return new BackoffIdleStrategy(
                spins, yields, TimeUnit.MICROSECONDS.toNanos(leastMicros), TimeUnit.MICROSECONDS.toNanos(mostMicros));
    }
}
