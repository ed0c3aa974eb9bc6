package org.calx.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grammar of instrument names, Deribit's where it reaches: a month future is its product's code and its last day,
 * {@code H100-31DEC26}; another region is part of the code, {@code H100.EU-31DEC26}.
 */
public final class InstrumentNames {
    private static final String[] MONTHS = {
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"
    };
    private static final Pattern MONTH_FUTURE =
            Pattern.compile("([A-Z][A-Z0-9]{0,11}(?:\\.[A-Z]{2,4})?)-(\\d{1,2})([A-Z]{3})(\\d{2})");

    private InstrumentNames() {}

    /**
     * An option's name, of its underlying's, its strike with {@code d} for the point, and its type: {@code H100-31DEC26-2d5-C}.
     * A negative strike has {@code m} before it.
     */
    public static String option(String underlying, long strikeMicros, OptionType type) {
        String strike = Decimals.format(Math.abs(strikeMicros), 6, 0).replace('.', 'd');
        return underlying + "-" + (strikeMicros < 0 ? "m" : "") + strike + "-" + (type == OptionType.CALL ? "C" : "P");
    }

    /** A month future's name: its product's code and last trading day. */
    public static String monthFuture(String productCode, LocalDate lastTradingDay) {
        return String.format(
                Locale.ROOT,
                "%s-%d%s%02d",
                productCode,
                lastTradingDay.getDayOfMonth(),
                MONTHS[lastTradingDay.getMonthValue() - 1],
                lastTradingDay.getYear() % 100);
    }

    /** The parts of a month future's name, or empty if the text is not one. */
    public static Optional<MonthFuture> parseMonthFuture(String name) {
        Matcher matcher = MONTH_FUTURE.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int month = java.util.Arrays.asList(MONTHS).indexOf(matcher.group(3)) + 1;
        int day = Integer.parseInt(matcher.group(2));
        int year = 2000 + Integer.parseInt(matcher.group(4));
        if (month == 0 || day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
            return Optional.empty();
        }
        return Optional.of(new MonthFuture(matcher.group(1), LocalDate.of(year, month, day)));
    }

    /** What a month future's name says. */
    public record MonthFuture(String productCode, LocalDate lastTradingDay) {}
}
