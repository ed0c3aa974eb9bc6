package org.calx.index.run;

import java.util.List;
import java.util.Map;
import org.calx.index.check.DayCheck;
import org.calx.index.check.SeriesBook;
import org.calx.index.check.SeriesFigure;
import org.calx.index.input.Decisions;
import org.calx.index.input.Observation;
import org.calx.index.input.RowLog;
import org.calx.index.methodology.DayResult;
import org.calx.index.methodology.IndexEngine;
import org.calx.index.methodology.Methodology;

/** The checks and the engine of one methodology together: the rows of one day after another in, fixings out. */
public final class DailyFixings {
    /** Most days from the first to the last. */
    public static final int MAX_DAYS = 20_000;

    private final DayCheck check;
    private final IndexEngine engine;
    private List<SeriesFigure> figures = List.of();

    /**
     * Before the first day.
     *
     * @param log keeps why rows were refused or adjusted
     * @param decisions of the committee
     */
    public DailyFixings(Methodology rules, RowLog log, Decisions decisions) {
        SeriesBook book = new SeriesBook();
        this.check = new DayCheck(book, log, rules.checked());
        this.engine = IndexEngine.of(rules, book, decisions);
    }

    /** What a day gives; days come in order and without a gap, a day without rows with an empty list. */
    public DayResult day(int epochDay, List<Observation> rows) {
        figures = check.check(epochDay, rows);
        return engine.day(epochDay, figures);
    }

    /** The accepted figures of the last day given. */
    public List<SeriesFigure> figures() {
        return figures;
    }

    /** The sources that changed what they collect on the last day given, with how many of their supplies are gone. */
    public Map<String, Integer> brokenSources() {
        return check.brokenSources();
    }
}
