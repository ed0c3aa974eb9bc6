package org.calx.app.demo;

import java.time.LocalDate;
import java.time.YearMonth;

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
}
