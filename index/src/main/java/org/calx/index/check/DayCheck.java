package org.calx.index.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.calx.index.Medians;
import org.calx.index.input.Observation;
import org.calx.index.input.RowLog;
import org.calx.index.input.SeriesKey;

/** Turns the rows of one day, in order of the days, into the figures of their series. */
public final class DayCheck {
    /** Days over which a series may be absent and still give a move when it comes back. */
    public static final int MATCHED_WITHIN_DAYS = 7;

    private final SeriesBook book;
    private final Duplicates duplicates;
    private final UnitCheck units;
    private final PriceCheck prices;
    private final SourceBreaks breaks = new SourceBreaks();
    private Map<String, Integer> broken = Map.of();

    private final boolean checked;

    /** @param checked false lets every row pass as it is, for plain methodologies that are shown beside */
    public DayCheck(SeriesBook book, RowLog log, boolean checked) {
        this.book = book;
        this.checked = checked;
        this.duplicates = new Duplicates(log);
        this.units = new UnitCheck(log);
        this.prices = new PriceCheck(log);
    }

    /** The figures of a day later than all before; order of first appearance in the rows. */
    public List<SeriesFigure> check(int epochDay, List<Observation> rows) {
        book.sweep(epochDay);
        Map<SeriesKey, Day> days = new LinkedHashMap<>();
        if (checked) {
            addChecked(rows, days);
        } else {
            rows.forEach(row -> add(new PriceCheck.Verdict(row, true), days));
        }
        return days.values().stream().map(day -> day.close(epochDay)).toList();
    }

    /** The sources that changed what they collect on the last day given, with how many of their supplies are gone. */
    public Map<String, Integer> brokenSources() {
        return broken;
    }

    private void addChecked(List<Observation> rows, Map<SeriesKey, Day> days) {
        broken = breaks.on(rows);
        List<Observation> single = duplicates.remove(rows);
        List<Observation> perGpu = units.correct(single, new Peers(single));
        Peers peers = new Peers(perGpu);
        for (Observation row : perGpu) {
            SeriesBook.Series series = book.of(row.series(), row.group());
            PriceCheck.Verdict verdict = prices.check(row, series, peers.medianMicros(row));
            if (verdict != null) {
                boolean linked = verdict.linked() && !broken.containsKey(row.source());
                add(new PriceCheck.Verdict(verdict.row(), linked), days);
            }
        }
    }

    private void add(PriceCheck.Verdict verdict, Map<SeriesKey, Day> days) {
        Observation row = verdict.row();
        days.computeIfAbsent(row.series(), key -> new Day(book.of(key, row.group())))
                .add(verdict);
    }

    /** The accepted rows of one series on one day. */
    private static final class Day {
        private final SeriesBook.Series series;
        private final List<Observation> rows = new ArrayList<>();
        private boolean linked = true;

        Day(SeriesBook.Series series) {
            this.series = series;
        }

        void add(PriceCheck.Verdict verdict) {
            rows.add(verdict.row());
            linked &= verdict.linked();
        }

        SeriesFigure close(int epochDay) {
            long gpuHours = rows.stream().mapToLong(Observation::gpuHoursMicros).sum();
            long micros = series.key.kind() == Observation.Kind.TRADE && gpuHours > 0
                    ? volumeWeightedMean(gpuHours)
                    : Medians.ofMicros(
                            rows.stream().map(Observation::priceMicros).toList());
            boolean matched = linked && series.hasHistory(epochDay) && epochDay - series.lastDay <= MATCHED_WITHIN_DAYS;
            double logMove = matched ? StrictMath.log((double) micros / series.lastMicros) : Double.NaN;
            series.lastMicros = micros;
            series.lastDay = epochDay;
            series.pendingMicros = 0;
            boolean generated = rows.stream().anyMatch(Observation::generated);
            return new SeriesFigure(series.key, series.group, micros, gpuHours, logMove, generated);
        }

        private long volumeWeightedMean(long gpuHours) {
            double weighted = 0;
            for (Observation row : rows) {
                weighted += (double) row.priceMicros() * row.gpuHoursMicros();
            }
            return Math.max(1, Math.round(weighted / gpuHours));
        }
    }
}
