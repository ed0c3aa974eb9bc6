package org.calx.app.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.calx.index.BusinessCalendar;
import org.calx.index.IndexReplay;
import org.calx.index.PowerIndex;
import org.calx.model.Currency;
import org.calx.model.InstrumentNames;
import org.calx.model.InstrumentSpec;
import org.calx.model.ProductClass;
import org.calx.model.ProductSpec;

/**
 * One product of the demo market: what it is, what it settles on and which months of it are listed.
 *
 * @param spec the product
 * @param index the benchmark behind it
 * @param curve where its marks come from
 * @param monthsListed contract months listed at any time, the front month included
 */
record DemoProduct(ProductSpec spec, IndexReplay index, ForwardCurve curve, int monthsListed) {

    /** Both markets open Monday to Friday; power has fixings on the weekend too. */
    static final BusinessCalendar CALENDAR = BusinessCalendar.COMPUTE;

    static final int COMPUTE_MARKET = 1;
    static final int POWER_MARKET = 2;
    static final int COMPUTE_MONTHS = 6;
    static final int POWER_MONTHS = 3;

    private static final int COMPUTE_UNITS_PER_LOT = 730;
    private static final long CENT_MICROS = 10_000;

    static DemoProduct compute(int productId, IndexReplay index) {
        ProductSpec spec = new ProductSpec(
                productId,
                index.indexName(),
                ProductClass.COMPUTE,
                COMPUTE_MARKET,
                Currency.USD,
                CENT_MICROS,
                "GPU-hour");
        return new DemoProduct(spec, index, new ComputeCurve(index, CALENDAR), COMPUTE_MONTHS);
    }

    static DemoProduct power(int productId, IndexReplay index) {
        ProductSpec spec = new ProductSpec(
                productId, index.indexName(), ProductClass.POWER, POWER_MARKET, Currency.EUR, CENT_MICROS, "MWh");
        return new DemoProduct(spec, index, new PowerCurve(index), POWER_MONTHS);
    }

    boolean isCompute() {
        return spec.productClass() == ProductClass.COMPUTE;
    }

    /** The contract months that are to be listed on a business date, front month first. */
    List<YearMonth> monthsOn(LocalDate businessDate) {
        YearMonth front = YearMonth.from(businessDate);
        return IntStream.range(0, monthsListed).mapToObj(front::plusMonths).toList();
    }

    /** The days that are fixed by the close of a business date, after those of {@code previous}. */
    List<LocalDate> fixingDays(LocalDate businessDate) {
        if (isCompute()) {
            return List.of(businessDate);
        }
        return businessDate.datesUntil(CALENDAR.next(businessDate)).toList();
    }

    /** The instrument of a contract month. */
    InstrumentSpec instrument(int instrumentId, YearMonth month, long referencePriceMicros) {
        LocalDate lastTradingDay = CALENDAR.lastOf(month);
        return new InstrumentSpec(
                instrumentId,
                symbol(month),
                spec.productId(),
                (int) month.atDay(1).toEpochDay(),
                (int) month.atEndOfMonth().toEpochDay(),
                (int) lastTradingDay.toEpochDay(),
                isCompute() ? COMPUTE_UNITS_PER_LOT : hoursIn(month),
                referencePriceMicros);
    }

    /** The instrument's name. */
    String symbol(YearMonth month) {
        return InstrumentNames.monthFuture(spec.code(), CALENDAR.lastOf(month));
    }

    private static int hoursIn(YearMonth month) {
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .mapToInt(PowerIndex::hoursIn)
                .sum();
    }
}
