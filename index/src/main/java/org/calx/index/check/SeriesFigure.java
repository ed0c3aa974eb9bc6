package org.calx.index.check;

import org.calx.index.input.SeriesKey;

/**
 * What one series says on one day.
 *
 * @param key the series
 * @param group owner of the provider
 * @param priceMicros median of the day's offers, or volume-weighted mean of its trades, micro-units per GPU-hour
 * @param gpuHoursMicros millionths of GPU-hours behind it, 0 if unknown
 * @param logMove natural logarithm of the figure over the last one of the series; NaN if none can be compared
 * @param generated true if any row behind it was made up by a program
 */
public record SeriesFigure(
        SeriesKey key, String group, long priceMicros, long gpuHoursMicros, double logMove, boolean generated) {

    public boolean isMatched() {
        return !Double.isNaN(logMove);
    }
}
