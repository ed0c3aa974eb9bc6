package org.calx.margin.portfolio;

import java.time.YearMonth;

/** Contract months as numbers: months since the year 0. */
public final class Months {
    private static final int MONTHS = 12;

    private Months() {}

    /** The month's number. */
    public static int number(YearMonth month) {
        return month.getYear() * MONTHS + month.getMonthValue() - 1;
    }

    /** The month of a number. */
    public static YearMonth month(int number) {
        return YearMonth.of(Math.floorDiv(number, MONTHS), Math.floorMod(number, MONTHS) + 1);
    }
}
