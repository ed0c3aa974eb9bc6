package org.calx.bench.pricing;

import java.util.Arrays;

/** One of several that are measured by turns: it runs batches for some seconds and tells the time of each. */
@FunctionalInterface
public interface Turn {
    int ROUNDS = 10;

    Times run(double seconds);

    /**
     * Runs all by turns, each for the same time: first unmeasured until the compiler has had its time, then measured.
     *
     * @return the times of each, ascending
     */
    static Times[] byTurns(double warmupSeconds, double seconds, Turn... turns) {
        for (Turn turn : turns) {
            turn.run(warmupSeconds);
        }
        Times[] all = new Times[turns.length];
        Arrays.fill(all, Times.NONE);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < turns.length; i++) {
                all[i] = all[i].and(turns[i].run(seconds / ROUNDS));
            }
        }
        return all;
    }
}
