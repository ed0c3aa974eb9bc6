package org.calx.model;

import java.time.LocalDate;
import java.time.YearMonth;

/** Contract months as numbers: months since the year 0. */
public final class Months {
    private static final int MONTHS = 12;

    private Months() {}

    /** The month's number. */
    public static int number(YearMonth month) {
        return month.getYear() * MONTHS + month.getMonthValue() - 1;
    }

    /** The number of the month that a day is in. @param epochDay days since 1970-01-01 */
    public static int ofDay(int epochDay) {
        return number(YearMonth.from(LocalDate.ofEpochDay(epochDay)));
    }

    /** The month of a number. */
    public static YearMonth month(int number) {
        return YearMonth.of(Math.floorDiv(number, MONTHS), Math.floorMod(number, MONTHS) + 1);
    }
}
