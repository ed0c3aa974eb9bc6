package org.calx.index;

import java.util.List;

/** Medians of prices in whole micro-units. */
public final class Medians {
    private Medians() {}

    /** Median of positive prices, at least one; between two middle figures their mean, half a micro rounded up. */
    public static long ofMicros(List<Long> pricesMicros) {
        List<Long> sorted = pricesMicros.stream().sorted().toList();
        int middle = sorted.size() / 2;
        if (sorted.size() % 2 == 1) {
            return sorted.get(middle);
        }
        return Math.ceilDiv(Math.addExact(sorted.get(middle - 1), sorted.get(middle)), 2L);
    }
}
