package org.calx.index;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Maps business dates that only go forward on a stretch of data that ends.
 *
 * <p>A date inside the data stands for itself. A date after their end is shifted back by the smallest number of laps that brings
 * it inside; a lap is the data's length cut to whole weeks, so a Monday always shows a Monday. Two laps of the built-in power
 * year are 728 days: 29 July 2026 shows 31 July 2024.
 */
public final class ReplayCalendar {

    private static final int DAYS_PER_WEEK = 7;

    private final LocalDate firstDate;
    private final LocalDate lastDate;
    private final long lapDays;

    /** A calendar over data from {@code firstDate} to {@code lastDate}, both included. */
    public ReplayCalendar(LocalDate firstDate, LocalDate lastDate) {
        if (lastDate.isBefore(firstDate)) {
            throw new IllegalArgumentException("data end on " + lastDate + ", before they start on " + firstDate);
        }
        this.firstDate = firstDate;
        this.lastDate = lastDate;
        long days = ChronoUnit.DAYS.between(firstDate, lastDate) + 1;
        // Less than a week of data still goes round in a week; the last figure is carried over the days it lacks.
        this.lapDays = Math.max(DAYS_PER_WEEK, days / DAYS_PER_WEEK * DAYS_PER_WEEK);
    }

    /**
     * The day of data for a business date.
     *
     * @return empty if the date is before the data start
     */
    public Optional<ReplayDay> map(LocalDate businessDate) {
        if (businessDate.isBefore(firstDate)) {
            return Optional.empty();
        }
        long beyond = Math.max(0, ChronoUnit.DAYS.between(lastDate, businessDate));
        long shiftDays = Math.ceilDiv(beyond, lapDays) * lapDays;
        LocalDate shifted = businessDate.minusDays(shiftDays);
        LocalDate dataDate = shifted.isBefore(firstDate) ? lastDate : shifted;
        return Optional.of(new ReplayDay(businessDate, dataDate, shiftDays / DAYS_PER_WEEK));
    }
}
