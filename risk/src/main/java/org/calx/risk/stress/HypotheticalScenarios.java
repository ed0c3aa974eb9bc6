package org.calx.risk.stress;

import java.util.List;
import org.calx.risk.stress.StressScenario.Source;
import org.calx.risk.tail.ShiftKind;

/**
 * The scenarios that ship with Calx, by the beginnings of factors' names. Sizes are assumptions, each with its reason in
 * {@code docs/spec/risk.md}; a venue replaces them by a file of its own.
 */
public final class HypotheticalScenarios {
    private HypotheticalScenarios() {}

    /** The set. */
    public static List<StressScenario> builtIn() {
        return List.of(
                scenario(
                        "new-gpu-launch",
                        relative("A100*", -0.40),
                        relative("H100*", -0.30),
                        relative("H200*", -0.25),
                        relative("B200*", -0.15)),
                scenario(
                        "export-ban",
                        relative("A100*", 0.67),
                        relative("H100*", 0.67),
                        relative("H200*", 0.67),
                        relative("B200*", 0.67)),
                scenario(
                        "hyperscaler-price-cut",
                        relative("A100*", -0.50),
                        relative("H100*", -0.50),
                        relative("H200*", -0.50),
                        relative("B200*", -0.50)),
                scenario("grid-event", relative("POWER*", 2.0)),
                scenario("grid-glut", relative("POWER*", -1.2)),
                scenario("index-restated-down", relative("H100*", -0.40)),
                scenario("index-restated-up", relative("H100*", 0.40)));
    }

    private static StressScenario scenario(String name, FactorShift... shifts) {
        return new StressScenario(name, Source.HYPOTHETICAL, List.of(shifts));
    }

    private static FactorShift relative(String pattern, double size) {
        return new FactorShift(pattern, ShiftKind.RELATIVE, size);
    }
}
