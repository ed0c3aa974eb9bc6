package org.calx.index;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The daily base benchmark of a bidding zone: the plain mean of the prices of the local day's hours.
 *
 * <p>The day is the zone's market day, Europe/Berlin for DE-LU, so it has 23 hours in March and 25 in October on the days when
 * the clock changes, and every hour counts the same. The mean is rounded half up (halves away from zero) to micros. A day
 * of which an hour is missing has no figure.
 */
public final class PowerIndex {

    /** Name of the German base benchmark. */
    public static final String BASE = "DEBASE";
    /** Bidding zone behind {@link #BASE}. */
    public static final String ZONE = "DE-LU";
    /** The market's local time. */
    public static final ZoneId MARKET_TIME = ZoneId.of("Europe/Berlin");

    private PowerIndex() {}

    /** The base benchmark of {@link #ZONE}; empty series if the table has no complete day of it. */
    public static IndexSeries base(List<PowerHour> hours) {
        TreeMap<LocalDate, List<Long>> days = new TreeMap<>();
        for (PowerHour hour : hours) {
            if (hour.zone().equals(ZONE)) {
                LocalDate day = LocalDate.ofInstant(hour.start(), MARKET_TIME);
                days.computeIfAbsent(day, _ -> new ArrayList<>()).add(hour.priceMicros());
            }
        }
        TreeMap<LocalDate, IndexFixing> fixings = new TreeMap<>();
        days.forEach((day, prices) -> {
            if (prices.size() == hoursIn(day)) {
                fixings.put(day, new IndexFixing(BASE, day, meanMicros(prices), prices.size()));
            }
        });
        return new IndexSeries(BASE, fixings);
    }

    /** Hours of a local market day: 24, or 23 and 25 on the days when the clock changes. */
    public static int hoursIn(LocalDate day) {
        return (int)
                Duration.between(day.atStartOfDay(MARKET_TIME), day.plusDays(1).atStartOfDay(MARKET_TIME))
                        .toHours();
    }

    private static long meanMicros(List<Long> pricesMicros) {
        BigDecimal sum = BigDecimal.ZERO;
        for (long priceMicros : pricesMicros) {
            sum = sum.add(BigDecimal.valueOf(priceMicros));
        }
        return sum.divide(BigDecimal.valueOf(pricesMicros.size()), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
