package org.calx.index.power;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Averages of a zone's prices by block over days, months, quarters and years of local time. */
public final class PowerAverages {
    private final ZoneId time;
    private final Holidays holidays;
    private final Set<PeriodStart> seen = new HashSet<>();
    private final TreeMap<Key, Sum> sums = new TreeMap<>();

    private record PeriodStart(String zone, java.time.Instant start) {}

    private record Key(String zone, PowerBlock block, int length, String period) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byZone = zone.compareTo(other.zone);
            int byBlock = byZone != 0 ? byZone : block.compareTo(other.block);
            int byLength = byBlock != 0 ? byBlock : Integer.compare(length, other.length);
            return byLength != 0 ? byLength : period.compareTo(other.period);
        }
    }

    private static final class Sum {
        private BigDecimal microMinutes = BigDecimal.ZERO;
        private long minutes;
        private long negativeMinutes;
        private LocalDate day;
    }

    /**
     * One average.
     *
     * @param period {@code 2024-07-31}, {@code 2024-07}, {@code 2024-Q3} or {@code 2024}
     * @param priceMicros mean price in micro-units per MWh, halves rounded away from zero
     * @param minutes minutes that it stands on
     * @param missingMinutes minutes of the block in the period that have no price
     * @param negativeMinutes minutes with a price below zero
     */
    public record Average(
            String zone,
            PowerBlock block,
            String period,
            long priceMicros,
            long minutes,
            long missingMinutes,
            long negativeMinutes) {}

    public PowerAverages(ZoneId time, Holidays holidays) {
        this.time = time;
        this.holidays = holidays;
    }

    /** Takes a price. @return false if the zone has one for the same start, which stands */
    public boolean add(PowerPrice price) {
        if (!seen.add(new PeriodStart(price.zone(), price.start()))) {
            return false;
        }
        ZonedDateTime start = price.start().atZone(time);
        for (PowerBlock block : PowerBlock.values()) {
            if (block.contains(start, holidays)) {
                List<String> periods = periodsOf(start.toLocalDate());
                for (int length = 0; length < periods.size(); length++) {
                    add(
                            sums.computeIfAbsent(
                                    new Key(price.zone(), block, length, periods.get(length)), _ -> new Sum()),
                            price,
                            start);
                }
            }
        }
        return true;
    }

    private static void add(Sum sum, PowerPrice price, ZonedDateTime start) {
        sum.microMinutes = sum.microMinutes.add(
                BigDecimal.valueOf(price.priceMicros()).multiply(BigDecimal.valueOf(price.minutes())));
        sum.minutes += price.minutes();
        sum.negativeMinutes += price.priceMicros() < 0 ? price.minutes() : 0;
        sum.day = start.toLocalDate();
    }

    private static List<String> periodsOf(LocalDate day) {
        String year = Integer.toString(day.getYear());
        return List.of(
                day.toString(), day.toString().substring(0, 7), year + "-Q" + (day.getMonthValue() + 2) / 3, year);
    }

    /** All averages, by zone, block, length of the period and period. */
    public List<Average> all() {
        List<Average> averages = new ArrayList<>();
        sums.forEach((key, sum) -> {
            long expected = expectedMinutes(key, sum.day);
            long mean = sum.microMinutes
                    .divide(BigDecimal.valueOf(sum.minutes), 0, RoundingMode.HALF_UP)
                    .longValueExact();
            averages.add(new Average(
                    key.zone, key.block, key.period, mean, sum.minutes, expected - sum.minutes, sum.negativeMinutes));
        });
        return averages;
    }

    private long expectedMinutes(Key key, LocalDate inside) {
        LocalDate first = inside;
        LocalDate after = inside.plusDays(1);
        if (key.length == 1) {
            first = inside.withDayOfMonth(1);
            after = first.plusMonths(1);
        } else if (key.length == 2) {
            first = inside.withDayOfMonth(1).minusMonths((inside.getMonthValue() - 1) % 3);
            after = first.plusMonths(3);
        } else if (key.length == 3) {
            first = inside.withDayOfYear(1);
            after = first.plusYears(1);
        }
        return first.datesUntil(after)
                .mapToLong(day -> key.block.minutesOn(day, minutesOf(day), holidays))
                .sum();
    }

    /** Minutes of a local day: 1,440, or 60 less or more when the clock changes. */
    private int minutesOf(LocalDate day) {
        return (int) Duration.between(day.atStartOfDay(time), day.plusDays(1).atStartOfDay(time))
                .toMinutes();
    }
}
