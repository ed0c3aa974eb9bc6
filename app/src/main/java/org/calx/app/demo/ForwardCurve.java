package org.calx.app.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.calx.index.IndexFixing;
import org.calx.index.IndexReplay;
import org.calx.pricing.futures.MonthMark;

/** What the months of one product are marked at: a function of the benchmark and the date alone. */
interface ForwardCurve {

    /**
     * The mark of a contract month when the fixings up to {@code fixedThrough} are known.
     *
     * @return micro-units of the currency per unit of the underlying
     */
    long markMicros(YearMonth month, LocalDate fixedThrough);

    /**
     * The part of a contract month that is still to be fixed, the day {@code fixedThrough} itself counted as open, so that it
     * never vanishes while the month trades.
     *
     * @return thousandths, 1,000 before the month begins
     */
    long openPermille(YearMonth month, LocalDate fixedThrough);

    /**
     * The mark of a month of these days, as the publisher marks it: fixings up to {@code fixedThrough}, and for each later day
     * what it is expected to be. A past day without fixing does not count; where no day counts the expectation is the mark.
     */
    static long monthMicros(List<LocalDate> days, IndexReplay index, LocalDate fixedThrough, long expectedMicros) {
        double[] fixed = days.stream()
                .filter(day -> !day.isAfter(fixedThrough))
                .flatMap(day -> index.fixing(day).stream())
                .mapToDouble(IndexFixing::priceMicros)
                .toArray();
        double[] expected = new double
                [(int) days.stream().filter(day -> day.isAfter(fixedThrough)).count()];
        Arrays.fill(expected, expectedMicros);
        return fixed.length + expected.length == 0
                ? expectedMicros
                : Math.round(MonthMark.of(fixed, expected).price());
    }
}
