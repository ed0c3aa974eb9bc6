package org.calx.pricing;

import java.util.Random;

/** The random source of a test: prints its seed, takes {@code -Dcalx.seed}. */
public final class Seed {
    private Seed() {}

    public static Random random(Class<?> test) {
        long seed = Long.getLong("calx.seed", 20_261_126L);
        System.out.println(test.getSimpleName() + ": -Dcalx.seed=" + seed);
        return new Random(seed);
    }
}
