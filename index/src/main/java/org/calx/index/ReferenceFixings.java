package org.calx.index;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.calx.index.input.Decisions;
import org.calx.index.input.Observation;
import org.calx.index.input.Providers;
import org.calx.index.input.RowLog;
import org.calx.index.input.SeriesKey;
import org.calx.index.methodology.Fixing;
import org.calx.index.methodology.Methodology;
import org.calx.index.run.DailyFixings;

/** The benchmarks of a table of offers: the same checks and engine as {@code calx index compute}, in memory. */
final class ReferenceFixings {
    private static final Path TABLE = Path.of("prices");

    private ReferenceFixings() {}

    /**
     * The figures of every model that the offers name and of which the methodology makes any.
     *
     * @throws IllegalArgumentException if the offers reach over more than {@link DailyFixings#MAX_DAYS} days
     */
    static SequencedMap<String, IndexSeries> of(List<GpuOffer> offers, Methodology rules) {
        TreeMap<Integer, List<Observation>> days = new TreeMap<>();
        TreeSet<String> named = new TreeSet<>();
        long row = 0;
        for (GpuOffer offer : offers) {
            row++;
            named.add(offer.model());
            days.computeIfAbsent((int) offer.date().toEpochDay(), _ -> new ArrayList<>())
                    .add(observation(row, offer));
        }
        if (days.lastKey() - days.firstKey() >= DailyFixings.MAX_DAYS) {
            throw new IllegalArgumentException("the offers reach from " + LocalDate.ofEpochDay(days.firstKey()) + " to "
                    + LocalDate.ofEpochDay(days.lastKey()) + ", more than " + DailyFixings.MAX_DAYS + " days");
        }
        TreeMap<String, TreeMap<LocalDate, IndexFixing>> fixings = new TreeMap<>();
        DailyFixings engine = new DailyFixings(rules, RowLog.counting(List.of(TABLE)), Decisions.none());
        for (int day = days.firstKey(); day <= days.lastKey(); day++) {
            for (Fixing fixing :
                    engine.day(day, days.getOrDefault(day, List.of())).fixings()) {
                if (named.contains(fixing.index())) {
                    LocalDate date = LocalDate.ofEpochDay(day);
                    fixings.computeIfAbsent(fixing.index(), _ -> new TreeMap<>())
                            .put(
                                    date,
                                    new IndexFixing(fixing.index(), date, fixing.valueMicros(), fixing.contributors()));
                }
            }
        }
        TreeMap<String, IndexSeries> series = new TreeMap<>();
        fixings.forEach((index, byDay) -> series.put(index, new IndexSeries(index, byDay)));
        return series;
    }

    private static Observation observation(long row, GpuOffer offer) {
        int dot = offer.model().indexOf('.');
        return new Observation(
                0,
                row,
                (int) offer.date().toEpochDay(),
                new SeriesKey(
                        Observation.Kind.LIST,
                        offer.provider(),
                        dot < 0 ? "" : offer.model().substring(dot + 1),
                        dot < 0 ? offer.model() : offer.model().substring(0, dot),
                        1,
                        Observation.Term.ON_DEMAND,
                        "USD",
                        ""),
                Providers.groupOf(offer.provider()),
                offer.priceMicros(),
                0,
                false);
    }
}
