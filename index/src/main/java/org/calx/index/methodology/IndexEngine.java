package org.calx.index.methodology;

import java.util.List;
import org.calx.index.check.SeriesBook;
import org.calx.index.check.SeriesFigure;
import org.calx.index.input.Decisions;

/** Computes the fixings of one methodology, a day at a time in the order of the days. */
public interface IndexEngine {

    /** The fixings of a day; a day without figures has an empty list. Days must be given without a gap. */
    DayResult day(int epochDay, List<SeriesFigure> figures);

    /** An engine that begins before the first day; the book holds what the day's check has accepted. */
    static IndexEngine of(Methodology rules, SeriesBook book, Decisions decisions) {
        return rules.aggregation() == Methodology.Aggregation.MATCHED_CHAIN
                ? new ChainEngine(rules, new Normalisation(book), decisions)
                : new PlainEngine(rules);
    }
}
