package org.calx.risk.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Values that are known in closed form or printed in Abramowitz and Stegun. */
class SpecialFunctionsTest {

    @Test
    void logGammaOfIntegersAndHalves() {
        assertThat(Gamma.logGamma(0.5)).isCloseTo(0.5 * Math.log(Math.PI), within(1e-14));
        assertThat(Gamma.logGamma(11)).isCloseTo(Math.log(3_628_800), within(1e-13));
        assertThat(Gamma.logGamma(1)).isCloseTo(0, within(1e-14));
    }

    @Test
    void digammaAtOneIsMinusEuler() {
        assertThat(Gamma.digamma(1)).isCloseTo(-0.577215664901532861, within(1e-14));
        assertThat(Gamma.digamma(0.5)).isCloseTo(-0.577215664901532861 - 2 * Math.log(2), within(1e-14));
    }

    @Test
    void chiSquareTails() {
        assertThat(ChiSquare.survival(3.841458820694124, 1)).isCloseTo(0.05, within(1e-14));
        assertThat(ChiSquare.survival(30, 2)).isCloseTo(Math.exp(-15), within(1e-20));
        assertThat(ChiSquare.survival(0.1, 2)).isCloseTo(Math.exp(-0.05), within(1e-15));
        assertThat(ChiSquare.survival(0, 1)).isEqualTo(1);
    }

    @Test
    void quantileIsTheSmallestValueThatTheShareDoesNotExceed() {
        double[] sample = {4, 1, 3, 2};
        assertThat(Quantile.of(sample, 0.75)).isEqualTo(3);
        assertThat(Quantile.of(sample, 0.76)).isEqualTo(4);
        assertThat(Quantile.of(sample, 1e-9)).isEqualTo(1);
    }

    @Test
    void inverseAndRootGiveBackTheMatrix() {
        double[][] matrix = {{4, 2, 0.6}, {2, 5, 1}, {0.6, 1, 3}};
        double[][] unit = Matrix.multiply(matrix, Matrix.inverse(matrix));
        double[][] root = Matrix.cholesky(matrix);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double product = 0;
                for (int k = 0; k < 3; k++) {
                    product += root[i][k] * root[j][k];
                }
                assertThat(unit[i][j]).isCloseTo(i == j ? 1 : 0, within(1e-15));
                assertThat(product).isCloseTo(matrix[i][j], within(1e-15));
            }
        }
    }
}
