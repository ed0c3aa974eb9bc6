package org.calx.index.methodology;

/**
 * What one provider brings to an index on one day.
 *
 * @param provider the provider
 * @param group its owner: providers of one owner are one contributor
 * @param level its price, adjusted to the benchmark configuration, in micro-units per GPU-hour
 * @param logMove median of the moves of its matched series; NaN if none can be compared
 * @param volume GPU-hours behind it, 0 if unknown
 * @param generated true if any row was made up by a program
 */
public record Contribution(
        String provider, String group, double level, double logMove, double volume, boolean generated) {

    public boolean isMatched() {
        return !Double.isNaN(logMove);
    }
}
