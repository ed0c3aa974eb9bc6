package org.calx.index.product;

import java.util.List;

/** How far a unit strays from its index: the standard deviation of the differences of daily returns, of a year of 252 days. */
public final class TrackingError {
    private static final double DAYS_A_YEAR = 252;

    private TrackingError() {}

    /** @return NaN below three days */
    public static double of(List<Long> unitMicros, List<Long> indexMicros) {
        int count = unitMicros.size() - 1;
        if (count < 2) {
            return Double.NaN;
        }
        double[] differences = new double[count];
        double mean = 0;
        for (int at = 0; at < count; at++) {
            differences[at] = (double) unitMicros.get(at + 1) / unitMicros.get(at)
                    - (double) indexMicros.get(at + 1) / indexMicros.get(at);
            mean += differences[at] / count;
        }
        double squares = 0;
        for (double difference : differences) {
            squares += (difference - mean) * (difference - mean);
        }
        return Math.sqrt(squares / (count - 1) * DAYS_A_YEAR);
    }
}
