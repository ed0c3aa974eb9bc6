package org.calx.app.demo;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.calx.index.IndexFixing;
import org.calx.index.IndexReplay;
import org.calx.model.Decimals;

/**
 * The power curve. A month is expected at its seasonal mean: the mean of the data's daily figures in the same month of the year
 * (of all figures if there are none). The front month is the mean of its fixed days and of the seasonal mean for each day to come.
 */
final class PowerCurve implements ForwardCurve {

    private final IndexReplay index;
    private final Map<Month, Long> seasonalMicros = new EnumMap<>(Month.class);
    private final long overallMicros;

    PowerCurve(IndexReplay index) {
        this.index = index;
        List<IndexFixing> figures = List.copyOf(index.series().fixings().values());
        overallMicros = meanMicros(figures);
        for (Month month : Month.values()) {
            List<IndexFixing> ofMonth = figures.stream()
                    .filter(figure -> figure.date().getMonth() == month)
                    .toList();
            if (!ofMonth.isEmpty()) {
                seasonalMicros.put(month, meanMicros(ofMonth));
            }
        }
    }

    @Override
    public long markMicros(YearMonth month, LocalDate fixedThrough) {
        long expectedMicros = seasonalMicros.getOrDefault(month.getMonth(), overallMicros);
        List<LocalDate> days =
                month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).toList();
        return ForwardCurve.monthMicros(days, index, fixedThrough, expectedMicros);
    }

    @Override
    public long openPermille(YearMonth month, LocalDate fixedThrough) {
        LocalDate firstOpen = fixedThrough.isBefore(month.atDay(1)) ? month.atDay(1) : fixedThrough;
        long open = Math.max(1, firstOpen.until(month.plusMonths(1).atDay(1), ChronoUnit.DAYS));
        return Math.ceilDiv(1_000 * open, month.lengthOfMonth());
    }

    private static long meanMicros(List<IndexFixing> figures) {
        return Decimals.divideHalfUp(
                figures.stream().mapToLong(IndexFixing::priceMicros).sum(), figures.size());
    }
}
