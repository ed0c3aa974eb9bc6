package org.calx.acceptance.dsl;

import java.time.Duration;

/** Repeats a look at the exchange until it holds; what is not so by the deadline fails with the last look's message. */
final class Eventually {
    private static final long DEADLINE_NS = Duration.ofSeconds(20).toNanos();

    private Eventually() {}

    static void holds(Runnable look) {
        long startNs = System.nanoTime();
        while (true) {
            try {
                look.run();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() - startNs > DEADLINE_NS) {
                    throw notYet;
                }
                Thread.yield();
            }
        }
    }
}
