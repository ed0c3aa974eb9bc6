package org.calx.margin.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LotsTest {
    @Test
    void whatJustFitsIsLetPass() {
        assertThatCode(() -> lots(Long.MAX_VALUE / 7).sumBits(7)).doesNotThrowAnyException();
        assertThatCode(() -> lots(-(Long.MAX_VALUE / 14), Long.MAX_VALUE / 14).sumBits(7))
                .doesNotThrowAnyException();
        assertThatCode(() -> lots().sumBits(Long.MAX_VALUE)).doesNotThrowAnyException();
    }

    @Test
    void whatMightNotIsRefused() {
        assertThatThrownBy(() -> lots(Long.MAX_VALUE / 7 + 1).sumBits(7)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> lots(-(Long.MAX_VALUE / 14) - 1, Long.MAX_VALUE / 14 + 1)
                        .sumBits(7))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> lots(Long.MIN_VALUE).sumBits(1)).isInstanceOf(ArithmeticException.class);
    }

    /** A sum of lots times amounts up to 2^31 − 1 is an {@code int}: bits may say later that it is not, never too late. */
    @Test
    void bitsAreEnoughForEverySum() {
        assertThat(lots(3, -3).sumBits(7)).isLessThan(Integer.SIZE).isGreaterThanOrEqualTo(6);
        assertThat(lots(1 << 15, -(1 << 15)).sumBits(1L << 15)).isGreaterThanOrEqualTo(Integer.SIZE);
        assertThat(lots(1L << 31).sumBits(1)).isGreaterThanOrEqualTo(Integer.SIZE);
    }

    @Test
    void lotsThatAreGoneCountNoMore() {
        Lots lots = lots(5, 1L << 40);
        assertThat(lots.sumBits(7)).isGreaterThanOrEqualTo(Integer.SIZE);
        lots.set(1, -2);
        assertThat(lots.sumBits(7)).isLessThan(Integer.SIZE);
        assertThat(lots.narrow()).containsExactly(5, -2);
        lots.clear();
        assertThat(lots.all()).containsExactly(0, 0);
        assertThat(lots.narrow()).containsExactly(0, 0);
    }

    private static Lots lots(long... each) {
        Lots lots = new Lots(each.length);
        for (int i = 0; i < each.length; i++) {
            lots.set(i, each[i]);
        }
        return lots;
    }
}
