package org.calx.index.product;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Indices of holding the rolled futures, 1,000 points on the first day.
 *
 * <p>Excess return: the return of the contracts held the day before. Total return: that and the return of cash (rate × days / 360).
 * Leveraged: the excess return of each day times the leverage, and cash; an index that a day takes to 0 or below ends at 0. A daily leverage
 * is not a leverage over longer times: a fall and the rise that undoes it leave it lower.
 */
public final class ReturnIndices {
    static final long FIRST_MICROS = 1_000_000_000L;
    private static final double MONEY_MARKET_YEAR = 360;

    private ReturnIndices() {}

    /**
     * One day.
     *
     * @param excessMicros excess-return index, micro-points
     * @param totalMicros total-return index
     * @param leveragedMicros in the order of the leverages
     */
    public record Day(LocalDate date, long excessMicros, long totalMicros, List<Long> leveragedMicros) {}

    /**
     * All days of the prices.
     *
     * @param yearlyRate of cash, a fraction
     * @param leverages such as 2, or -1 for the inverse
     */
    public static List<Day> of(ContractPrices prices, double yearlyRate, List<Double> leverages) {
        List<Day> days = new ArrayList<>();
        for (LocalDate date : prices.days()) {
            if (days.isEmpty()) {
                days.add(new Day(
                        date,
                        FIRST_MICROS,
                        FIRST_MICROS,
                        leverages.stream().map(_ -> FIRST_MICROS).toList()));
                continue;
            }
            Day before = days.getLast();
            double excess = excessReturn(prices, before.date(), date);
            double cash = cashReturn(yearlyRate, before.date(), date);
            List<Long> leveraged = new ArrayList<>();
            for (int at = 0; at < leverages.size(); at++) {
                leveraged.add(grown(before.leveragedMicros().get(at), leverages.get(at) * excess + cash));
            }
            days.add(new Day(
                    date,
                    grown(before.excessMicros(), excess),
                    grown(before.totalMicros(), excess + cash),
                    List.copyOf(leveraged)));
        }
        return days;
    }

    static double cashReturn(double yearlyRate, LocalDate from, LocalDate to) {
        return yearlyRate * ChronoUnit.DAYS.between(from, to) / MONEY_MARKET_YEAR;
    }

    private static double excessReturn(ContractPrices prices, LocalDate from, LocalDate to) {
        double was = 0;
        double is = 0;
        for (Map.Entry<LocalDate, Double> held : RollSchedule.heldAfter(from).entrySet()) {
            was += held.getValue() * prices.micros(from, held.getKey());
            is += held.getValue() * prices.micros(to, held.getKey());
        }
        return is / was - 1;
    }

    private static long grown(long micros, double by) {
        return Math.max(0, Math.round(micros * (1 + by)));
    }
}
