package org.calx.margin.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.calx.model.ShortOptionMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    private final Options options = new Options(List.of(
            contract(ContractKind.FUTURE, 900),
            contract(ContractKind.CALL, 10),
            contract(ContractKind.PUT, 7),
            contract(ContractKind.CALL, 1)));

    /** By ints where their bits are enough, else by longs. */
    @ParameterizedTest
    @ValueSource(longs = {1, 1L << 40})
    void optionsAreCountedByTheirSide(long unit) {
        Lots lots = new Lots(4);
        lots.set(0, -9 * unit);
        lots.set(1, -5 * unit);
        lots.set(2, -4 * unit);
        lots.set(3, 2 * unit);
        options.count(lots, lots.sumBits(options.largestPrice()));
        assertThat(options.shortLots(ShortOptionMethod.SUM)).isEqualTo(9 * unit);
        assertThat(options.shortLots(ShortOptionMethod.MAX)).isEqualTo(5 * unit);
        assertThat(options.netValue()).isEqualTo((-5 * 10 - 4 * 7 + 2) * unit);
    }

    private static MarginContract contract(ContractKind kind, long price) {
        return new MarginContract("any", 2026 * 12, kind, new long[0], 0, price);
    }
}
