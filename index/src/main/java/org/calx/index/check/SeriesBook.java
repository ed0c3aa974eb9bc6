package org.calx.index.check;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.calx.index.input.InputException;
import org.calx.index.input.SeriesKey;

/** The last accepted figure of each series. Series that were not seen for {@link #FORGOTTEN_AFTER_DAYS} are forgotten. */
public final class SeriesBook {
    /** Days after which a series that was not seen starts anew. */
    public static final int FORGOTTEN_AFTER_DAYS = 30;
    /** Most series at a time. */
    public static final int MAX_SERIES = 1_000_000;

    private final Map<SeriesKey, Series> series = new HashMap<>();
    private int lastSwept = Integer.MIN_VALUE;

    /** What is known of one series. */
    public static final class Series {
        final SeriesKey key;
        final String group;
        long lastMicros;
        int lastDay = Integer.MIN_VALUE;
        long pendingMicros;
        int pendingSince;

        Series(SeriesKey key, String group) {
            this.key = key;
            this.group = group;
        }

        public SeriesKey key() {
            return key;
        }

        public String group() {
            return group;
        }

        /** Last accepted figure in micro-units per GPU-hour. */
        public long lastMicros() {
            return lastMicros;
        }

        /** Whether the series was seen within {@link #FORGOTTEN_AFTER_DAYS} up to the day. */
        public boolean isLive(int epochDay) {
            return lastDay != Integer.MIN_VALUE && epochDay - lastDay <= FORGOTTEN_AFTER_DAYS;
        }

        boolean hasHistory(int epochDay) {
            return lastDay < epochDay && isLive(epochDay);
        }
    }

    Series of(SeriesKey key, String group) {
        Series known = series.get(key);
        if (known != null) {
            return known;
        }
        if (series.size() == MAX_SERIES) {
            throw new InputException("the input has more than " + MAX_SERIES + " series at a time");
        }
        Series fresh = new Series(key, group);
        series.put(key, fresh);
        return fresh;
    }

    void sweep(int epochDay) {
        if (lastSwept == Integer.MIN_VALUE) {
            lastSwept = epochDay;
        }
        if (epochDay - lastSwept >= FORGOTTEN_AFTER_DAYS) {
            series.values().removeIf(one -> epochDay - one.lastDay > FORGOTTEN_AFTER_DAYS);
            lastSwept = epochDay;
        }
    }

    /** The series that are remembered, in no order. */
    public Collection<Series> all() {
        return series.values();
    }
}
