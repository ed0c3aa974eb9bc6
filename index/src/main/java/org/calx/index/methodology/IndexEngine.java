package org.calx.index.methodology;

import java.util.List;
import org.calx.index.check.SeriesFigure;

/** Computes the fixings of one methodology, a day at a time in the order of the days. */
public interface IndexEngine {

    /** The fixings of a day; a day without figures has an empty list. Days must be given without a gap. */
    DayResult day(int epochDay, List<SeriesFigure> figures);

    /** An engine that begins before the first day. */
    static IndexEngine of(Methodology rules) {
        return rules.aggregation() == Methodology.Aggregation.MATCHED_CHAIN
                ? new ChainEngine(rules)
                : new PlainEngine(rules);
    }
}
