package org.calx.gateway.session;

import java.util.function.LongSupplier;

/** Lets a burst through and then so many a second. */
final class TokenBucket {
    private static final long SECOND_NS = 1_000_000_000L;

    private final LongSupplier nanoTime;
    private final long nsPerToken;
    private final long capacityNs;
    private long spentUntilNs;

    TokenBucket(GatewayLimits.Rate rate, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        nsPerToken = SECOND_NS / rate.perSecond();
        capacityNs = nsPerToken * rate.burst();
        spentUntilNs = nanoTime.getAsLong() - capacityNs;
    }

    /** Takes one token. @return false if there is none */
    synchronized boolean take() {
        long now = nanoTime.getAsLong();
        long spent = Math.max(spentUntilNs - now, -capacityNs) + nsPerToken;
        if (spent > 0) {
            return false;
        }
        spentUntilNs = now + spent;
        return true;
    }
}
