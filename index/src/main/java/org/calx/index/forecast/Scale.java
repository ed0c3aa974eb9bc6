package org.calx.index.forecast;

import java.util.Arrays;

/**
 * Values through the inverse hyperbolic sine of their distance from the median, so that spikes do not rule (Uniejewski, Weron and Ziel, IEEE
 * Transactions on Power Systems 33, 2018).
 */
record Scale(double centre, double spread) {
    private static final double MAD_OF_NORMAL = 1.4826;
    private static final double LEAST_SPREAD = 1e-9;

    static Scale of(double[] history) {
        double centre = median(history);
        double distance = MAD_OF_NORMAL
                * median(Arrays.stream(history)
                        .map(value -> Math.abs(value - centre))
                        .toArray());
        return new Scale(centre, distance > 0 ? distance : Math.max(LEAST_SPREAD, Math.abs(centre)));
    }

    double[] apply(double[] values) {
        return Arrays.stream(values)
                .map(value -> asinh((value - centre) / spread))
                .toArray();
    }

    double back(double scaled) {
        return centre + spread * Math.sinh(scaled);
    }

    private static double asinh(double value) {
        double size = Math.abs(value);
        return Math.copySign(Math.log(size + Math.sqrt(size * size + 1)), value);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
