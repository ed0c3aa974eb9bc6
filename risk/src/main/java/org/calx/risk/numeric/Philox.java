package org.calx.risk.numeric;

/**
 * Random numbers as a function of a counter: Philox4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy
 * as 1, 2, 3", SC11, 2011. There is no state, so any number of threads may share one.
 */
public final class Philox {
    private static final int ROUNDS = 10;
    private static final long M0 = 0xD2511F53L;
    private static final long M1 = 0xCD9E8D57L;
    private static final int W0 = 0x9E3779B9;
    private static final int W1 = 0xBB67AE85;
    private static final double UNIT = 0x1p-32;

    private final int key0;
    private final int key1;

    /** @param seed the key: another seed, another function */
    public Philox(long seed) {
        key0 = (int) seed;
        key1 = (int) (seed >>> 32);
    }

    /** Replaces a counter of four words by four random words. */
    public void generate(int[] words) {
        int k0 = key0;
        int k1 = key1;
        for (int round = 0; round < ROUNDS; round++) {
            long p0 = M0 * Integer.toUnsignedLong(words[0]);
            long p1 = M1 * Integer.toUnsignedLong(words[2]);
            int w1 = words[1];
            int w3 = words[3];
            words[0] = (int) (p1 >>> 32) ^ w1 ^ k0;
            words[1] = (int) p1;
            words[2] = (int) (p0 >>> 32) ^ w3 ^ k1;
            words[3] = (int) p0;
            k0 += W0;
            k1 += W1;
        }
    }

    /**
     * Fills an array with standard normal numbers by the method of Box and Muller (1958), in {@code StrictMath}: the same on
     * every machine.
     *
     * @param stream numbers of one stream are independent of those of another
     * @param firstBlock where in the stream to begin; each block gives four numbers
     */
    public void normals(int stream, int firstBlock, double[] into) {
        int[] words = new int[4];
        for (int i = 0; i < into.length; i += 4) {
            words[0] = firstBlock + i / 4;
            words[1] = 0;
            words[2] = stream;
            words[3] = 0;
            generate(words);
            pair(words[0], words[1], into, i);
            pair(words[2], words[3], into, i + 2);
        }
    }

    private static void pair(int a, int b, double[] into, int at) {
        if (at >= into.length) {
            return;
        }
        double radius = StrictMath.sqrt(-2 * StrictMath.log((Integer.toUnsignedLong(a) + 0.5) * UNIT));
        double angle = 2 * Math.PI * (Integer.toUnsignedLong(b) + 0.5) * UNIT;
        into[at] = radius * StrictMath.cos(angle);
        if (at + 1 < into.length) {
            into[at + 1] = radius * StrictMath.sin(angle);
        }
    }
}
