package org.calx.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "12345678", "123456789", "0123456789abcdef", "~ ~", "quote-17"})
    void whatIsPackedIsReadBack(String text) {
        assertThat(ShortText.text(ShortText.high(text), ShortText.low(text))).isEqualTo(text);
    }

    @Test
    void theFirstCharacterStandsInTheHighestByte() {
        assertThat(ShortText.high("A")).isEqualTo(0x4100_0000_0000_0000L);
        assertThat(ShortText.low("A")).isZero();
        assertThat(ShortText.low("12345678B")).isEqualTo(0x4200_0000_0000_0000L);
    }

    @Test
    void differentTextsPackDifferently() {
        assertThat(ShortText.high("ab")).isNotEqualTo(ShortText.high("ba"));
        assertThat(ShortText.low("12345678")).isNotEqualTo(ShortText.low("123456789"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdefg", "tab\t", "é", "\u007f", "\u0000"})
    void whatDoesNotFitIsRefused(String text) {
        assertThat(ShortText.fits(text)).isFalse();
        assertThatThrownBy(() -> ShortText.high(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ShortText.low(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void otherBitsAreReadWithoutFailing() {
        assertThat(ShortText.text(-1, -1)).hasSize(16);
        assertThat(ShortText.text(0, 0)).isEmpty();
    }
}
