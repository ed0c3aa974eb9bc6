package org.calx.margin.portfolio;

import java.util.Arrays;

/**
 * The signed lots of a product's contracts, and how large sums of them times amounts can be: loops over them then need not look at
 * each step, and take {@code int}s where those are enough.
 */
final class Lots {
    private final long[] lots;
    private final int[] narrow;

    /** The bits of the sizes of all lots that were set since they were last looked at together. */
    private long bits;

    Lots(int contracts) {
        lots = new long[contracts];
        narrow = new int[contracts];
    }

    void clear() {
        Arrays.fill(lots, 0);
        Arrays.fill(narrow, 0);
        bits = 0;
    }

    long get(int place) {
        return lots[place];
    }

    void set(int place, long signedLots) {
        lots[place] = signedLots;
        narrow[place] = (int) signedLots;
        bits |= sizeBits(signedLots);
    }

    private static long sizeBits(long signedLots) {
        return signedLots ^ signedLots >> 63;
    }

    long[] all() {
        return lots;
    }

    /** The same where {@link #sumBits} of anything is below 32. */
    int[] narrow() {
        return narrow;
    }

    /**
     * Bits that are enough for the size of any sum of lots times amounts, without its sign: below 32 if all fit an {@code int}.
     *
     * @param largest the largest size of an amount, at least 1
     * @throws ArithmeticException if a sum might not fit a {@code long}
     */
    int sumBits(long largest) {
        int sum = sumBitsBy(largest);
        if (sum >= Integer.SIZE) {
            bits = 0;
            for (long signedLots : lots) {
                bits |= sizeBits(signedLots);
            }
            sum = sumBitsBy(largest);
        }
        if (sum >= Long.SIZE) {
            Math.multiplyExact(largest, sum());
        }
        return sum;
    }

    private int sumBitsBy(long largest) {
        int most = Long.SIZE - Long.numberOfLeadingZeros(bits);
        int count = Integer.SIZE - Integer.numberOfLeadingZeros(lots.length);
        return most + count + Long.SIZE - Long.numberOfLeadingZeros(largest);
    }

    private long sum() {
        long sum = 0;
        for (long signedLots : lots) {
            sum = Math.addExact(sum, Math.absExact(signedLots));
        }
        return sum;
    }
}
