package org.calx.risk.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.calx.risk.tail.Exposure;
import org.calx.risk.tail.FactorHistory;
import org.calx.risk.tail.HistoricalScenarios;
import org.calx.risk.tail.LossSimulation;
import org.calx.risk.tail.ShiftKind;
import org.junit.jupiter.api.Test;

class StressTest {
    private static final List<String> FACTORS = List.of("H100", "DE-LU base");

    /** Levels double and halve in the middle: the stretch of two days there costs a short most, and is named by its rows. */
    @Test
    void historyYieldsItsWorstStretchesApartFromEachOther() {
        double[][] levels = {{100, 50}, {101, 50}, {150, 50}, {200, 50}, {198, 50}, {199, 50}, {230, 50}, {231, 50}};
        FactorHistory history = FactorHistory.ofLevels(FACTORS, ShiftKind.RELATIVE, levels);
        LossSimulation portfolio = portfolio(history, new Exposure("short", 0, -1, 100, 1, 0));
        List<HistoricalStress.Stretch> worst = HistoricalStress.worst(portfolio, history, 2, 2);
        assertThat(worst.getFirst().firstShift()).isEqualTo(1);
        assertThat(worst.getFirst().loss()).isCloseTo(100 * (200 / 101.0 - 1), within(1e-9));
        assertThat(worst.get(1).firstShift()).isEqualTo(4);
        assertThat(worst.get(1).loss()).isCloseTo(100 * (230 / 198.0 - 1), within(1e-9));
    }

    @Test
    void hypotheticalScenariosFindFactorsByName() {
        List<StressScenario> scenarios =
                HypotheticalSet.standard().on(List.of("H100.EU", "DE-LU base", "A100", "gold"));
        assertThat(scenarios.stream().map(StressScenario::name))
                .containsExactly(
                        "new-gpu-launch", "export-ban", "provider-price-cut", "grid-event", "index-restatement");
        assertThat(scenarios.get(0).shifts()).containsExactly(-0.40, 0, -0.50, 0);
        assertThat(scenarios.get(3).shifts()).containsExactly(0.10, 2.00, 0.10, 0);
        HypotheticalSet own = new HypotheticalSet();
        assertThatThrownBy(() -> own.add("x", "*", -1)).hasMessageContaining("above -1");
    }

    /** Two independent factors with deviations of 1 and 2 %: a loss of g1 x1 + g2 x2 is nearest at L C g / g'Cg. */
    @Test
    void reverseStressOfALinearPortfolioIsTheClosedForm() {
        double[][] shifts = {{0.01, 0.02}, {0.01, -0.02}, {-0.01, 0.02}, {-0.01, -0.02}};
        FactorHistory history = new FactorHistory(FACTORS, ShiftKind.RELATIVE, shifts);
        LossSimulation portfolio =
                portfolio(history, new Exposure("long", 0, 10, 100, 1, 0), new Exposure("short", 1, -20, 50, 1, 0));
        ReverseStress found = ReverseStress.find(portfolio, history, 50).orElseThrow();
        double square = 1e6 * 1e-4 + 1e6 * 4e-4;
        assertThat(found.distance()).isCloseTo(50 / Math.sqrt(square), within(1e-6));
        assertThat(found.scenario().shifts()[0]).isCloseTo(-50 * 1000 * 1e-4 / square, within(1e-9));
        assertThat(found.scenario().shifts()[1]).isCloseTo(50 * 1000 * 4e-4 / square, within(1e-9));
        assertThat(found.loss()).isCloseTo(50, within(1e-6));
    }

    /** With gamma no random shift that costs as much is nearer. */
    @Test
    void reverseStressWithGammaIsNearestAmongRandomOnes() {
        Random random = new Random(5);
        double[][] shifts = new double[400][2];
        for (double[] day : shifts) {
            double common = random.nextGaussian();
            day[0] = 0.02 * (common + random.nextGaussian());
            day[1] = 0.03 * (common - random.nextGaussian());
        }
        FactorHistory history = new FactorHistory(FACTORS, ShiftKind.RELATIVE, shifts);
        LossSimulation portfolio = portfolio(
                history, new Exposure("short gamma", 0, 10, 100, 0.5, -0.02), new Exposure("short", 1, -8, 50, 1, 0));
        ReverseStress found = ReverseStress.find(portfolio, history, 60).orElseThrow();
        double[][] c = new double[2][2];
        for (double[] day : shifts) {
            for (int i = 0; i < 4; i++) {
                c[i / 2][i % 2] += day[i / 2] * day[i % 2] / shifts.length;
            }
        }
        double det = c[0][0] * c[1][1] - c[0][1] * c[1][0];
        for (int i = 0; i < 100_000; i++) {
            double x = 0.3 * random.nextGaussian();
            double y = 0.3 * random.nextGaussian();
            double square = (c[1][1] * x * x - 2 * c[0][1] * x * y + c[0][0] * y * y) / det;
            if (portfolio.lossUnder(new double[] {x, y}) >= 60) {
                assertThat(Math.sqrt(square)).isGreaterThan(found.distance() * (1 - 1e-3));
            }
        }
        assertThat(ReverseStress.find(portfolio(history, new Exposure("long option", 0, 1, 100, 0, 1)), history, 1e9))
                .isEmpty();
    }

    private static LossSimulation portfolio(FactorHistory history, Exposure... exposures) {
        return new LossSimulation(
                List.of(exposures), history.factors().size(), history.kind(), new HistoricalScenarios(history));
    }
}
