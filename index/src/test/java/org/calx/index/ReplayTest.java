package org.calx.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private final ReferencePrices prices = ReferencePrices.builtIn();

    @Test
    void startsThreeBusinessDaysBeforeTheLatestMonthEndInTheData() {
        assertThat(prices.startDate(BusinessCalendar.COMPUTE)).isEqualTo("2026-07-29");
    }

    @Test
    void startsOnFirstBusinessDayIfTheDataReachNoMonthEnd() {
        LocalDate saturday = LocalDate.of(2025, 3, 8);
        List<GpuOffer> offers =
                List.of(new GpuOffer(saturday, "H100", "a", 1), new GpuOffer(saturday.plusDays(9), "H100", "a", 2));

        ReferencePrices own = ReferencePrices.withTable(new PriceTable(offers, List.of(), List.of("by me")));

        assertThat(own.models()).containsExactly("H100");
        assertThat(own.startDate(BusinessCalendar.COMPUTE)).isEqualTo("2025-03-10");
        assertThat(own.attributions()).contains("by me", "CC BY 4.0 from Bundesnetzagentur | SMARD.de");
    }

    @Test
    void aFileOfOneProviderInOneRegionHasThatBenchmarkAlone() {
        LocalDate monday = LocalDate.of(2025, 3, 10);
        List<GpuOffer> offers = List.of(
                new GpuOffer(monday, "H100.EU", "a", 2_000_000),
                new GpuOffer(monday.plusDays(1), "H100.EU", "a", 2_100_000));

        ReferencePrices own = ReferencePrices.withTable(new PriceTable(offers, List.of(), List.of()));

        assertThat(own.models()).containsExactly("H100.EU");
        assertThat(own.compute("H100.EU").fixing(monday.plusDays(1)))
                .contains(new IndexFixing("H100.EU", monday.plusDays(1), 2_100_000, 1));
    }

    @Test
    void offersOverTooManyYearsAreRefused() {
        List<GpuOffer> offers = List.of(
                new GpuOffer(LocalDate.of(1, 1, 1), "H100", "a", 1),
                new GpuOffer(LocalDate.of(9999, 1, 1), "H100", "a", 1));

        assertThatThrownBy(() -> ReferencePrices.withTable(new PriceTable(offers, List.of(), List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20000 days");
    }

    @Test
    void dateInsideTheDataShowsItsOwnFigure() {
        LocalDate day = LocalDate.of(2026, 7, 29);

        assertThat(prices.compute("H100").fixing(day)).contains(new IndexFixing("H100", day, 3_377_983, 20));
    }

    @Test
    void powerOf2024IsShownOnTheSameWeekdayTwoYearsLater() {
        ReplayCalendar calendar = new ReplayCalendar(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31));

        LocalDate demoDay = LocalDate.of(2026, 7, 29);
        assertThat(calendar.map(demoDay)).contains(new ReplayDay(demoDay, LocalDate.of(2024, 7, 31), 104));
        assertThat(calendar.map(LocalDate.of(2026, 12, 29)).orElseThrow().dataDate())
                .isEqualTo("2024-12-31");
        assertThat(calendar.map(LocalDate.of(2026, 12, 30)).orElseThrow().dataDate())
                .isEqualTo("2024-01-03");
    }

    @Test
    void weekdaysAgreeAndDataDatesStayInsideForTenYears() {
        LocalDate first = LocalDate.of(2026, 7, 5);
        LocalDate last = LocalDate.of(2026, 8, 10);
        ReplayCalendar calendar = new ReplayCalendar(first, last);

        first.datesUntil(first.plusYears(10)).forEach(date -> {
            ReplayDay day = calendar.map(date).orElseThrow();
            assertThat(day.dataDate()).isBetween(first, last);
            assertThat(day.dataDate().getDayOfWeek()).isEqualTo(date.getDayOfWeek());
        });
    }

    @Test
    void lessThanAWeekOfDataCarriesItsLastFigure() {
        LocalDate monday = LocalDate.of(2026, 7, 6);
        ReplayCalendar calendar = new ReplayCalendar(monday, monday.plusDays(2));

        assertThat(calendar.map(monday.plusDays(4)).orElseThrow().dataDate()).isEqualTo(monday.plusDays(2));
        assertThat(calendar.map(monday.plusDays(7)).orElseThrow().dataDate()).isEqualTo(monday);
    }

    @Test
    void saysOnceWhenThePricesStartOver() {
        IndexReplay h100 = prices.compute("H100");
        LocalDate lastDay = LocalDate.of(2026, 8, 10);
        LocalDate firstOver = LocalDate.of(2026, 8, 11);

        assertThat(h100.noticeBetween(lastDay.minusDays(3), lastDay)).isEmpty();
        assertThat(h100.noticeBetween(lastDay, firstOver))
                .contains(new ReplayNotice("H100", firstOver, LocalDate.of(2026, 7, 7)));
        assertThat(h100.noticeBetween(firstOver, firstOver.plusDays(1))).isEmpty();
    }

    @Test
    void historyHoldsEveryFigureFromTheDataStart() {
        LocalDate start = prices.startDate(BusinessCalendar.COMPUTE);

        List<IndexFixing> history = prices.compute("H200").history(LocalDate.of(2026, 7, 1), start);

        assertThat(history)
                .hasSize(23)
                .first()
                .isEqualTo(new IndexFixing("H200", LocalDate.of(2026, 7, 6), 4_611_429, 7));
        assertThat(prices.power().history(LocalDate.of(2026, 7, 1), start)).hasSize(28);
    }

    @Test
    void businessDaysSkipWeekendsAndHolidays() {
        BusinessCalendar calendar = new BusinessCalendar(Set.of(LocalDate.of(2026, 7, 31)));

        assertThat(calendar.lastOf(YearMonth.of(2026, 7))).isEqualTo("2026-07-30");
        assertThat(calendar.next(LocalDate.of(2026, 7, 30))).isEqualTo("2026-08-03");
        assertThat(calendar.previous(LocalDate.of(2026, 8, 3))).isEqualTo("2026-07-30");
        assertThat(calendar.daysOf(YearMonth.of(2026, 7))).hasSize(22);
        assertThat(BusinessCalendar.COMPUTE.daysOf(YearMonth.of(2026, 7))).hasSize(23);
    }
}
