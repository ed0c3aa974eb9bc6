package org.calx.gateway.view;

import java.util.Iterator;

/**
 * What traded in the 24 hours of log time that end now, to the minute; prices in ticks, quantities in lots.
 *
 * @param trades whether anything traded; if not, the prices mean nothing
 * @param costTicks sum of price times quantity
 */
public record DayStats(boolean trades, long openTicks, long highTicks, long lowTicks, long volumeLots, long costTicks) {

    private static final long DAY_MS = 86_400_000L;

    static DayStats of(CandleSeries minutes, long nowNs) {
        long sinceMs = nowNs / 1_000_000 - DAY_MS;
        long open = 0;
        long high = Long.MIN_VALUE;
        long low = Long.MAX_VALUE;
        long volume = 0;
        long cost = 0;
        for (Iterator<Candle> candles = minutes.newestFirst(); candles.hasNext(); ) {
            Candle candle = candles.next();
            if (candle.startMs <= sinceMs) {
                break;
            }
            open = candle.openTicks();
            high = Math.max(high, candle.highTicks());
            low = Math.min(low, candle.lowTicks());
            volume = Math.addExact(volume, candle.volumeLots());
            cost = Math.addExact(cost, candle.costTicks());
        }
        return volume == 0 ? new DayStats(false, 0, 0, 0, 0, 0) : new DayStats(true, open, high, low, volume, cost);
    }
}
