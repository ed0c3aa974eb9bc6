package org.calx.risk.addon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AddOnsTest {
    /** Half a spread of 0.01, 4 % a day, 10,000 units a day. */
    private static final MarketDepth DEPTH = new MarketDepth(0.01, 0.04, 10_000);

    @Test
    void liquidityIsHalfTheSpreadAndASquareRootOfTheShareOfVolume() {
        // 2,500 units: a quarter of the volume, so half of 4 % of 2.00 a unit is impact: 2,500 × (0.01 + 0.04).
        assertThat(CloseOut.liquidityCharge(-2_500, 2, DEPTH, 1)).isCloseTo(125, within(1e-9));
        assertThat(CloseOut.liquidityCharge(0, 2, DEPTH, 1)).isZero();
    }

    @Test
    void concentrationGrowsWithTheRootOfTheDaysAboveThoseCovered() {
        // At a fifth of the volume 16,000 units take 8 days, four times the 2 that margin covers: risk doubles.
        assertThat(CloseOut.days(16_000, DEPTH, 0.2)).isEqualTo(8);
        assertThat(CloseOut.concentrationCharge(500, 16_000, DEPTH, 0.2, 2)).isCloseTo(500, within(1e-9));
        assertThat(CloseOut.concentrationCharge(500, -4_000, DEPTH, 0.2, 2)).isZero();
    }

    @Test
    void theBufferIsUsedUpAsTheEstimateRises() {
        AntiProcyclicality buffer = AntiProcyclicality.BUFFER;
        assertThat(buffer.apply(0.08, 0.10, 0.3)).isCloseTo(0.10, within(1e-12));
        assertThat(buffer.apply(0.10, 0.10, 0.3)).isCloseTo(0.125, within(1e-12));
        assertThat(buffer.apply(0.12, 0.10, 0.3)).isCloseTo(0.125, within(1e-12));
        assertThat(buffer.apply(0.20, 0.10, 0.3)).isEqualTo(0.20);
        assertThat(AntiProcyclicality.STRESS_WEIGHT.apply(0.08, 0.10, 0.20)).isCloseTo(0.11, within(1e-12));
        assertThat(AntiProcyclicality.LONG_RUN_FLOOR.apply(0.08, 0.10, 0.2)).isEqualTo(0.10);
        assertThat(AntiProcyclicality.LONG_RUN_FLOOR.apply(0.12, 0.10, 0.2)).isEqualTo(0.12);
    }

    @Test
    void aQuietMarketAfterAStormIsToldFromTheStorm() {
        double[] shifts = new double[1_000];
        for (int day = 0; day < shifts.length; day++) {
            double size = day < 250 ? 0.10 : 0.01;
            shifts[day] = day % 2 == 0 ? size : -size;
        }
        ScanRangeEstimate estimate = ScanRangeEstimate.of(shifts, 0.9, 1, 0.94);
        assertThat(estimate.longRun()).isEqualTo(0.10);
        assertThat(estimate.stressed()).isEqualTo(0.10);
        // Most moves of storm and quiet are about one of the deviations known the day before.
        assertThat(estimate.current()).isBetween(0.0099, 0.0102);
        assertThat(ScanRangeEstimate.of(shifts, 0.9, 4, 0.94).longRun()).isCloseTo(0.20, within(1e-12));
    }

    @Test
    void theStressedWindowIsTheMostVolatile() {
        double[] shifts = new double[1_000];
        Arrays.fill(shifts, 0.01);
        Arrays.fill(shifts, 400, 500, 0.05);
        ScanRangeEstimate estimate = ScanRangeEstimate.of(shifts, 0.5, 1, 0.94);
        assertThat(estimate.longRun()).isEqualTo(0.01);
        assertThat(estimate.stressed()).isEqualTo(0.01);
        assertThat(ScanRangeEstimate.of(shifts, 0.7, 1, 0.94).stressed()).isEqualTo(0.05);
        assertThat(ScanRangeEstimate.of(shifts, 0.7, 1, 0.94).longRun()).isEqualTo(0.01);
    }
}
