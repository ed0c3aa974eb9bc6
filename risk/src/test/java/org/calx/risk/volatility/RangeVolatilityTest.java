package org.calx.risk.volatility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RangeVolatilityTest {
    private static final PriceBar BAR = new PriceBar(100, 104, 98, 102);

    /** By hand: ln(104/98)² / (4 ln 2) and so on, to seven digits. */
    @Test
    void oneBarByHand() {
        assertThat(RangeVolatility.parkinson(List.of(BAR))).isCloseTo(0.0356874, within(1e-7));
        assertThat(RangeVolatility.garmanKlass(List.of(BAR))).isCloseTo(0.0401757, within(1e-7));
        assertThat(RangeVolatility.rogersSatchell(List.of(BAR))).isCloseTo(0.0396208, within(1e-7));
        assertThat(RangeVolatility.realised(new double[] {0.03, -0.04})).isCloseTo(0.05, within(1e-15));
    }

    /** A driven walk with jumps overnight: 2 % a session from 1,000 steps, 1 % overnight. */
    @Test
    void estimatorsFindTheVolatilityTheyAreFor() {
        Random random = new Random(3);
        List<PriceBar> bars = new ArrayList<>();
        double price = 100;
        for (int day = 0; day < 4_000; day++) {
            price *= Math.exp(0.01 * random.nextGaussian());
            PriceBar bar = session(random, price);
            bars.add(bar);
            price = bar.close();
        }
        assertThat(RangeVolatility.parkinson(bars)).isCloseTo(0.02, within(0.0008));
        assertThat(RangeVolatility.garmanKlass(bars)).isCloseTo(0.02, within(0.0008));
        assertThat(RangeVolatility.rogersSatchell(bars)).isCloseTo(0.02, within(0.0008));
        assertThat(RangeVolatility.yangZhang(bars)).isCloseTo(Math.hypot(0.02, 0.01), within(0.0008));
    }

    private static PriceBar session(Random random, double open) {
        double last = open;
        double high = open;
        double low = open;
        for (int step = 0; step < 1_000; step++) {
            last *= Math.exp(0.02 / Math.sqrt(1_000) * random.nextGaussian());
            high = Math.max(high, last);
            low = Math.min(low, last);
        }
        return new PriceBar(open, high, low, last);
    }

    @Test
    void refusesABarThatCannotBe() {
        assertThatThrownBy(() -> new PriceBar(100, 99, 98, 98.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PriceBar(1, 1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PriceBar(1, Double.NaN, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stateIsHighAboveTheUpperQuarter() {
        double[] history = {1, 2, 3, 4};
        assertThat(VolatilityState.of(3, history)).isEqualTo(VolatilityState.NORMAL);
        assertThat(VolatilityState.of(3.01, history)).isEqualTo(VolatilityState.HIGH);
    }
}
