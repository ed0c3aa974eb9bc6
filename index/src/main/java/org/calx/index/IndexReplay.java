package org.calx.index;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One benchmark as the venue publishes it: the figures of the data under the venue's own business dates. */
public final class IndexReplay {

    private final IndexSeries series;
    private final ReplayCalendar calendar;

    /** @param series figures, not empty */
    IndexReplay(IndexSeries series) {
        this.series = series;
        this.calendar = new ReplayCalendar(series.firstDate(), series.lastDate());
    }

    public String indexName() {
        return series.indexName();
    }

    /** The figures behind it, under the dates of the data. */
    public IndexSeries series() {
        return series;
    }

    /**
     * The figure for a business date, dated with that business date.
     *
     * @return empty if the date is before the data start
     */
    public Optional<IndexFixing> fixing(LocalDate businessDate) {
        return calendar.map(businessDate)
                .flatMap(day -> series.on(day.dataDate()))
                .map(data -> new IndexFixing(indexName(), businessDate, data.priceMicros(), data.contributors()));
    }

    /** The figures from {@code from} (included) to {@code until} (not included), on calendar days where there is one. */
    public List<IndexFixing> history(LocalDate from, LocalDate until) {
        return from.datesUntil(until).flatMap(date -> fixing(date).stream()).toList();
    }

    /**
     * What the venue says when it goes on from one business date to a later one.
     *
     * @return a notice if the data start over after {@code previous} and up to {@code current}
     */
    public Optional<ReplayNotice> noticeBetween(LocalDate previous, LocalDate current) {
        long weeksBefore = calendar.map(previous).map(ReplayDay::shiftWeeks).orElse(0L);
        return calendar.map(current)
                .filter(day -> day.shiftWeeks() > weeksBefore)
                .map(day -> new ReplayNotice(indexName(), current, day.dataDate()));
    }
}
