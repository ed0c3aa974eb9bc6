package org.calx.cluster;

import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.YieldingIdleStrategy;

/** What a node's threads do when there is nothing to do. */
public enum IdleMode {
    /** Sleep, a little longer each time up to half a millisecond: an idle node costs little. */
    BACKOFF,

    /** Never sleep: the lowest latency, for the price of a core per thread. */
    YIELD;

    IdleStrategy strategy() {
        return this == YIELD
                ? new YieldingIdleStrategy()
                : new BackoffIdleStrategy(10, 20, TimeUnit.MICROSECONDS.toNanos(1), TimeUnit.MICROSECONDS.toNanos(500));
    }
}
