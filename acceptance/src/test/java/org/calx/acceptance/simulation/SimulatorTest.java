package org.calx.acceptance.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.calx.acceptance.simulator.Simulate;
import org.calx.acceptance.simulator.Simulation;
import org.calx.acceptance.simulator.member.Assembly;
import org.calx.app.ExitCode;
import org.junit.jupiter.api.Test;

class SimulatorTest {
    private static final int SEEDS = 200;
    private static final int COMMANDS = 5_000;

    @Test
    void twoHundredSeedsKeepEveryPromiseAndReachWhatTheyMust() {
        long seed = Long.getLong("calx.seed", 1);
        String report = run(ExitCode.OK, "--seeds", "" + SEEDS, "--seed", "" + seed, "--commands", "" + COMMANDS);
        System.out.println("SimulatorTest " + report);
        assertThat(report).startsWith("{\"seeds\":" + SEEDS + ",");
    }

    @Test
    void aSeedRepeatsItself() {
        Simulation one = new Simulation(7, COMMANDS, new Assembly());
        Simulation again = new Simulation(7, COMMANDS, new Assembly());
        assertThat(one.run()).isEqualTo(again.run());
        assertThat(one.tally()).isEqualTo(again.tally());
    }

    @Test
    void anotherSeedIsAnotherWorld() {
        assertThat(new Simulation(7, COMMANDS, new Assembly()).run())
                .isNotEqualTo(new Simulation(8, COMMANDS, new Assembly()).run());
    }

    @Test
    void wrongUseIsRefused() {
        run(ExitCode.USAGE, "--seeds", "0");
        run(ExitCode.USAGE, "--minutes", "-1");
        run(ExitCode.USAGE, "--commands", "many");
    }

    private static String run(int exitCode, String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            assertThat(Simulate.execute(arguments)).isEqualTo(exitCode);
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
