package org.calx.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScenarioArrayTest {

    @Test
    void aFutureLosesByThirdsOfItsScanRangeAndByTheCoveredExtreme() {
        assertThat(ScenarioArray.ofFuture(30_000))
                .containsExactly(
                        0, 0, -10_000, -10_000, 10_000, 10_000, -20_000, -20_000, 20_000, 20_000, -30_000, -30_000,
                        30_000, 30_000, -30_000, 30_000);
    }

    /** L. G. McMillan, Options as a Strategic Investment, ch. 34: 10,000 of margin, extreme 14 points of 20. */
    @Test
    void theExtremeIsCoveredInPart() {
        long[] losses = ScenarioArray.ofFuture(10_000, 2, 35, 100);
        assertThat(losses[14]).isEqualTo(-7_000);
        assertThat(losses[15]).isEqualTo(7_000);
        assertThat(losses[2]).isEqualTo(-3_333);
        assertThat(losses[8]).isEqualTo(6_667);
    }

    @Test
    void thirdsAreRoundedHalfUpOnTheirMagnitude() {
        long[] losses = ScenarioArray.ofFuture(5);
        assertThat(losses[2]).isEqualTo(-2);
        assertThat(losses[4]).isEqualTo(2);
        assertThat(losses[6]).isEqualTo(-3);
        assertThat(ScenarioArray.ofFuture(1, 1, 1, 2)[15]).isEqualTo(1);
    }

    @Test
    void aRangeThatOverflowsIsNotWrapped() {
        assertThatThrownBy(() -> ScenarioArray.ofFuture(Long.MAX_VALUE / 2)).isInstanceOf(ArithmeticException.class);
    }
}
