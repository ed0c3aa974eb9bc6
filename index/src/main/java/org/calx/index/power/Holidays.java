package org.calx.index.power;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Public holidays of a whole country: days of the calendar, and days counted from Easter Sunday. */
public final class Holidays {
    private static final Map<String, Holidays> ALL = Map.of(
            "none", new Holidays(List.of(), List.of()),
            "DE", new Holidays(days("01-01 05-01 10-03 12-25 12-26"), List.of(-2, 1, 39, 50)),
            "CZ",
                    new Holidays(
                            days("01-01 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26"), List.of(-2, 1)),
            "BE", new Holidays(days("01-01 05-01 07-21 08-15 11-01 11-11 12-25"), List.of(1, 39, 50)));

    private final List<MonthDay> fixed;
    private final List<Integer> fromEaster;

    private Holidays(List<MonthDay> fixed, List<Integer> fromEaster) {
        this.fixed = fixed;
        this.fromEaster = fromEaster;
    }

    private static List<MonthDay> days(String text) {
        return List.of(text.split(" ")).stream()
                .map(day -> MonthDay.parse("--" + day))
                .toList();
    }

    /** The holidays of {@code DE}, {@code CZ} or {@code BE}, or {@code none}. */
    public static Optional<Holidays> of(String country) {
        return Optional.ofNullable(ALL.get(country));
    }

    public static List<String> countries() {
        return ALL.keySet().stream().sorted().toList();
    }

    public boolean contains(LocalDate day) {
        LocalDate easter = easter(day.getYear());
        return fixed.contains(MonthDay.from(day))
                || fromEaster.stream().anyMatch(days -> easter.plusDays(days).equals(day));
    }

    /** Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int g = (b - (b + 8) / 25 + 1) / 3;
        int h = (19 * a + b - b / 4 - g + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int day = h + l - 7 * m + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
