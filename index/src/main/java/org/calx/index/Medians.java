package org.calx.index;

import java.util.List;

/** Medians of prices in whole micro-units. */
public final class Medians {
    private Medians() {}

    /** Median of positive prices, at least one; between two middle figures their mean, half a micro rounded up. */
    public static long ofMicros(List<Long> pricesMicros) {
        long[] sorted =
                pricesMicros.stream().mapToLong(Long::longValue).sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length % 2 == 1) {
            return sorted[middle];
        }
        return Math.ceilDiv(Math.addExact(sorted[middle - 1], sorted[middle]), 2L);
    }
}
