package org.calx.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScanningRiskTest {
    private static final int UNITS = 730;
    private static final long USD = 1_000_000;

    /** McMillan, ch. 34, loss positive: S&P 500 future and December 410 call. */
    private static final long[] FUTURE = negated(
            0, 0, 3_330, 3_330, -3_330, -3_330, 6_670, 6_670, -6_670, -6_670, 10_000, 10_000, -10_000, -10_000, 7_000,
            -7_000);

    private static final long[] CALL = negated(
            460, -610, 2_640, 1_730, -1_270, -2_340, 5_210, 4_540, -2_540, -3_430, 8_060, 7_640, -3_380, -3_990, 3_130,
            -1_500);

    @Test
    void aBuyAboveTheValuationLosesTheDifferenceTheMomentItFills() {
        assertThat(ScanningRisk.lossAtOnceMicros(1, 2_600_000, 2_500_000, UNITS, 0))
                .isEqualTo(73 * USD);
        assertThat(ScanningRisk.lossAtOnceMicros(-1, 2_600_000, 2_500_000, UNITS, 0))
                .isEqualTo(-73 * USD);
        assertThat(ScanningRisk.lossAtOnceMicros(1, 2_510_000, 2_500_000, UNITS, 1_500_000))
                .isEqualTo(7_300_000 + 1_500_000);
    }

    @Test
    void scanningRiskOfThePublishedExampleIsReproduced() {
        assertThat(worst(1, 0)).isEqualTo(10_000);
        assertThat(worst(0, 1)).isEqualTo(3_990);
        assertThat(worst(0, -1)).isEqualTo(8_060);
        assertThat(worst(1, -1)).isEqualTo(6_620);
    }

    @Test
    void anOrderThatReducesThePositionDoesNotRaiseTheWorstLoss() {
        long[] array = ScenarioArray.ofFuture(300 * USD);
        long[] positions = new long[ScanningRisk.ROWS];
        long[] orders = new long[ScanningRisk.ROWS];
        ScanningRisk.addPosition(positions, 0, array, 0, 10);
        assertThat(ScanningRisk.worstLoss(positions, orders, 0)).isEqualTo(3_000 * USD);
        ScanningRisk.addOrder(orders, 0, array, 0, -1, 0, 10);
        assertThat(ScanningRisk.worstLoss(positions, orders, 0)).isEqualTo(3_000 * USD);
        ScanningRisk.addOrder(orders, 0, array, 0, 1, 0, 5);
        assertThat(ScanningRisk.worstLoss(positions, orders, 0)).isEqualTo(4_500 * USD);
    }

    @Test
    void askingWhatAnOrderWouldAddGivesWhatAddingItGives() {
        long[] array = ScenarioArray.ofFuture(300 * USD);
        long[] positions = new long[2 * ScanningRisk.ROWS];
        long[] orders = new long[2 * ScanningRisk.ROWS];
        int at = ScanningRisk.ROWS;
        ScanningRisk.addPosition(positions, at, array, 0, -3);
        long[] with = new long[ScanningRisk.ROWS];
        long asked = ScanningRisk.worstLossWith(positions, orders, at, array, 0, -1, 20 * USD, 7, with);
        ScanningRisk.addOrder(orders, at, array, 0, -1, 20 * USD, 7);
        assertThat(Arrays.copyOfRange(orders, at, at + ScanningRisk.ROWS)).isEqualTo(with);
        assertThat(asked)
                .isEqualTo(ScanningRisk.worstLoss(positions, orders, at))
                .isEqualTo((900 + 7 * 320) * USD);
    }

    @Test
    void takingAnOrderAwayRestoresTheVector() {
        long[] array = ScenarioArray.ofFuture(301);
        long[] orders = new long[ScanningRisk.ROWS];
        ScanningRisk.addOrder(orders, 0, array, 0, 1, 17, 9);
        ScanningRisk.addOrder(orders, 0, array, 0, 1, 17, -4);
        ScanningRisk.addOrder(orders, 0, array, 0, 1, 17, -5);
        assertThat(orders).containsOnly(0);
    }

    @Test
    void aGainInEveryScenarioDoesNotHideTheLossAtOnce() {
        long[] gain = new long[ScenarioArray.SCENARIOS];
        Arrays.fill(gain, -100);
        long[] positions = new long[ScanningRisk.ROWS];
        long[] orders = new long[ScanningRisk.ROWS];
        ScanningRisk.addOrder(orders, 0, gain, 0, 1, 40, 2);
        assertThat(ScanningRisk.worstLoss(positions, orders, 0)).isEqualTo(80);
    }

    private static long worst(long futures, long calls) {
        long[] positions = new long[ScanningRisk.ROWS];
        ScanningRisk.addPosition(positions, 0, FUTURE, 0, futures);
        ScanningRisk.addPosition(positions, 0, CALL, 0, calls);
        return ScanningRisk.worstLoss(positions, new long[ScanningRisk.ROWS], 0);
    }

    private static long[] negated(long... gains) {
        for (int i = 0; i < gains.length; i++) {
            gains[i] = -gains[i];
        }
        return gains;
    }
}
