package org.calx.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.calx.model.Side;
import org.junit.jupiter.api.Test;

class CalendarChargeTest {
    private static final long[] FLAT = new long[ScenarioArray.SCENARIOS];

    @Test
    void longOneMonthAndShortAnotherIsASpread() {
        assertThat(PortfolioMargin.mostSpreads(List.of(month(10), month(-6)))).isEqualTo(6);
        assertThat(PortfolioMargin.mostSpreads(List.of(month(10), month(6)))).isZero();
        assertThat(PortfolioMargin.mostSpreads(List.of(month(5), month(5), month(-4), month(-9))))
                .isEqualTo(10);
    }

    @Test
    void quotingBothSidesOfOneMonthMakesNoSpread() {
        assertThat(PortfolioMargin.mostSpreads(List.of(month(0, buy(5), sell(5)))))
                .isZero();
        assertThat(PortfolioMargin.mostSpreads(List.of(month(0, buy(5), sell(5)), month(0))))
                .isZero();
    }

    @Test
    void quotingBothSidesOfTwoMonthsMakesOneSpreadForEachLotOfTheSmaller() {
        assertThat(PortfolioMargin.mostSpreads(List.of(month(0, buy(5), sell(5)), month(0, buy(3), sell(3)))))
                .isEqualTo(3);
        assertThat(PortfolioMargin.mostSpreads(List.of(month(0, buy(5), sell(5)), month(0, buy(5), sell(5)))))
                .isEqualTo(5);
    }

    @Test
    void ordersThatCloseAPositionMakeNoSpread() {
        assertThat(PortfolioMargin.mostSpreads(List.of(month(8, sell(8)), month(3))))
                .isZero();
        assertThat(PortfolioMargin.mostSpreads(List.of(month(8, sell(10)), month(3))))
                .isEqualTo(2);
    }

    @Test
    void noFillRaisesTheBound() {
        long seed = 20_261_121L;
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            int months = 1 + random.nextInt(5);
            long[][] book = new long[months][];
            for (int m = 0; m < months; m++) {
                book[m] = new long[] {random.nextInt(21) - 10, random.nextInt(8), random.nextInt(8)};
            }
            long before = bound(book);
            long[] filled = book[random.nextInt(months)];
            boolean buy = random.nextBoolean();
            long lots = Math.min(filled[buy ? 1 : 2], 1 + random.nextInt(4));
            filled[0] += buy ? lots : -lots;
            filled[buy ? 1 : 2] -= lots;
            assertThat(bound(book)).as("seed %d, round %d", seed, round).isLessThanOrEqualTo(before);
        }
    }

    private static long bound(long[][] book) {
        List<MonthExposure> months = new ArrayList<>();
        for (long[] row : book) {
            months.add(month(row[0], buy(row[1]), sell(row[2])));
        }
        return PortfolioMargin.mostSpreads(months);
    }

    private static MonthExposure month(long lots, OpenOrder... orders) {
        return new MonthExposure(lots, FLAT, List.of(orders));
    }

    private static OpenOrder buy(long lots) {
        return new OpenOrder(Side.BUY, lots, 0);
    }

    private static OpenOrder sell(long lots) {
        return new OpenOrder(Side.SELL, lots, 0);
    }
}
