package org.calx.gateway.session;

import java.util.concurrent.atomic.AtomicInteger;

/** How many WebSockets are open. */
public final class ConnectionCount {
    private final AtomicInteger open = new AtomicInteger();

    /** Counts one more. @return false if there are {@code most} already */
    boolean enter(int most) {
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            return false;
        }
        return true;
    }

    void leave() {
        open.decrementAndGet();
    }

    /** How many are open now. */
    public int open() {
        return open.get();
    }
}
