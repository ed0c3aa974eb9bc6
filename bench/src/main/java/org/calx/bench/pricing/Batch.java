package org.calx.bench.pricing;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/**
 * Something timed a batch at a time.
 *
 * @param items what a batch counts as, so that times are per item
 * @param work runs the batch; its result is summed up so that it must be computed
 */
public record Batch(int items, DoubleSupplier work) implements Turn {

    @Override
    public Times run(double seconds) {
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
