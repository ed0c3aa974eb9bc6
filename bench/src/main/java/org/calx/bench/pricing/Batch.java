package org.calx.bench.pricing;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/**
 * Something timed a batch at a time.
 *
 * @param items what a batch counts as, so that times are per item
 * @param work runs the batch; its result is summed up so that it must be computed
 */
public record Batch(int items, DoubleSupplier work) {

    /** Times of single batches in ns per item, ascending, and the sum of the results. */
    public record Times(double[] nsPerItem, double checksum) {
        public double percentile(double share) {
            return nsPerItem[(int) Math.min(nsPerItem.length - 1, share * nsPerItem.length)];
        }
    }

    /**
     * Runs batches by turns, each for the same time: first unmeasured until the compiler has had its time, then measured.
     *
     * @return the times of each, in order
     */
    public static Times[] byTurns(double warmupSeconds, double seconds, Batch... batches) {
        for (Batch batch : batches) {
            batch.run(warmupSeconds);
        }
        Times[] all = new Times[batches.length];
        Arrays.fill(all, new Times(new double[0], 0));
        int rounds = 10;
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < batches.length; i++) {
                Times more = batches[i].run(seconds / rounds);
                double[] joined = Arrays.copyOf(all[i].nsPerItem, all[i].nsPerItem.length + more.nsPerItem.length);
                System.arraycopy(more.nsPerItem, 0, joined, all[i].nsPerItem.length, more.nsPerItem.length);
                all[i] = new Times(joined, all[i].checksum + more.checksum);
            }
        }
        for (Times times : all) {
            Arrays.sort(times.nsPerItem);
        }
        return all;
    }

    private Times run(double seconds) {
        double[] times = new double[1024];
        int count = 0;
        double checksum = 0;
        long endNs = System.nanoTime() + (long) (seconds * 1e9);
        long nowNs = System.nanoTime();
        do {
            checksum += work.getAsDouble();
            long doneNs = System.nanoTime();
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
            }
            times[count++] = (doneNs - nowNs) / (double) items;
            nowNs = doneNs;
        } while (nowNs < endNs);
        return new Times(Arrays.copyOf(times, count), checksum);
    }
}
