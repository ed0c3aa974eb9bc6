package org.calx.gateway.view;

import java.util.ArrayDeque;
import java.util.Iterator;

/** The last {@value #MAX_CANDLES} candles of one instrument and resolution; a span without a trade has none. */
public final class CandleSeries {
    /** Candles kept; the oldest leaves first. */
    public static final int MAX_CANDLES = 1_440;

    private final Resolution resolution;
    private final ArrayDeque<Candle> candles = new ArrayDeque<>();

    CandleSeries(Resolution resolution) {
        this.resolution = resolution;
    }

    void add(long timestampNs, long priceTicks, long lots) {
        long startMs = resolution.startMs(timestampNs / 1_000_000);
        Candle last = candles.peekLast();
        if (last == null || last.startMs < startMs) {
            last = new Candle(startMs, priceTicks);
            candles.addLast(last);
            if (candles.size() > MAX_CANDLES) {
                candles.removeFirst();
            }
        }
        last.add(priceTicks, lots);
    }

    /** The candle that is still growing or was the last to grow, null before the first trade. */
    public Candle last() {
        return candles.peekLast();
    }

    /** Oldest first. */
    public Iterable<Candle> oldestFirst() {
        return candles;
    }

    /** Newest first. */
    public Iterator<Candle> newestFirst() {
        return candles.descendingIterator();
    }
}
