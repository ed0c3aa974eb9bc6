package org.calx.app.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.calx.index.BusinessCalendar;
import org.calx.index.IndexFixing;
import org.calx.index.IndexReplay;
import org.calx.model.Decimals;

/**
 * The compute curve. The level is the mean of the last ten fixings. The front month is the mean of its fixed days and of the level
 * for each day to come. Each month further is {@value #BACKWARDATION_PERMILLE} thousandths of the level lower, about 18 % a year,
 * because older GPUs rent for less; the discount stops at half of the level.
 */
final class ComputeCurve implements ForwardCurve {

    private static final int LEVEL_FIXINGS = 10;
    private static final int BACKWARDATION_PERMILLE = 15;
    private static final int LEAST_PERMILLE = 500;

    private final IndexReplay index;
    private final BusinessCalendar calendar;

    ComputeCurve(IndexReplay index, BusinessCalendar calendar) {
        this.index = index;
        this.calendar = calendar;
    }

    @Override
    public long markMicros(YearMonth month, LocalDate fixedThrough) {
        long levelMicros = levelMicros(fixedThrough);
        long monthsAhead = YearMonth.from(fixedThrough).until(month, ChronoUnit.MONTHS);
        if (monthsAhead > 0) {
            long permille = Math.max(LEAST_PERMILLE, 1_000 - BACKWARDATION_PERMILLE * monthsAhead);
            return Decimals.divideHalfUp(levelMicros * permille, 1_000);
        }
        return ForwardCurve.monthMicros(calendar.daysOf(month), index, fixedThrough, levelMicros);
    }

    @Override
    public long openPermille(YearMonth month, LocalDate fixedThrough) {
        List<LocalDate> days = calendar.daysOf(month);
        long open = days.stream().filter(day -> !day.isBefore(fixedThrough)).count();
        return Math.ceilDiv(1_000 * Math.max(1, open), days.size());
    }

    private long levelMicros(LocalDate fixedThrough) {
        List<IndexFixing> latest = new ArrayList<>();
        LocalDate day = calendar.next(fixedThrough);
        while (latest.size() < LEVEL_FIXINGS) {
            day = calendar.previous(day);
            var fixing = index.fixing(day);
            if (fixing.isEmpty()) {
                break;
            }
            latest.add(fixing.get());
        }
        if (latest.isEmpty()) {
            throw new IllegalArgumentException("no fixing of " + index.indexName() + " on or before " + fixedThrough
                    + ": nothing to mark against");
        }
        return Decimals.divideHalfUp(
                latest.stream().mapToLong(IndexFixing::priceMicros).sum(), latest.size());
    }
}
