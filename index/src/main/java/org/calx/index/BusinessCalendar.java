package org.calx.index;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/** The days on which a market is open: Monday to Friday without the holidays given. */
public final class BusinessCalendar {

    /** The calendar of the compute market, which has no holidays yet. */
    public static final BusinessCalendar COMPUTE = new BusinessCalendar(Set.of());

    private final Set<LocalDate> holidays;

    /** A calendar with these holidays; a holiday on a weekend changes nothing. */
    public BusinessCalendar(Set<LocalDate> holidays) {
        this.holidays = Set.copyOf(holidays);
    }

    public boolean isBusinessDay(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY && !holidays.contains(date);
    }

    /** The first business day after {@code date}. */
    public LocalDate next(LocalDate date) {
        return onOrAfter(date.plusDays(1));
    }

    /** The last business day before {@code date}. */
    public LocalDate previous(LocalDate date) {
        LocalDate day = date.minusDays(1);
        while (!isBusinessDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** {@code date} itself if it is a business day, else the next one. */
    public LocalDate onOrAfter(LocalDate date) {
        LocalDate day = date;
        while (!isBusinessDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The business days of a month in order; their number is the number of fixings of a month future. */
    public List<LocalDate> daysOf(YearMonth month) {
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .filter(this::isBusinessDay)
                .toList();
    }

    /** The last trading and fixing day of a month future. */
    public LocalDate lastOf(YearMonth month) {
        return previous(month.plusMonths(1).atDay(1));
    }
}
