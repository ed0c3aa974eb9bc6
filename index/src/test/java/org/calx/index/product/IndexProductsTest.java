package org.calx.index.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.calx.index.BusinessCalendar;
import org.calx.index.input.InputException;
import org.calx.index.market.ForwardQuote;
import org.junit.jupiter.api.Test;

class IndexProductsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final List<ForwardQuote> quotes = new ArrayList<>();

    private void price(LocalDate day, int month, double price) {
        YearMonth contract = YearMonth.of(2026, month);
        quotes.add(new ForwardQuote(
                day,
                ForwardQuote.Kind.FUTURE,
                "H100",
                contract.atDay(1),
                contract.atEndOfMonth(),
                Math.round(price * 1e6),
                "calx"));
    }

    private ContractPrices prices() {
        return ContractPrices.of(quotes, "H100");
    }

    /** March 2026 has 22 business days, the last five from Wednesday the 25th to the 31st. */
    @Test
    void holdsTheNextMonthAndRollsAFifthADay() {
        assertThat(RollSchedule.heldAfter(MONDAY)).isEqualTo(Map.of(LocalDate.of(2026, 4, 1), 1.0));
        assertThat(RollSchedule.heldAfter(LocalDate.of(2026, 3, 24))).containsOnlyKeys(LocalDate.of(2026, 4, 1));
        Map<LocalDate, Double> rolling = RollSchedule.heldAfter(LocalDate.of(2026, 3, 26));
        assertThat(rolling.get(LocalDate.of(2026, 4, 1))).isCloseTo(0.6, within(1e-12));
        assertThat(rolling.get(LocalDate.of(2026, 5, 1))).isCloseTo(0.4, within(1e-12));
        assertThat(RollSchedule.heldAfter(LocalDate.of(2026, 3, 31))).isEqualTo(Map.of(LocalDate.of(2026, 5, 1), 1.0));
    }

    /** By hand: up 10% then down 10%; cash 3.6% a year is 0.01% a day. */
    @Test
    void returnsByHand() {
        price(MONDAY, 4, 2);
        price(MONDAY.plusDays(1), 4, 2.2);
        price(MONDAY.plusDays(2), 4, 1.98);
        List<ReturnIndices.Day> days = ReturnIndices.of(prices(), 0.036, List.of(-1.0, 2.0));

        assertThat(days.get(1).excessMicros()).isEqualTo(1_100_000_000);
        assertThat(days.get(2).excessMicros()).isEqualTo(990_000_000);
        assertThat(days.get(1).totalMicros()).isEqualTo(1_100_100_000);
        // 1100.1 x (1 - 0.1 + 0.0001)
        assertThat(days.get(2).totalMicros()).isEqualTo(990_200_010);
        // 1000 x 0.9001, then x 1.1001; 1000 x 1.2001, then x 0.8001
        assertThat(days.get(2).leveragedMicros()).containsExactly(990_200_010L, 960_200_010L);
    }

    @Test
    void aLeveragedIndexThatLosesAllEndsAtZero() {
        price(MONDAY, 4, 2);
        price(MONDAY.plusDays(1), 4, 0.9);
        price(MONDAY.plusDays(2), 4, 2);
        List<ReturnIndices.Day> days = ReturnIndices.of(prices(), 0, List.of(2.0));

        assertThat(days.get(1).leveragedMicros()).containsExactly(0L);
        assertThat(days.get(2).leveragedMicros()).containsExactly(0L);
    }

    /** The next month is 10% dearer all along: rolling into it neither gains nor loses. */
    @Test
    void rollingFromOneContractToADearerOneIsNoReturn() {
        for (LocalDate day : BusinessCalendar.COMPUTE.daysOf(YearMonth.of(2026, 3))) {
            price(day, 4, 2);
            price(day, 5, 2.2);
        }
        assertThat(ReturnIndices.of(prices(), 0, List.of())).allMatch(day -> day.excessMicros() == 1_000_000_000);
    }

    @Test
    void aContractWithoutAPriceIsNotGuessed() {
        price(MONDAY, 4, 2);
        price(MONDAY.plusDays(1), 5, 2);
        assertThatThrownBy(() -> ReturnIndices.of(prices(), 0, List.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("2026-04-01");
    }

    /**
     * By hand: 100,000 units at 14.60 are 1,460,000 USD, that is 1,000 lots of 730 hours at 2.00. Up 0.02 earns 14,600: a unit is worth
     * 14.746. A created basket pays 147,460 and 0.1% more, and the rest of the units gain by the charge.
     */
    @Test
    void aUnitFollowsItsLotsAndBasketsPayTheirWay() {
        price(MONDAY, 4, 2);
        price(MONDAY.plusDays(1), 4, 2.02);
        IndexUnit fund = new IndexUnit(prices(), new IndexUnit.Terms(730, 0, 0, 0.001), MONDAY, 100_000, 14_600_000);
        assertThat(fund.lots()).isEqualTo(1_000);
        fund.advance(MONDAY.plusDays(1));

        assertThat(fund.unitMicros()).isEqualTo(14_746_000);
        assertThat(fund.create(10_000)).isEqualTo(147_460_000_000L + 147_460_000L);
        assertThat(fund.units()).isEqualTo(110_000);
        assertThat(fund.unitMicros()).isEqualTo(14_747_340);
        long before = fund.unitMicros();
        fund.redeem(10_000);
        assertThat(fund.unitMicros()).isGreaterThanOrEqualTo(before);
        assertThatThrownBy(() -> fund.redeem(100_000)).hasMessageContaining("leave a basket");
        assertThatThrownBy(() -> fund.create(1)).hasMessageContaining("whole baskets");
    }

    @Test
    void trackingErrorIsOfDailyDifferences() {
        // Differences of 1%, -0.990099%, 1%: mean 0.336634%, squares about it 2.640329e-4, a year's root of half of
        // them times 252.
        assertThat(TrackingError.of(List.of(100L, 101L, 100L, 101L), List.of(100L, 100L, 100L, 100L)))
                .isCloseTo(0.182395, within(1e-5));
        assertThat(TrackingError.of(List.of(100L, 101L), List.of(100L, 101L))).isNaN();
    }
}
