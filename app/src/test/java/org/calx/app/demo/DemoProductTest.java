package org.calx.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.calx.index.ReferencePrices;
import org.calx.model.InstrumentSpec;
import org.junit.jupiter.api.Test;

class DemoProductTest {

    private final ReferencePrices prices = ReferencePrices.builtIn();
    private final DemoProduct h100 = DemoProduct.compute(1, prices.compute("H100"));
    private final DemoProduct power = DemoProduct.power(2, prices.power());

    @Test
    void listsTheFrontMonthAndThoseAfterIt() {
        LocalDate date = LocalDate.of(2026, 7, 31);

        assertThat(h100.monthsOn(date))
                .hasSize(6)
                .startsWith(YearMonth.of(2026, 7))
                .endsWith(YearMonth.of(2026, 12));
        assertThat(power.monthsOn(date)).hasSize(3);
        assertThat(h100.monthsOn(date.plusDays(1)).getFirst()).isEqualTo(YearMonth.of(2026, 8));
    }

    @Test
    void monthFutureIsNamedByItsLastBusinessDayAndFixesOverTheWholeMonth() {
        InstrumentSpec october = h100.instrument(7, YearMonth.of(2026, 10), 3_000_000);

        assertThat(october.symbol()).isEqualTo("H100-30OCT26");
        assertThat(LocalDate.ofEpochDay(october.firstFixingDay())).isEqualTo("2026-10-01");
        assertThat(LocalDate.ofEpochDay(october.lastFixingDay())).isEqualTo("2026-10-31");
        assertThat(LocalDate.ofEpochDay(october.lastTradingDay())).isEqualTo("2026-10-30");
        assertThat(october.unitsPerLot()).isEqualTo(730);
    }

    @Test
    void powerLotIsTheHoursOfItsMonthOnTheLocalClock() {
        assertThat(power.instrument(1, YearMonth.of(2026, 8), 1).unitsPerLot()).isEqualTo(744);
        assertThat(power.instrument(1, YearMonth.of(2026, 10), 1).unitsPerLot()).isEqualTo(745);
        assertThat(power.instrument(1, YearMonth.of(2027, 3), 1).unitsPerLot()).isEqualTo(743);
    }

    @Test
    void powerIsFixedForTheWeekendOnFriday() {
        LocalDate friday = LocalDate.of(2026, 7, 31);

        assertThat(power.fixingDays(friday)).containsExactly(friday, friday.plusDays(1), friday.plusDays(2));
        assertThat(power.fixingDays(friday.minusDays(1))).containsExactly(friday.minusDays(1));
        assertThat(h100.fixingDays(friday)).containsExactly(friday);
    }
}
