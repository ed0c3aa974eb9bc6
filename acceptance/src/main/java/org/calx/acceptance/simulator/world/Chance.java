package org.calx.acceptance.simulator.world;

/**
 * The one source of everything arbitrary in a simulation: SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom
 * number generators, OOPSLA 2014), written out so that a seed means the same on every version of Java.
 */
public final class Chance {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    /** The same numbers for the same seed. */
    public Chance(long seed) {
        state = seed;
    }

    /** A source of its own, so that drawing from one does not change what another gives. */
    public Chance split() {
        return new Chance(next());
    }

    /** Any 64 bits. */
    public long next() {
        state += GOLDEN_GAMMA;
        long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** From 0 to {@code bound} - 1. */
    public int below(int bound) {
        return (int) ((next() >>> 33) * bound >>> 31);
    }

    /** From {@code least} to {@code most}, both inclusive. */
    public int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** True so many times in a thousand. */
    public boolean perMille(int chances) {
        return chances > 0 && below(1_000) < chances;
    }

    /** True so many times in a million. */
    public boolean perMillion(int chances) {
        return chances > 0 && below(1_000_000) < chances;
    }

    /** One of these. */
    @SafeVarargs
    public final <T> T of(T... choices) {
        return choices[below(choices.length)];
    }
}
