package org.calx.acceptance.simulator.tally;

import java.util.Arrays;

/** How often each thing happened, in one simulation or in many. */
public final class Tally {
    private final long[] counts = new long[Count.values().length];

    /** It happened once more. */
    public void add(Count what) {
        counts[what.ordinal()]++;
    }

    /** It happened so many times more. */
    public void add(Count what, long times) {
        counts[what.ordinal()] += times;
    }

    /** How often it happened. */
    public long get(Count what) {
        return counts[what.ordinal()];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally tally && Arrays.equals(counts, tally.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return Arrays.toString(counts);
    }

    /** Takes in all of another tally. */
    public void addAll(Tally other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }
}
