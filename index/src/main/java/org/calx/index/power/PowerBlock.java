package org.calx.index.power;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/** A block of delivery hours in local time. */
public enum PowerBlock {
    /** All hours. */
    BASE,
    /** 08:00 to 20:00, Monday to Friday, without the holidays given. */
    PEAK,
    /** All that is not {@link #PEAK}. */
    OFFPEAK;

    private static final int PEAK_FROM = 8;
    private static final int PEAK_TO = 20;

    boolean contains(ZonedDateTime start, Holidays holidays) {
        boolean peak =
                isPeakDay(start.toLocalDate(), holidays) && start.getHour() >= PEAK_FROM && start.getHour() < PEAK_TO;
        return this == BASE || (this == PEAK) == peak;
    }

    static boolean isPeakDay(LocalDate day, Holidays holidays) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    /** Minutes of the block on a day that has so many minutes. */
    int minutesOn(LocalDate day, int minutesOfDay, Holidays holidays) {
        int peak = isPeakDay(day, holidays) ? (PEAK_TO - PEAK_FROM) * 60 : 0;
        return switch (this) {
            case BASE -> minutesOfDay;
            case PEAK -> peak;
            case OFFPEAK -> minutesOfDay - peak;
        };
    }
}
