package org.calx.pricing.vanilla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.calx.pricing.OptionType;
import org.calx.pricing.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KernelTest {
    private static final int SIZE = 1_003;
    private final Random random = Seed.random(KernelTest.class);

    @ParameterizedTest
    @EnumSource(VanillaModel.class)
    void vectorAndScalarGiveTheSameBits(VanillaModel model) {
        assertThat(Kernels.hasVectors()).as("tests run with the vector module").isTrue();
        for (int round = 0; round < 30; round++) {
            expectTheSameBits(model, randomOptions(model, round % 2 == 0));
        }
    }

    /** Short cuts are taken for a block at once, so each odd input stands alone in a column of ordinary ones. */
    @ParameterizedTest
    @EnumSource(VanillaModel.class)
    void oneOddInputAmongOrdinaryOnesGivesTheSameBits(VanillaModel model) {
        double nan = Double.NaN;
        double infinite = Double.POSITIVE_INFINITY;
        double[] odd = {
            0, -0.0, -1, -1e200, 1e-320, 1e-101, 1e-90, 1e-18, 1e18, 1e90, 1e101, 4, 30, nan, -nan, infinite, -infinite
        };
        for (int input = 0; input < 5; input++) {
            for (double value : odd) {
                OptionColumns options = randomOptions(model, true);
                int i = random.nextInt(SIZE);
                double[] inputs = {100, 90, 0.5, 0.3, 0.02};
                inputs[input] = value;
                options.set(i, OptionType.PUT, inputs[0], inputs[1], inputs[2], inputs[3], inputs[4]);
                expectTheSameBits(model, options);
            }
        }
    }

    /** Scores about the greatest that counts, and none at all. */
    @Test
    void farAndNoMoneynessGiveTheSameBits() {
        for (int round = 0; round < 200; round++) {
            OptionColumns options = randomOptions(VanillaModel.BLACK76, true);
            for (OptionType type : OptionType.values()) {
                double score = (random.nextBoolean() ? 1 : -1) * (37.3 + 0.4 * random.nextDouble());
                options.set(random.nextInt(SIZE), type, 100, 100 * Math.exp(0.1 * (0.05 - score)), 0.25, 0.2, 0.02);
                options.set(random.nextInt(SIZE), type, 100, 100 * Math.exp(-score), 0.01, 0.2, 0.02);
                options.set(random.nextInt(SIZE), type, 100, 100, 0.25, 0.2, 0.02);
                options.set(random.nextInt(SIZE), type, 100, 100 * Math.exp(0.125), 1, 0.5, 0);
                options.set(random.nextInt(SIZE), type, 100, 100 * Math.exp(-0.125), 1, 0.5, 0);
            }
            expectTheSameBits(VanillaModel.BLACK76, options);
        }
    }

    private static void expectTheSameBits(VanillaModel model, OptionColumns options) {
        ValueColumns scalar = new ValueColumns(SIZE);
        ValueColumns vector = new ValueColumns(SIZE);
        int outside = new ScalarKernel().valueAll(model, options, scalar);
        assertThat(Kernels.fastest().valueAll(model, options, vector)).isEqualTo(outside);
        for (int i = 0; i < SIZE; i++) {
            assertThat(vector.at(i)).isEqualTo(scalar.at(i));
        }
    }

    /** With wild inputs, every odd round, many options are at the edges of the domain or outside it. */
    private OptionColumns randomOptions(VanillaModel model, boolean tame) {
        OptionColumns options = new OptionColumns(SIZE);
        double[] edges = {0, -1, 1e-200, 1e-101, 1e99, 1e101, Double.NaN, Double.POSITIVE_INFINITY, 100, 1, 0.5};
        for (int i = 0; i < SIZE; i++) {
            OptionType type = random.nextBoolean() ? OptionType.CALL : OptionType.PUT;
            double forward =
                    model == VanillaModel.BLACK76 ? 50 + 100 * random.nextDouble() : random.nextGaussian() * 100;
            double strike = model == VanillaModel.BLACK76
                    ? forward * Math.exp(random.nextGaussian())
                    : forward + 50 * random.nextGaussian();
            double years = Math.exp(-5 + 6 * random.nextDouble());
            double volatility = (model == VanillaModel.BLACK76 ? 1 : 100) * Math.exp(-4 + 5 * random.nextDouble());
            double rate = 0.2 * random.nextDouble() - 0.05;
            double[] inputs = {forward, strike, years, volatility, rate};
            if (!tame) {
                inputs[random.nextInt(5)] = edges[random.nextInt(edges.length)];
            }
            options.set(i, type, inputs[0], inputs[1], inputs[2], inputs[3], inputs[4]);
        }
        return options;
    }

    @ParameterizedTest
    @EnumSource(VanillaModel.class)
    void outsideTheDomainIsCountedAndNothingElseIsNaN(VanillaModel model) {
        OptionColumns options = randomOptions(model, false);
        ValueColumns values = new ValueColumns(SIZE);
        int outside = new ScalarKernel().valueAll(model, options, values);
        int notANumber = 0;
        for (int i = 0; i < SIZE; i++) {
            notANumber += values.at(i).equals(allNaN()) ? 1 : 0;
            if (!Double.isNaN(values.price(i))) {
                assertThat(values.at(i).toString()).doesNotContain("NaN");
            }
        }
        assertThat(notANumber).isEqualTo(outside).isPositive();
    }

    private static OptionValue allNaN() {
        double n = Double.NaN;
        return new OptionValue(n, n, n, n, n, n, n, n, n, n);
    }

    @ParameterizedTest
    @EnumSource(VanillaModel.class)
    void everyGreekIsTheDifferenceQuotient(VanillaModel model) {
        double scale = model == VanillaModel.BLACK76 ? 1 : 100;
        for (int i = 0; i < 2_000; i++) {
            OptionType type = random.nextBoolean() ? OptionType.CALL : OptionType.PUT;
            double years = 0.05 + 2 * random.nextDouble();
            double volatility = scale * (0.1 + 0.6 * random.nextDouble());
            double deviation = volatility * Math.sqrt(years);
            double strike = model == VanillaModel.BLACK76
                    ? 100 * Math.exp(1.5 * deviation * random.nextGaussian())
                    : 100 + 1.5 * deviation * random.nextGaussian();
            double rate = 0.1 * random.nextDouble() - 0.02;
            compare(new Case(model, type, strike, years, volatility, rate), 100 * deviation / scale);
        }
    }

    private static void compare(Case given, double width) {
        OptionValue at = given.value(0, 0, 0, 0);
        double f = 1e-4 * width;
        double v = 1e-4 * given.volatility;
        double t = 1e-4 * given.years;
        double r = 1e-4;
        OptionValue up = given.value(f, 0, 0, 0);
        OptionValue down = given.value(-f, 0, 0, 0);
        OptionValue later = given.value(0, t, 0, 0);
        OptionValue sooner = given.value(0, -t, 0, 0);
        OptionValue wild = given.value(0, 0, v, 0);
        OptionValue calm = given.value(0, 0, -v, 0);
        double unit = width / given.volatility;
        check(given, at.delta(), (up.price() - down.price()) / (2 * f), 1);
        check(given, at.gamma(), (up.delta() - down.delta()) / (2 * f), 1 / width);
        check(given, at.speed(), (up.gamma() - down.gamma()) / (2 * f), 1 / (width * width));
        check(given, at.vega(), (wild.price() - calm.price()) / (2 * v), unit);
        check(given, at.volga(), (wild.vega() - calm.vega()) / (2 * v), unit / given.volatility);
        check(given, at.vanna(), (wild.delta() - calm.delta()) / (2 * v), 1 / given.volatility);
        check(given, at.theta(), (sooner.price() - later.price()) / (2 * t), width / given.years);
        check(given, at.charm(), (sooner.delta() - later.delta()) / (2 * t), 1 / given.years);
        double rho = (given.value(0, 0, 0, r).price() - given.value(0, 0, 0, -r).price()) / (2 * r);
        check(given, at.rho(), rho, 100 * given.years + at.price());
    }

    private static void check(Case given, double greek, double quotient, double scale) {
        assertThat(greek).as("%s", given).isCloseTo(quotient, within(2e-6 * (scale + Math.abs(quotient))));
    }

    private record Case(
            VanillaModel model, OptionType type, double strike, double years, double volatility, double rate) {
        OptionValue value(double f, double t, double v, double r) {
            return model == VanillaModel.BLACK76
                    ? Black76.value(type, 100 + f, strike, years + t, volatility + v, rate + r)
                    : Bachelier.value(type, 100 + f, strike, years + t, volatility + v, rate + r);
        }
    }

    @Test
    void withoutVolatilityOrTimeThereIsOnlyThePayoff() {
        OptionValue noTime = Black76.value(OptionType.CALL, 110, 100, 0, 0.3, 0.05);
        assertThat(noTime.price()).isEqualTo(10);
        assertThat(noTime.delta()).isEqualTo(1);
        assertThat(noTime.gamma()).isZero();
        OptionValue atTheMoney = Black76.value(OptionType.CALL, 100, 100, 1, 0, 0);
        assertThat(atTheMoney.price()).isZero();
        assertThat(atTheMoney.delta()).isCloseTo(0.5, within(1e-15));
        assertThat(atTheMoney.gamma()).isZero();
        assertThat(Bachelier.price(OptionType.PUT, -20, 5, 1, 0, 0)).isEqualTo(25);
        assertThat(Bachelier.price(OptionType.CALL, 5, 5, 0, 3, 0)).isZero();
    }

    @Test
    void allocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        OptionColumns options = randomOptions(VanillaModel.BLACK76, true);
        ValueColumns values = new ValueColumns(SIZE);
        VanillaKernel kernel = Kernels.fastest();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 200 && least > 0; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 200; i++) {
                kernel.valueAll(VanillaModel.BLACK76, options, values);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
    }
}
