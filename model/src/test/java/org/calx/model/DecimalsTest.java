package org.calx.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 6, 0",
        "2.5, 6, 2500000",
        "-0.0005, 4, -5",
        "1e-6, 6, 1",
        "1E3, 0, 1000",
        "12.50, 1, 125",
        "9223372036854.775807, 6, 9223372036854775807",
        "-9223372036854775808, 0, -9223372036854775808",
        "007, 0, 7",
        "1.000000000000000000000000, 2, 100",
    })
    void decimalsAreReadExactly(String text, int scale, long value) {
        assertThat(Decimals.parse(text, scale)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "1e-3", "9223372036854775808", "1e30", "1e400", "1e-400", "92233720368547758.08"})
    void whatDoesNotFitTheScaleIsRefused(String text) {
        assertThatThrownBy(() -> Decimals.parse(text, 2)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 1",
                "1 ",
                "1,5",
                "0x10",
                "NaN",
                "Infinity",
                "1.2.3",
                "--1",
                "e5",
                ".",
                "-",
                "1e",
                "+1",
                "1d",
                "１",
                "٣",
                ".5",
                "5.",
                "1e99999999999",
                "11111111111111111111111111111111111111111"
            })
    void whatIsNotADecimalIsRefused(String text) {
        assertThatThrownBy(() -> Decimals.parse(text, 6)).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2500000, 6, 0, 2.5",
        "2500000, 6, 2, 2.50",
        "-5, 4, 0, -0.0005",
        "0, 6, 0, 0",
        "0, 6, 2, 0.00",
        "100, 0, 0, 100",
        "-9223372036854775808, 18, 0, -9.223372036854775808",
        "3000000, 6, 0, 3",
    })
    void valuesAreWrittenWithoutTrailingZeros(long value, int scale, int minimumDigits, String text) {
        assertThat(Decimals.format(value, scale, minimumDigits)).isEqualTo(text);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        long seed = 42;
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            long value = random.nextLong() >> random.nextInt(64);
            int scale = random.nextInt(19);
            assertThat(Decimals.parse(Decimals.format(value, scale), scale))
                    .as("seed %d, value %d, scale %d", seed, value, scale)
                    .isEqualTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "5, 2, 3",
        "-5, 2, -3",
        "4, 3, 1",
        "-4, 3, -1",
        "1, 3, 0",
        "-1, 3, 0",
        "0, 7, 0",
        "7, 1, 7",
        "9223372036854775807, 2, 4611686018427387904",
        "-9223372036854775808, 1, -9223372036854775808",
        "9223372036854775806, 9223372036854775807, 1",
        "4611686018427387903, 9223372036854775807, 0",
    })
    void divisionIsRoundedHalfAwayFromZero(long dividend, long divisor, long quotient) {
        assertThat(Decimals.divideHalfUp(dividend, divisor)).isEqualTo(quotient);
    }

    @Test
    void powersOfTenAreExact() {
        assertThat(Decimals.powerOfTen(0)).isEqualTo(1);
        assertThat(Decimals.powerOfTen(18)).isEqualTo(1_000_000_000_000_000_000L);
    }
}
