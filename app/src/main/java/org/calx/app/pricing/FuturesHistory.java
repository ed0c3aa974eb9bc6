package org.calx.app.pricing;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.calx.app.CsvTable;
import org.calx.pricing.futures.FuturesDate;
import org.calx.pricing.futures.SchwartzSmithFilter;

/**
 * Past futures prices of a file with the columns {@code date,expiry,price}: rows in the order of dates, time in years of 365 days.
 *
 * @param dates each date with its futures
 * @param lastDate the last of them
 * @param prices of all dates together
 */
record FuturesHistory(List<FuturesDate> dates, LocalDate lastDate, int prices) {
    private static final double DAYS_A_YEAR = 365;

    /** Reads a file. @throws org.calx.app.UserError with line and reason if it is wrong */
    static FuturesHistory read(Path file) {
        CsvTable table = CsvTable.read(file);
        table.requireColumns(List.of("date", "expiry", "price"));
        int rows = table.size();
        if (rows > SchwartzSmithFilter.MOST_PRICES) {
            throw table.refuseRow(
                    SchwartzSmithFilter.MOST_PRICES, "more than " + SchwartzSmithFilter.MOST_PRICES + " prices");
        }
        List<FuturesDate> dates = new ArrayList<>();
        LocalDate first = rows == 0 ? null : day(table, 0, "date");
        LocalDate date = first;
        for (int from = 0; from < rows; ) {
            date = day(table, from, "date");
            if (!dates.isEmpty() && years(first, date) <= dates.getLast().years()) {
                throw table.refuseRow(from, "date " + date + " does not come after the one before");
            }
            int to = from;
            while (to < rows && day(table, to, "date").equals(date)) {
                to++;
            }
            dates.add(futures(table, from, to, date, years(first, date)));
            from = to;
        }
        if (dates.size() < 2) {
            throw table.refuseRow(Math.max(0, rows - 1), "a calibration needs at least 2 dates");
        }
        return new FuturesHistory(dates, date, rows);
    }

    private static FuturesDate futures(CsvTable table, int from, int to, LocalDate date, double years) {
        double[] maturityYears = new double[to - from];
        double[] logPrices = new double[to - from];
        for (int row = from; row < to; row++) {
            maturityYears[row - from] = years(date, day(table, row, "expiry"));
            logPrices[row - from] = Math.log(table.positive(row, "price"));
            if (maturityYears[row - from] < 0) {
                throw table.refuseRow(row, "expiry " + table.text(row, "expiry") + " is before the date");
            }
        }
        return new FuturesDate(years, maturityYears, logPrices);
    }

    private static LocalDate day(CsvTable table, int row, String column) {
        try {
            return LocalDate.parse(table.text(row, column));
        } catch (DateTimeParseException e) {
            throw table.refuseRow(row, column + " '" + table.text(row, column) + "' is not a date such as 2026-11-26");
        }
    }

    private static double years(LocalDate from, LocalDate to) {
        return (to.toEpochDay() - from.toEpochDay()) / DAYS_A_YEAR;
    }
}
