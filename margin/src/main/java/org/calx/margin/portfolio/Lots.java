package org.calx.margin.portfolio;

/** Whether sums of lots times amounts fit a {@code long}, so that loops over them need not look at each step. */
final class Lots {
    private Lots() {}

    /**
     * Sees that any sum of these lots times amounts no larger than {@code largest} fits.
     *
     * @throws ArithmeticException if it might not
     */
    static void requireFit(long[] lots, long largest) {
        long bits = 0;
        for (long signed : lots) {
            bits |= signed ^ signed >> 63;
        }
        int most = Long.SIZE - Long.numberOfLeadingZeros(bits);
        int count = Integer.SIZE - Integer.numberOfLeadingZeros(lots.length);
        int amount = Long.SIZE - Long.numberOfLeadingZeros(largest);
        if (most + count + amount >= Long.SIZE) {
            Math.multiplyExact(largest, sum(lots));
        }
    }

    private static long sum(long[] lots) {
        long sum = 0;
        for (long signed : lots) {
            sum = Math.addExact(sum, Math.absExact(signed));
        }
        return sum;
    }
}
