package org.calx.margin.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.calx.model.ShortOptionMethod;
import org.junit.jupiter.api.Test;

class LotsTest {
    private static final int MONTH = 2026 * 12;

    @Test
    void whatJustFitsIsLetPass() {
        assertThatCode(() -> look(7, Long.MAX_VALUE / 7)).doesNotThrowAnyException();
        assertThatCode(() -> look(7, -(Long.MAX_VALUE / 14), Long.MAX_VALUE / 14))
                .doesNotThrowAnyException();
        assertThatCode(() -> look(Long.MAX_VALUE)).doesNotThrowAnyException();
    }

    @Test
    void whatMightNotIsRefused() {
        assertThatThrownBy(() -> look(7, Long.MAX_VALUE / 7 + 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> look(7, -(Long.MAX_VALUE / 14) - 1, Long.MAX_VALUE / 14 + 1))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> look(1, Long.MIN_VALUE)).isInstanceOf(ArithmeticException.class);
    }

    /** The sum of {@code lots × largest} is an {@code int} up to 2^31 − 1 alone; bits may say so too late, never too early. */
    @Test
    void bitsAreEnoughForEverySum() {
        assertThat(look(7, 3, -3).sumBits()).isLessThan(Integer.SIZE).isGreaterThanOrEqualTo(6);
        assertThat(look(1L << 15, 1 << 15, -(1 << 15)).sumBits()).isGreaterThanOrEqualTo(Integer.SIZE);
        assertThat(look(1, 1L << 31).sumBits()).isGreaterThanOrEqualTo(Integer.SIZE);
    }

    @Test
    void optionsAreCountedByTheirSide() {
        Lots lots = new Lots(
                List.of(
                        contract(ContractKind.FUTURE, 900),
                        contract(ContractKind.CALL, 10),
                        contract(ContractKind.PUT, 7),
                        contract(ContractKind.CALL, 1)),
                1);
        lots.look(new long[] {-9, -5, -4, 2});
        assertThat(lots.shortLots(ShortOptionMethod.SUM)).isEqualTo(9);
        assertThat(lots.shortLots(ShortOptionMethod.MAX)).isEqualTo(5);
        assertThat(lots.netOptionValue()).isEqualTo(-5 * 10 - 4 * 7 + 2);
    }

    private static Lots look(long largestAmount, long... quantities) {
        List<MarginContract> contracts = IntStream.range(0, quantities.length)
                .mapToObj(i -> contract(ContractKind.FUTURE, 0))
                .toList();
        Lots lots = new Lots(contracts, largestAmount);
        lots.look(quantities);
        return lots;
    }

    private static MarginContract contract(ContractKind kind, long price) {
        return new MarginContract("any", MONTH, kind, new long[0], 0, price);
    }
}
