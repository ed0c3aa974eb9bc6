package org.calx.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.calx.model.Side;
import org.junit.jupiter.api.Test;

/** The bound on every combination of fills: exact for scanning, never too low with the calendar charge. */
class EveryFillTest {
    private static final int ROUNDS = 3_000;
    private static final long CHARGE = 40;

    private final long seed = 7_300_730L;
    private final Random random = new Random(seed);

    @Test
    void scanningLossIsExactAndTheCalendarBoundNeverTooLow() {
        long exactSpreads = 0;
        long boundSpreads = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<MonthExposure> months = randomMonths();
            EveryFill oracle = new EveryFill(months, CHARGE);
            String where = "seed %d, round %d: %s".formatted(seed, round, months);
            assertThat(PortfolioMargin.scanningLossMicros(months)).as(where).isEqualTo(oracle.scanningLossMicros());
            assertThat(PortfolioMargin.mostSpreads(months)).as(where).isGreaterThanOrEqualTo(oracle.spreads());
            assertThat(PortfolioMargin.requirementMicros(months, CHARGE))
                    .as(where)
                    .isGreaterThanOrEqualTo(oracle.requirementMicros());
            exactSpreads += oracle.spreads();
            boundSpreads += PortfolioMargin.mostSpreads(months);
        }
        System.out.printf(
                "calendar bound over every fill: %d spreads, enumeration %d, slack %.1f %% (seed %d, %d books)%n",
                boundSpreads, exactSpreads, 100.0 * (boundSpreads - exactSpreads) / exactSpreads, seed, ROUNDS);
        assertThat(boundSpreads).as("a bound that is never used tests nothing").isPositive();
    }

    @Test
    void theVectorsGiveWhatTheNaiveSumGives() {
        for (int round = 0; round < ROUNDS; round++) {
            List<MonthExposure> months = randomMonths();
            long[] positions = new long[ScanningRisk.ROWS];
            long[] orders = new long[ScanningRisk.ROWS];
            for (MonthExposure month : months) {
                ScanningRisk.addPosition(positions, 0, month.lossMicrosPerLot(), 0, month.positionLots());
                for (OpenOrder order : month.orders()) {
                    int sign = order.side().sign();
                    ScanningRisk.addOrder(
                            orders, 0, month.lossMicrosPerLot(), 0, sign, order.lossAtOnceMicros(), order.lots());
                }
            }
            assertThat(ScanningRisk.worstLoss(positions, orders, 0))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(PortfolioMargin.scanningLossMicros(months));
        }
    }

    @Test
    void aPortfolioTwiceAsLargeNeedsTwiceAsMuch() {
        for (int round = 0; round < ROUNDS; round++) {
            List<MonthExposure> months = randomMonths();
            List<MonthExposure> doubled =
                    months.stream().map(EveryFillTest::doubled).toList();
            assertThat(PortfolioMargin.scanningLossMicros(doubled))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(2 * PortfolioMargin.scanningLossMicros(months));
        }
    }

    @Test
    void splittingAPortfolioNeverLowersTheSumOfItsScanningLosses() {
        for (int round = 0; round < ROUNDS; round++) {
            List<MonthExposure> months = randomMonths();
            int cut = random.nextInt(months.size() + 1);
            long parts = PortfolioMargin.scanningLossMicros(months.subList(0, cut))
                    + PortfolioMargin.scanningLossMicros(months.subList(cut, months.size()));
            assertThat(parts)
                    .as("seed %d, round %d", seed, round)
                    .isGreaterThanOrEqualTo(PortfolioMargin.scanningLossMicros(months));
        }
    }

    private List<MonthExposure> randomMonths() {
        List<MonthExposure> months = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int m = 0; m < count; m++) {
            List<OpenOrder> orders = new ArrayList<>();
            int orderCount = random.nextInt(3);
            for (int o = 0; o < orderCount; o++) {
                orders.add(new OpenOrder(Side.of(random.nextInt(2)), 1 + random.nextInt(3), random.nextInt(200) - 100));
            }
            months.add(new MonthExposure(random.nextInt(9) - 4, randomArray(), orders));
        }
        return months;
    }

    private long[] randomArray() {
        if (random.nextInt(4) > 0) {
            return ScenarioArray.ofFuture(50 + random.nextInt(100));
        }
        long[] losses = new long[ScenarioArray.SCENARIOS];
        for (int s = 0; s < losses.length; s++) {
            losses[s] = random.nextInt(301) - 150;
        }
        return losses;
    }

    private static MonthExposure doubled(MonthExposure month) {
        List<OpenOrder> orders = month.orders().stream()
                .map(order -> new OpenOrder(order.side(), 2 * order.lots(), order.lossAtOnceMicros()))
                .toList();
        return new MonthExposure(2 * month.positionLots(), month.lossMicrosPerLot(), orders);
    }
}
