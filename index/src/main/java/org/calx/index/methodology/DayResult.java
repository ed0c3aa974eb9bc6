package org.calx.index.methodology;

import java.util.List;
import java.util.Optional;
import org.calx.index.hedonic.HedonicFit;

/**
 * All that a day gives.
 *
 * @param fixings in the order of the names of the indices
 * @param weights of the observed fixings
 * @param changes what came into and left the panels
 * @param estimate the premiums, on a day when they were estimated
 */
public record DayResult(
        List<Fixing> fixings, List<Weight> weights, List<PanelChange> changes, Optional<HedonicFit> estimate) {

    /**
     * The weight of a provider in a fixing.
     *
     * @param weight from 0 to 1; the sum over an index is 1
     * @param priceMicros its price adjusted to the benchmark configuration, micro-units per GPU-hour
     * @param logMove its move since its last figure; NaN if it takes no part in the day's move
     */
    public record Weight(
            int epochDay,
            String index,
            String provider,
            String group,
            double weight,
            long priceMicros,
            double logMove) {}

    /**
     * A change of who contributes to an index.
     *
     * @param joined groups that were not there on the index's last observed day
     * @param left groups that are not there any more
     * @param matched groups whose moves count on the day
     */
    public record PanelChange(int epochDay, String index, int joined, int left, int matched) {}
}
