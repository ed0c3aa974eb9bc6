package org.calx.index;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The figures of one benchmark by the date of the data. */
public final class IndexSeries {

    private final String indexName;
    private final NavigableMap<LocalDate, IndexFixing> fixings;

    IndexSeries(String indexName, Map<LocalDate, IndexFixing> fixings) {
        this.indexName = indexName;
        this.fixings = Collections.unmodifiableNavigableMap(new TreeMap<>(fixings));
    }

    public String indexName() {
        return indexName;
    }

    public boolean isEmpty() {
        return fixings.isEmpty();
    }

    /** First day with a figure; the series must not be empty. */
    public LocalDate firstDate() {
        return fixings.firstKey();
    }

    /** Last day with a figure; the series must not be empty. */
    public LocalDate lastDate() {
        return fixings.lastKey();
    }

    /** All figures in order of their day. */
    public NavigableMap<LocalDate, IndexFixing> fixings() {
        return fixings;
    }

    /**
     * The figure of a day of data. A day without one takes the last earlier figure, with 0 contributors.
     *
     * @return empty if the day is before the first figure
     */
    public Optional<IndexFixing> on(LocalDate dataDate) {
        Map.Entry<LocalDate, IndexFixing> entry = fixings.floorEntry(dataDate);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.getKey().equals(dataDate)) {
            return Optional.of(entry.getValue());
        }
        return Optional.of(new IndexFixing(indexName, dataDate, entry.getValue().priceMicros(), 0));
    }
}
