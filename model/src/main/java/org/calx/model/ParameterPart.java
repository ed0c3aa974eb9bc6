package org.calx.model;

import java.util.List;
import java.util.Optional;

/**
 * A part of a set of margin parameters, small enough for one command: risk arrays, or the charges of one product, or all spreads
 * between products, or ratings of accounts. The parts of one version make a {@link ParameterSet}.
 *
 * @param version the set's number, above 0
 * @param marketId the market whose calendar says when the set takes effect, and whose products it is about
 * @param effectiveDay business date from whose beginning the set holds, days since 1970-01-01
 * @param arrays at most {@value #MAX_ARRAYS}, of {@value #MAX_LOSSES} losses together
 * @param charges one product's charges
 * @param spreads all spreads between products
 * @param ratings at most {@value #MAX_RATINGS}
 */
public record ParameterPart(
        long version,
        int marketId,
        int effectiveDay,
        List<InstrumentArray> arrays,
        Optional<MarginCharges> charges,
        Optional<CommoditySpreads> spreads,
        List<AccountRating> ratings) {
    /** Most arrays of a part: what a command has room for. */
    public static final int MAX_ARRAYS = 7;

    /** Most losses of a part: one array of the largest grid. */
    public static final int MAX_LOSSES = MarginPolicy.MAX_SCENARIOS;

    /** Most ratings of a part. */
    public static final int MAX_RATINGS = 128;

    public ParameterPart {
        arrays = List.copyOf(arrays);
        ratings = List.copyOf(ratings);
    }

    /** Whether the part holds one kind of thing, and no more of it than it may. */
    public boolean isWellFormed() {
        int kinds = (arrays.isEmpty() ? 0 : 1)
                + (charges.isPresent() ? 1 : 0)
                + (spreads.isPresent() ? 1 : 0)
                + (ratings.isEmpty() ? 0 : 1);
        return kinds == 1 && fit(arrays) && ratings.size() <= MAX_RATINGS;
    }

    /** Whether so many arrays are no more than a part may have. */
    static boolean fit(List<InstrumentArray> arrays) {
        int losses = 0;
        for (InstrumentArray array : arrays) {
            losses += array.lossMicrosPerLot().size();
        }
        return arrays.size() <= MAX_ARRAYS && losses <= MAX_LOSSES;
    }
}
