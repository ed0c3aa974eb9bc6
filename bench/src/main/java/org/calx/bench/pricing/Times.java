package org.calx.bench.pricing;

import java.util.Arrays;

/**
 * Times of single batches.
 *
 * @param nsPerItem in ns per item
 * @param checksum sum of what the batches computed
 */
public record Times(double[] nsPerItem, double checksum) {
    static final Times NONE = new Times(new double[0], 0);

    /** These and more, ascending. */
    Times and(Times more) {
        double[] joined = Arrays.copyOf(nsPerItem, nsPerItem.length + more.nsPerItem.length);
        System.arraycopy(more.nsPerItem, 0, joined, nsPerItem.length, more.nsPerItem.length);
        Arrays.sort(joined);
        return new Times(joined, checksum + more.checksum);
    }

    /** The time that the share of batches stays below, of times that ascend. */
    public double percentile(double share) {
        return nsPerItem[(int) Math.min(nsPerItem.length - 1, share * nsPerItem.length)];
    }
}
