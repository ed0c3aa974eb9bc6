package org.calx.risk.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The known answers of Random123, the authors' own library, for Philox4x32-10. */
class PhiloxTest {

    @Test
    void zeroCounterAndKey() {
        assertAnswer(0, new int[] {0, 0, 0, 0}, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
    }

    @Test
    void allBitsSet() {
        assertAnswer(-1L, new int[] {-1, -1, -1, -1}, 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
    }

    @Test
    void digitsOfPi() {
        int[] counter = {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344};
        assertAnswer(0x299f31d0_a4093822L, counter, 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
    }

    @Test
    void normalsHaveTheMomentsOfANormal() {
        double[] normals = new double[1_000_000];
        new Philox(7).normals(0, 0, normals);
        double[] moments = new double[5];
        for (double z : normals) {
            for (int k = 1; k <= 4; k++) {
                moments[k] += Math.pow(z, k) / normals.length;
            }
        }
        assertThat(moments[1]).isCloseTo(0, within(0.005));
        assertThat(moments[2]).isCloseTo(1, within(0.008));
        assertThat(moments[3]).isCloseTo(0, within(0.02));
        assertThat(moments[4]).isCloseTo(3, within(0.05));
    }

    private static void assertAnswer(long key, int[] counter, int... words) {
        new Philox(key).generate(counter);
        assertThat(counter).containsExactly(words);
    }
}
