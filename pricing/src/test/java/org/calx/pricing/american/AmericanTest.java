package org.calx.pricing.american;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.calx.pricing.Greeks;
import org.calx.pricing.OptionType;
import org.calx.pricing.ReferenceTable;
import org.calx.pricing.Seed;
import org.calx.pricing.vanilla.Black76;
import org.calx.pricing.vanilla.OptionColumns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmericanTest {

    /** Barone-Adesi and Whaley's own table, of which the rows with equal rate and yield are options on futures. */
    @Test
    void baroneAdesiWhaleyGivesThePublishedValues() throws Exception {
        ReferenceTable table = ReferenceTable.read("vanilla_options.csv", "ql_baw_values");
        int futures = 0;
        for (int i = 0; i < table.size(); i++) {
            double rate = table.number(i, "rate_r");
            if (rate == table.number(i, "dividend_yield_q")) {
                futures++;
                double price = BaroneAdesiWhaley.price(
                        table.type(i),
                        table.number(i, "spot"),
                        table.number(i, "strike"),
                        table.number(i, "t_years"),
                        table.number(i, "vol"),
                        rate);
                assertThat(price).isCloseTo(table.number(i, "expected"), within(3e-3));
            }
        }
        assertThat(futures).isPositive();
    }

    /** QuantLib 1.44, QdFpAmericanEngine with its high-precision scheme. */
    @ParameterizedTest
    @CsvSource({
        "PUT, 117.69434605049148, 1.8602739726027397, 0.123948266860984, 0.03795731577788626, 18.654229211316842",
        "PUT, 248.45152161404752, 1.3753424657534246, 0.6957474117081809, 0.0996569105696157, 149.78556791805315",
        "CALL, 194.80054624423354, 0.22465753424657534, 0.5671106151956676, 0.022463130095672065, 0.07883103508996049",
        "PUT, 139.22056381453544, 1.0657534246575342, 0.30721042186971315, 0.042250474291986445, 41.09060684880193",
        "CALL, 331.52633227123385, 1.7561643835616438, 0.46820509506733043, 0.07541530112882276, 0.9799734403639803"
    })
    void boundaryIntegralIsExact(
            OptionType type, double strike, double years, double volatility, double rate, double expected) {
        double price = new ExerciseBoundary(years, volatility, rate).price(type, 100, strike);
        assertThat(price).isCloseTo(expected, within(1e-4));
    }

    @Test
    void everyMethodAgreesWithTheTree() {
        Random random = Seed.random(AmericanTest.class);
        for (int i = 0; i < 40; i++) {
            OptionType type = random.nextBoolean() ? OptionType.CALL : OptionType.PUT;
            double strike = 70 + 60 * random.nextDouble();
            double years = 0.1 + random.nextDouble();
            double volatility = 0.15 + 0.4 * random.nextDouble();
            double rate = 0.1 * random.nextDouble();
            double tree = BinomialTree.price(type, 100, strike, years, volatility, rate, 1_000);
            double exact = new ExerciseBoundary(years, volatility, rate).price(type, 100, strike);
            assertThat(exact).isCloseTo(tree, within(0.02));
            assertThat(BaroneAdesiWhaley.price(type, 100, strike, years, volatility, rate))
                    .isCloseTo(tree, within(0.25));
            double flat = BjerksundStensland.price(type, 100, strike, years, volatility, rate);
            assertThat(flat).isCloseTo(tree, within(0.35)).isLessThan(exact + 1e-6);
        }
    }

    /** The boundary's own differences judge: its price is smooth. */
    @Test
    void aTreesDeltaAndGammaDoNotSeeItsKinks() {
        Random random = Seed.random(AmericanTest.class);
        for (int i = 0; i < 40; i++) {
            OptionType type = random.nextBoolean() ? OptionType.CALL : OptionType.PUT;
            double strike = 90 + 20 * random.nextDouble();
            double years = 0.2 + random.nextDouble();
            double volatility = 0.2 + 0.4 * random.nextDouble();
            Greeks tree = BinomialTree.value(type, 100, strike, years, volatility, 0.05, 1_000);
            Greeks exact = Greeks.byDifferences(
                    (f, t, v, r) -> new ExerciseBoundary(t, v, r).price(type, f, strike), 100, years, volatility, 0.05);
            assertThat(tree.delta()).isCloseTo(exact.delta(), within(2e-3));
            assertThat(tree.gamma()).isCloseTo(exact.gamma(), within(0.03 * exact.gamma()));
        }
    }

    @Test
    void manyAtOnceAreWorthWhatEachIs() {
        Random random = Seed.random(AmericanTest.class);
        for (double rate : new double[] {0.05, 0.002, 0, -0.01}) {
            OptionColumns options = new OptionColumns(501);
            for (int i = 0; i < options.size(); i++) {
                OptionType type = random.nextBoolean() ? OptionType.CALL : OptionType.PUT;
                options.set(i, type, 100, 40 + 120 * random.nextDouble(), 0.7, 0.4, rate);
            }
            ExerciseBoundary boundary = new ExerciseBoundary(0.7, 0.4, rate);
            double[] price = new double[options.length()];
            assertThat(new AmericanKernel().price(boundary, options, price)).isZero();
            for (int i = 0; i < options.size(); i++) {
                OptionType type = options.type(i);
                assertThat(price[i]).isCloseTo(boundary.price(type, 100, options.strike(i)), within(1e-11));
            }
        }
    }

    @Test
    void withoutARateEarlyExerciseIsWorthNothing() {
        double european = Black76.price(OptionType.PUT, 100, 120, 1, 0.3, -0.02);
        assertThat(new ExerciseBoundary(1, 0.3, -0.02).price(OptionType.PUT, 100, 120))
                .isEqualTo(european);
        assertThat(BaroneAdesiWhaley.price(OptionType.PUT, 100, 120, 1, 0.3, 0))
                .isEqualTo(Black76.price(OptionType.PUT, 100, 120, 1, 0.3, 0));
        assertThat(new ExerciseBoundary(1, 0, 0.05).price(OptionType.PUT, 100, 120))
                .isEqualTo(20);
    }

    @Test
    void atNoTimeAPayoffHasNoGamma() {
        Greeks greeks = Greeks.byDifferences(
                (f, t, v, r) -> new ExerciseBoundary(t, v, r).price(OptionType.CALL, f, 100), 100, 0, 0.4, 0.05);
        assertThat(greeks.gamma()).isZero();
        assertThat(greeks.price()).isZero();
    }
}
