package org.calx.index.methodology;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Numbers with weights that sum to 1: their quantiles and their mean after winsorising. */
final class WeightedSample {
    /** Samples up to this size are sorted by insertion, which makes no objects. */
    private static final int LONGEST_INSERTION = 100;

    private final double[] values;
    private final double[] weights;
    private final int[] order;

    WeightedSample(double[] values, double[] weights) {
        this.values = values;
        this.weights = weights;
        this.order = order(values);
    }

    /** Places by value, equal ones in their order. */
    private static int[] order(double[] values) {
        if (values.length > LONGEST_INSERTION) {
            return IntStream.range(0, values.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(at -> values[at]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        int[] order = new int[values.length];
        for (int at = 0; at < order.length; at++) {
            int place = at;
            while (place > 0 && Double.compare(values[order[place - 1]], values[at]) > 0) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = at;
        }
        return order;
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
