package org.calx.app.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.calx.index.IndexReplay;
import org.calx.model.Decimals;

/** What the months of one product are marked at. Integers throughout; a function of the benchmark and the date alone. */
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
     * The mark of a month of these days: the mean of fixings up to {@code fixedThrough} and of what each later day is expected to be.
     * A past day without fixing does not count; where no day counts the expectation is the mark.
     */
    static long monthMicros(List<LocalDate> days, IndexReplay index, LocalDate fixedThrough, long expectedMicros) {
        long sumMicros = 0;
        long count = 0;
        for (LocalDate day : days) {
            if (day.isAfter(fixedThrough)) {
                sumMicros += expectedMicros;
                count++;
            } else if (index.fixing(day).isPresent()) {
                sumMicros += index.fixing(day).get().priceMicros();
                count++;
            }
        }
        return count == 0 ? expectedMicros : Decimals.divideHalfUp(sumMicros, count);
    }
}
