package org.calx.pricing.implied;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.calx.pricing.OptionType;
import org.calx.pricing.Seed;
import org.calx.pricing.vanilla.Kernels;
import org.calx.pricing.vanilla.OptionColumns;
import org.calx.pricing.vanilla.ScalarKernel;
import org.calx.pricing.vanilla.ValueColumns;
import org.calx.pricing.vanilla.VanillaModel;
import org.junit.jupiter.api.Test;

class ImpliedKernelTest {
    private static final int SIZE = 10_007;
    private final Random random = Seed.random(ImpliedKernelTest.class);

    @Test
    void vectorAndScalarFindTheSameVolatilities() {
        assertThat(Kernels.hasVectors()).as("tests run with the vector module").isTrue();
        for (double wildness : new double[] {0.5, 2, 8}) {
            OptionColumns options = options(wildness);
            ValueColumns values = new ValueColumns(SIZE);
            new ScalarKernel().value(VanillaModel.BLACK76, options, values);
            double[] price = new double[options.length()];
            for (int i = 0; i < SIZE; i++) {
                price[i] = values.price(i);
            }
            double[] vector = new double[options.length()];
            double[] scalar = new double[options.length()];
            int without = new ScalarImpliedKernel().invert(options, price, scalar);
            assertThat(ImpliedKernel.fastest().invert(options, price, vector))
                    .isEqualTo(without)
                    .isLessThan(SIZE);
            for (int i = 0; i < SIZE; i++) {
                if (Double.isNaN(scalar[i])) {
                    assertThat(vector[i]).isNaN();
                } else {
                    assertThat(vector[i]).isCloseTo(scalar[i], within(1e-12 * scalar[i]));
                }
            }
        }
    }

    /** In the money a price has fewer digits of time value, so only options out of the money have a volatility to 1e-12. */
    private OptionColumns options(double wildness) {
        OptionColumns options = new OptionColumns(SIZE);
        for (int i = 0; i < SIZE; i++) {
            double deviation = 0.02 + 0.5 * random.nextDouble() * wildness;
            double strike = 100 * Math.exp(wildness * deviation * random.nextGaussian());
            double years = 0.02 + random.nextDouble();
            OptionType type = strike > 100 ? OptionType.CALL : OptionType.PUT;
            options.set(i, type, 100, strike, years, deviation / Math.sqrt(years), 0.05);
        }
        options.setForward(5, Double.NaN);
        options.set(77, OptionType.CALL, 100, -1, 0.5, 0.3, 0.05);
        return options;
    }
}
