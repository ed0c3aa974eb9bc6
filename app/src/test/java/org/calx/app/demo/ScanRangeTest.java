package org.calx.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.calx.index.ReferencePrices;
import org.junit.jupiter.api.Test;

class ScanRangeTest {

    /** Range 0.30 USD on 1,000 GPU-hours: the array of the worked example T5, SPAN with extremes of 3 ranges at a third. */
    @Test
    void futureArrayIsThatOfTheWorkedExample() {
        assertThat(ScanRange.lossMicrosPerLot(300_000, 1_000))
                .containsExactly(
                        0,
                        0,
                        -100_000_000,
                        -100_000_000,
                        100_000_000,
                        100_000_000,
                        -200_000_000,
                        -200_000_000,
                        200_000_000,
                        200_000_000,
                        -300_000_000,
                        -300_000_000,
                        300_000_000,
                        300_000_000,
                        -300_000_000,
                        300_000_000);
    }

    @Test
    void thirdsAreRoundedAwayFromZero() {
        assertThat(ScanRange.lossMicrosPerLot(1, 1))
                .containsExactly(0, 0, -1, -1, 1, 1, -1, -1, 1, 1, -1, -1, 1, 1, -1, 1);
    }

    @Test
    void rangeOfNegativePowerPriceIsOfItsSize() {
        assertThat(ScanRange.rangeMicros(-50_000_000, 200, 10_000)).isEqualTo(10_000_000);
        assertThat(ScanRange.rangeMicros(0, 200, 10_000)).isEqualTo(10_000);
    }

    @Test
    void frontMonthMarginShrinksWithItsOpenPart() {
        DemoProduct h100 = DemoProduct.compute(1, ReferencePrices.builtIn().compute("H100"));

        assertThat(DemoParameters.scanRangeMicros(h100, true, 3_000_000, 1_000)).isEqualTo(450_000);
        assertThat(DemoParameters.scanRangeMicros(h100, true, 3_000_000, 500)).isEqualTo(225_000);
        assertThat(DemoParameters.scanRangeMicros(h100, false, 3_000_000, 1_000))
                .isEqualTo(360_000);
        assertThat(DemoParameters.scanRangeMicros(h100, true, 3_000_000, 1)).isEqualTo(10_000);
    }
}
