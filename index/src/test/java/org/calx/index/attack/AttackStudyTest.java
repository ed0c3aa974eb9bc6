package org.calx.index.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.calx.index.ReferencePrices;
import org.calx.index.methodology.Methodology;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Attacks on the project's own table, by a tenth of the owners. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackStudyTest {
    private Map<String, Double> figures;

    @BeforeAll
    void attack() throws Exception {
        Path table = Path.of(ReferencePrices.class.getResource("gpu-prices.csv").toURI());
        AttackStudy study = AttackStudy.of(List.of(table), "H100", Methodology.CALX_1, 0.1);
        figures = study.lines().stream()
                .collect(Collectors.toMap(
                        line -> line.measure() + "/" + line.attack() + "/" + line.methodology(),
                        AttackStudy.Line::value));
    }

    @Test
    void aTenthCannotMoveTheFixingByTwoPercent() {
        figures.forEach((name, value) -> {
            if (name.startsWith("move same day") && name.endsWith("calx-1") && !name.contains("wash")) {
                assertThat(Math.abs(value)).as(name).isLessThan(0.02);
            }
        });
    }

    @Test
    void newNamesMoveThePlainMeanAndNotTheFixing() {
        assertThat(figures.get("move same day/new names +50%/plain-mean")).isGreaterThan(0.5);
        assertThat(figures.get("move same day/new names +50%/calx-1")).isLessThan(0.005);
    }

    /** Two owners at the cap of 20% and the limit of 0.12 cannot move it by more than 0.4 * 0.12. */
    @Test
    void washTradesAreHeldByTheCap() {
        assertThat(figures.get("move same day/wash trades +30%/plain-vwap")).isGreaterThan(1);
        assertThat(figures.get("move same day/wash trades +30%/calx-1")).isLessThan(0.052);
    }

    @Test
    void leavingOneOutHardlyMatters() {
        double fixing = figures.get("largest effect of leaving one out//calx-1");
        assertThat(fixing).isLessThan(0.005);
        assertThat(figures.get("largest effect of leaving one out//plain-mean")).isGreaterThan(fixing);
    }
}
