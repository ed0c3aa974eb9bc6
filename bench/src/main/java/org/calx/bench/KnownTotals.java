package org.calx.bench;

import java.util.Map;
import java.util.Optional;
import org.calx.bench.matching.Totals;

/**
 * The totals that every correct book reaches on the published streams, prefill included. Those of ec-1k, f1-normal and
 * f1-flash-crash came out the same from four independent engines, those of ec-1m from exchange-core's and ours.
 */
final class KnownTotals {

    private static final Map<String, Totals> BY_CASE = Map.of(
            "ec-1k", new Totals(122_704, 1_062_983, 32_732_421_108L, 0),
            "ec-1m", new Totals(131_628, 1_145_953, 35_242_630_750L, 0),
            "f1-normal", new Totals(62_474, 1_793_858, 60_863_024_275L, 45_949),
            "f1-flash-crash", new Totals(70_178, 2_034_869, 89_822_077_839L, 48_698));

    private KnownTotals() {}

    /** Totals of a stream by the first part of its file name. */
    static Optional<Totals> of(String caseName) {
        return Optional.ofNullable(BY_CASE.get(caseName));
    }
}
