package org.calx.risk.publish;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.calx.model.Fixing;
import org.calx.model.FixingStatus;
import org.calx.model.InstrumentSpec;
import org.calx.pricing.futures.MonthMark;

/**
 * Months of which some days are fixed. A final fixing of the month fixes its day; open are the days after the last of them on
 * weekdays that the product has had fixings on. What open days are expected to be is what the book last implied, else the last
 * fixing.
 */
final class AveragingMonths {
    private static final int REMEMBERED_DAYS = 400;
    private static final int WEEKS = 4;
    private static final int DAYS_A_WEEK = 7;
    private static final double DAYS_A_YEAR = 365;

    private final Map<Integer, TreeMap<Integer, Long>> finals = new HashMap<>();
    private final Map<Integer, Fixing> latest = new HashMap<>();
    private final Map<Integer, Double> implied = new HashMap<>();

    /** The fixed days of a month and how many are open. */
    private record Month(double[] fixed, int open) {
        MonthMark mark(double expectedMicros) {
            double[] expected = new double[open];
            java.util.Arrays.fill(expected, expectedMicros);
            return MonthMark.of(fixed, expected);
        }
    }

    /** Takes in a fixing; one that is told again changes nothing. */
    void onFixing(Fixing fixing) {
        Fixing last = latest.get(fixing.productId());
        if (last == null || fixing.day() >= last.day()) {
            latest.put(fixing.productId(), fixing);
        }
        if (fixing.status() == FixingStatus.FINAL) {
            TreeMap<Integer, Long> days = finals.computeIfAbsent(fixing.productId(), unused -> new TreeMap<>());
            days.put(fixing.day(), fixing.priceMicros());
            if (days.size() > REMEMBERED_DAYS) {
                days.pollFirstEntry();
            }
        }
    }

    /** Whether a fixing of this day belongs to the month. */
    static boolean has(InstrumentSpec month, int day) {
        return day >= month.firstFixingDay() && day <= month.lastFixingDay();
    }

    /** The share of the month's days that are open: 1 before its first fixing. */
    double openShare(InstrumentSpec instrument) {
        Month month = month(instrument);
        return month.fixed.length == 0 ? 1 : month.mark(0).openShare();
    }

    /**
     * Years of the product's variance that are left in the month's settlement price: whole until the first day, then a third of the
     * days that average, times the square of the share that is open.
     */
    double varianceYears(InstrumentSpec instrument, int today) {
        int before = Math.max(0, instrument.firstFixingDay() - today);
        int averaging = Math.max(0, instrument.lastFixingDay() - Math.max(today, instrument.firstFixingDay()));
        double share = openShare(instrument);
        return (before + share * share * averaging / 3) / DAYS_A_YEAR;
    }

    /** Takes in what the book says that the month is worth, micros per unit. */
    void onBook(InstrumentSpec instrument, long midMicros) {
        Month month = month(instrument);
        if (month.fixed.length > 0 && month.open > 0) {
            double sum = java.util.Arrays.stream(month.fixed).sum();
            double days = month.fixed.length + month.open;
            implied.put(instrument.instrumentId(), (midMicros * days - sum) / month.open);
        }
    }

    /** The mark of a month without a book, micros per unit; empty before its first fixing. */
    OptionalLong markMicros(InstrumentSpec instrument) {
        Month month = month(instrument);
        if (month.fixed.length == 0) {
            return OptionalLong.empty();
        }
        double last = latest.get(instrument.productId()).priceMicros();
        double expected = implied.getOrDefault(instrument.instrumentId(), last);
        return OptionalLong.of(Math.round(month.mark(expected).price()));
    }

    void forget(int instrumentId) {
        implied.remove(instrumentId);
    }

    private Month month(InstrumentSpec instrument) {
        TreeMap<Integer, Long> days = finals.getOrDefault(instrument.productId(), new TreeMap<>());
        double[] fixed =
                days.subMap(instrument.firstFixingDay(), true, instrument.lastFixingDay(), true).values().stream()
                        .mapToDouble(Long::doubleValue)
                        .toArray();
        if (fixed.length == 0) {
            return new Month(fixed, 0);
        }
        int lastFixed = days.floorKey(instrument.lastFixingDay());
        Set<DayOfWeek> weekdays = weekdays(days, lastFixed);
        int open = 0;
        for (int day = lastFixed + 1; day <= instrument.lastFixingDay(); day++) {
            open += weekdays.contains(LocalDate.ofEpochDay(day).getDayOfWeek()) ? 1 : 0;
        }
        return new Month(fixed, open);
    }

    /** Weekdays with fixings in the four weeks to a day; all where fixings of less than that are known. */
    private static Set<DayOfWeek> weekdays(TreeMap<Integer, Long> days, int last) {
        int first = last - WEEKS * DAYS_A_WEEK;
        if (days.firstKey() > first + DAYS_A_WEEK) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
        for (int day : days.subMap(first, false, last, true).keySet()) {
            weekdays.add(LocalDate.ofEpochDay(day).getDayOfWeek());
        }
        return weekdays;
    }
}
