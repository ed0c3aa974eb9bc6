package org.calx.index.methodology;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Numbers with weights that sum to 1: their quantiles and their mean after winsorising. */
final class WeightedSample {
    private final double[] values;
    private final double[] weights;
    private final int[] order;

    WeightedSample(double[] values, double[] weights) {
        this.values = values;
        this.weights = weights;
        this.order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(at -> values[at]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The smallest value at which the weight of it and all below reaches the share. */
    double quantile(double share) {
        double below = 0;
        for (int at : order) {
            below += weights[at];
            if (below >= share - 1e-12) {
                return values[at];
            }
        }
        return values[order[order.length - 1]];
    }

    /** The largest value at which the weight of it and all above reaches the share. */
    private double upperQuantile(double share) {
        double above = 0;
        for (int place = order.length - 1; place >= 0; place--) {
            above += weights[order[place]];
            if (above >= share - 1e-12) {
                return values[order[place]];
            }
        }
        return values[order[0]];
    }

    /** Mean of the middle value from below and the middle value from above. */
    double median() {
        return (quantile(0.5) + upperQuantile(0.5)) / 2;
    }

    /** Weighted mean after values beyond the two quantiles are pulled in to them. */
    double winsorisedMean(double share) {
        double low = quantile(share);
        double high = upperQuantile(share);
        double mean = 0;
        for (int at = 0; at < values.length; at++) {
            mean += weights[at] * Math.clamp(values[at], low, Math.max(low, high));
        }
        return mean;
    }
}
