package org.calx.margin.portfolio;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LotsTest {
    @Test
    void whatJustFitsIsLetPass() {
        assertThatCode(() -> Lots.requireFit(new long[] {Long.MAX_VALUE / 7}, 7))
                .doesNotThrowAnyException();
        assertThatCode(() -> Lots.requireFit(new long[] {-(Long.MAX_VALUE / 14), Long.MAX_VALUE / 14}, 7))
                .doesNotThrowAnyException();
        assertThatCode(() -> Lots.requireFit(new long[0], Long.MAX_VALUE)).doesNotThrowAnyException();
    }

    @Test
    void whatMightNotIsRefused() {
        assertThatThrownBy(() -> Lots.requireFit(new long[] {Long.MAX_VALUE / 7 + 1}, 7))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Lots.requireFit(new long[] {-(Long.MAX_VALUE / 14) - 1, Long.MAX_VALUE / 14 + 1}, 7))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Lots.requireFit(new long[] {Long.MIN_VALUE}, 1))
                .isInstanceOf(ArithmeticException.class);
    }
}
