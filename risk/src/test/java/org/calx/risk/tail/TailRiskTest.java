package org.calx.risk.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TailRiskTest {
    private static final FactorHistory HISTORY = FactorHistory.ofLevels(
            List.of("A", "B"),
            ShiftKind.RELATIVE,
            IntStream.range(0, 301)
                    .mapToObj(day -> new double[] {100 + 5 * Math.sin(day * 1.7), 50 + 3 * Math.cos(day * 2.3)})
                    .toArray(double[][]::new));
    private static final List<Exposure> BOOK =
            List.of(new Exposure("long A", 0, 10, 100, 1, 0), new Exposure("short B", 1, -15, 50, 0.5, -0.02));

    /** 100 losses 1 to 100 at 95 %: rank ⌊5⌋ + 1 = 6 is 95; the worst ⌈5⌉ = 5 average 98. */
    @Test
    void ranksAsTheReferenceSays() {
        TailRisk risk =
                TailRisk.of(IntStream.rangeClosed(1, 100).asDoubleStream().toArray(), 0.95);
        assertThat(risk.valueAtRisk()).isEqualTo(95);
        assertThat(risk.expectedShortfall()).isEqualTo(98);
    }

    /** 250 losses at 99 %: rank ⌊2.5⌋ + 1 = 3, the worst ⌈2.5⌉ = 3. */
    @Test
    void ranksAYearOfDays() {
        TailRisk risk =
                TailRisk.of(IntStream.rangeClosed(1, 250).asDoubleStream().toArray(), 0.99);
        assertThat(risk.valueAtRisk()).isEqualTo(248);
        assertThat(risk.expectedShortfall()).isEqualTo(249);
    }

    @Test
    void equalLossesRankInOrderOfScenarios() {
        assertThat(TailRisk.of(new double[] {1, 7, 7, 7}, 0.5).tailScenarios()).containsExactly(1, 2);
    }

    @Test
    void componentsSumToTheWhole() {
        for (VarMethod method : VarMethod.values()) {
            LossSimulation simulation = simulation(method);
            TailRisk risk = TailRisk.of(simulation.losses(1), 0.975);
            assertThat(Arrays.stream(risk.varComponents(simulation)).sum()).isCloseTo(risk.valueAtRisk(), within(1e-9));
            assertThat(Arrays.stream(risk.shortfallComponents(simulation)).sum())
                    .isCloseTo(risk.expectedShortfall(), within(1e-9));
            assertThat(risk.expectedShortfall()).isGreaterThanOrEqualTo(risk.valueAtRisk());
        }
    }

    @Test
    void threadsDoNotChangeABit() {
        LossSimulation simulation = simulation(VarMethod.MONTE_CARLO);
        double[] alone = simulation.losses(1);
        for (int threads = 2; threads <= 5; threads++) {
            assertThat(simulation.losses(threads)).containsExactly(alone);
        }
    }

    @Test
    void monteCarloHasTheCovarianceOfTheHistory() {
        for (int degrees : new int[] {0, 8}) {
            MonteCarloScenarios scenarios = new MonteCarloScenarios(HISTORY, 200_000, degrees, 11);
            double[] moments = new double[3];
            double[] expected = new double[3];
            double[] shift = new double[2];
            for (int s = 0; s < scenarios.size(); s++) {
                scenarios.shifts(s, shift);
                addProducts(moments, shift, scenarios.size());
            }
            for (double[] day : HISTORY.shifts()) {
                addProducts(expected, day, HISTORY.size());
            }
            double scale = Math.sqrt(expected[0] * expected[2]);
            assertThat(moments[0]).isCloseTo(expected[0], within(0.02 * expected[0]));
            assertThat(moments[2]).isCloseTo(expected[2], within(0.02 * expected[2]));
            assertThat(moments[1]).isCloseTo(expected[1], within(0.02 * scale));
        }
    }

    private static void addProducts(double[] sums, double[] x, int count) {
        sums[0] += x[0] * x[0] / count;
        sums[1] += x[0] * x[1] / count;
        sums[2] += x[1] * x[1] / count;
    }

    /** Shifts 1 and 2 at λ = 0: the forecasts are √2.5 (the sample), 1, and 2 for tomorrow. */
    @Test
    void filterScalesByForecastVolatility() {
        FactorHistory two = new FactorHistory(List.of("A"), ShiftKind.ABSOLUTE, new double[][] {{1}, {2}});
        FilteredScenarios scenarios = FilteredScenarios.byDecay(two, 0, 0);
        double[] shift = new double[1];
        scenarios.shifts(0, shift);
        assertThat(shift[0]).isCloseTo(2 / Math.sqrt(2.5), within(1e-15));
        scenarios.shifts(1, shift);
        assertThat(shift[0]).isCloseTo(4, within(1e-15));
    }

    /** 10 units at delta 0.5 and gamma 0.1, up by 2: gain 10 × (0.5 × 2 + 0.05 × 4) = 12. */
    @Test
    void exposureGainsByDeltaAndGamma() {
        assertThat(new Exposure("call", 0, 10, 100, 0.5, 0.1).loss(2)).isCloseTo(-12, within(1e-14));
    }

    private static LossSimulation simulation(VarMethod method) {
        VarSettings settings = new VarSettings(method, 0.975, 0.94, 0, 5_000, 5, 3);
        return new LossSimulation(BOOK, 2, ShiftKind.RELATIVE, settings.scenarios(HISTORY));
    }
}
