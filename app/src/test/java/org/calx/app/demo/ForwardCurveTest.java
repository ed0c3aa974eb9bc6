package org.calx.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import org.calx.index.ReferencePrices;
import org.junit.jupiter.api.Test;

class ForwardCurveTest {

    private static final YearMonth JULY = YearMonth.of(2026, 7);
    private static final LocalDate START = LocalDate.of(2026, 7, 29);

    private final ReferencePrices prices = ReferencePrices.builtIn();
    private final ForwardCurve h100 = new ComputeCurve(prices.compute("H100"), DemoProduct.CALENDAR);
    private final ForwardCurve power = new PowerCurve(prices.power());

    /**
     * By hand from the index's {@code calx-1.csv}, which Python makes: H100 on the 18 business days from 6 to 29 July sums to
     * 60.329703, on the last ten to 33.674562, so the level is 3.367456. Two days to come: (60.329703 + 2 × 3.367456) / 20 =
     * 3.35323075.
     */
    @Test
    void frontComputeMonthIsMeanOfFixedAndExpectedDays() {
        assertThat(h100.markMicros(JULY, START)).isEqualTo(3_353_231);
    }

    @Test
    void laterComputeMonthsStandFifteenThousandthsLowerEach() {
        assertThat(h100.markMicros(JULY.plusMonths(1), START)).isEqualTo(3_316_944);
        assertThat(h100.markMicros(JULY.plusMonths(5), START)).isEqualTo(3_114_897);
        assertThat(h100.markMicros(JULY.plusMonths(60), START)).isEqualTo(3_367_456 / 2);
    }

    @Test
    void lastDayOfMonthIsMarkedAtTheMeanOfItsFixings() {
        // 60.329703, and 3.377403 and 3.382200 on 30 and 31 July, over 20 days.
        assertThat(h100.markMicros(JULY, LocalDate.of(2026, 7, 31))).isEqualTo(3_354_465);
    }

    @Test
    void openPartOfMonthShrinksButNeverVanishes() {
        assertThat(h100.openPermille(JULY, LocalDate.of(2026, 6, 30))).isEqualTo(1_000);
        assertThat(h100.openPermille(JULY, START)).isEqualTo(131); // 3 of 23 days
        assertThat(h100.openPermille(JULY, LocalDate.of(2026, 7, 31))).isEqualTo(44); // 1 of 23
        assertThat(power.openPermille(JULY, LocalDate.of(2026, 7, 31))).isEqualTo(33); // 1 of 31
        assertThat(power.openPermille(JULY, LocalDate.of(2026, 6, 30))).isEqualTo(1_000);
    }

    @Test
    void laterPowerMonthIsItsSeasonalMean() {
        long augustMicros = prices.power().series().fixings().values().stream()
                        .filter(figure -> figure.date().getMonthValue() == 8)
                        .mapToLong(figure -> figure.priceMicros())
                        .sum()
                / 31;

        assertThat(power.markMicros(YearMonth.of(2026, 8), START)).isCloseTo(augustMicros, within(1L));
        assertThat(power.markMicros(YearMonth.of(2027, 8), START)).isCloseTo(augustMicros, within(1L));
    }
}
