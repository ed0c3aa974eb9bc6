package org.calx.risk.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.calx.risk.addon.CloseOutCharge;
import org.calx.risk.stress.StressScenario.Source;
import org.calx.risk.tail.Exposure;
import org.calx.risk.tail.FactorHistory;
import org.calx.risk.tail.ShiftKind;
import org.junit.jupiter.api.Test;

class StressTestTest {
    private static final List<String> FACTORS = List.of("H100-DEC", "POWER-DEC");
    private static final double[] LEVELS = {2.5, 80};

    /** Three groups: 1,000 long and 400 and 100 short units of compute at 2.50, with margins of 300, 50 and 0. */
    private static final List<GroupBook> BOOKS =
            List.of(book("bull", 1_000, 300), book("bear", -400, 50), book("small bear", -100, 0));

    private static GroupBook book(String group, double units, double margin) {
        return new GroupBook(group, List.of(new Exposure(group, 0, units, 2.5, 1, 0)), margin, CloseOutCharge.NONE);
    }

    private static StressScenario compute(double share) {
        return new StressScenario(
                "compute", Source.HYPOTHETICAL, List.of(new FactorShift("H100*", ShiftKind.RELATIVE, share)));
    }

    @Test
    void theTwoLargestShortfallsOverMarginAreUncovered() {
        StressTest test = new StressTest(FACTORS, LEVELS, BOOKS, 2);
        // Down 40 %: the bull loses 1,000 × 1.00 and has 300.
        StressTest.Result down = test.run(compute(-0.4));
        assertThat(down.losses()).containsExactly(1_000, -400, -100);
        assertThat(down.uncovered()).isCloseTo(700, within(1e-9));
        assertThat(down.defaulting()).containsExactly(0);
        // Up 40 %: the bears lose 400 and 100, and have 50 and 0.
        StressTest.Result up = test.run(compute(0.4));
        assertThat(up.uncovered()).isCloseTo(450, within(1e-9));
        assertThat(up.defaulting()).containsExactly(1, 2);
        assertThat(new StressTest(FACTORS, LEVELS, BOOKS, 1).run(compute(0.4)).uncovered())
                .isCloseTo(350, within(1e-9));
        assertThat(test.run(List.of(compute(0.4), compute(-0.4))).getFirst().uncovered())
                .isCloseTo(700, within(1e-9));
    }

    @Test
    void reverseStressFindsTheMultipleThatBreaksTheResources() {
        StressTest test = new StressTest(FACTORS, LEVELS, BOOKS, 2);
        // Multiples m of a fall of 10 %: the bull loses 250 m, uncovered 250 m − 300 above 450 from m = 3 on.
        assertThat(test.breakingMultiple(compute(-0.1), 450, 10).orElseThrow()).isCloseTo(3, within(1e-6));
        assertThat(test.breakingMultiple(compute(-0.1), 450, 2.9)).isEmpty();
    }

    @Test
    void reverseStressFindsACrossingThatClosesAgain() {
        // A long butterfly: gains as the price moves far, loses 25 at most, at a move of 10.
        Exposure bent = new Exposure("bent", 0, 1, 100, -5, 0.5);
        List<GroupBook> books = List.of(new GroupBook("bent", List.of(bent), 0, CloseOutCharge.NONE));
        StressTest test = new StressTest(List.of("X"), new double[] {100}, books, 1);
        StressScenario up =
                new StressScenario("up", Source.HYPOTHETICAL, List.of(new FactorShift("X", ShiftKind.ABSOLUTE, 10)));
        // Loss 5 x − x² / 4 with x = 10 m: above 21 from x = 6 on, and below again from 14.
        assertThat(test.breakingMultiple(up, 21, 2).orElseThrow()).isCloseTo(0.6, within(1e-6));
    }

    @Test
    void stretchesCompoundRelativeShiftsAndAddAbsoluteOnes() {
        double[][] levels = {{100, 10}, {90, 12}, {99, 9}, {99, 9}};
        List<String> factors = List.of("A", "B");
        List<String> days = List.of("d1", "d2", "d3");
        List<StressScenario> relative =
                HistoricalStress.stretches(FactorHistory.ofLevels(factors, ShiftKind.RELATIVE, levels), days, 2);
        assertThat(relative).extracting(StressScenario::name).containsExactly("d1 to d2", "d2 to d3");
        double[] moves = relative.getFirst().moves(factors, new double[] {200, 20}, 1);
        assertThat(moves[0]).isCloseTo(-2, within(1e-12));
        assertThat(moves[1]).isCloseTo(-2, within(1e-12));
        List<StressScenario> absolute =
                HistoricalStress.stretches(FactorHistory.ofLevels(factors, ShiftKind.ABSOLUTE, levels), days, 2);
        assertThat(absolute.getFirst().moves(factors, new double[] {200, 20}, 1))
                .containsExactly(-1, -1);
    }

    @Test
    void theFirstShiftThatConcernsAFactorMovesIt() {
        StressScenario scenario = new StressScenario(
                "mixed",
                Source.HYPOTHETICAL,
                List.of(
                        new FactorShift("H100-DEC", ShiftKind.ABSOLUTE, 1),
                        new FactorShift("H100*", ShiftKind.RELATIVE, -0.5)));
        assertThat(scenario.moves(List.of("H100-DEC", "H100-JAN", "POWER"), new double[] {2, 2, 2}, 1))
                .containsExactly(1, -1, 0);
    }

    @Test
    void theBuiltInScenariosMoveWhatTheyAreAbout() {
        assertThat(HypotheticalScenarios.builtIn())
                .extracting(StressScenario::name)
                .contains("new-gpu-launch", "export-ban", "grid-event", "index-restated-down");
        assertThat(HypotheticalScenarios.builtIn()).allMatch(scenario -> scenario.concernsAny(FACTORS));
    }
}
