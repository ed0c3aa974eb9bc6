package org.calx.acceptance.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        String report = run(
                Assembly::new, ExitCode.OK, "--seeds", "" + SEEDS, "--seed", "" + seed, "--commands", "" + COMMANDS);
        System.out.println("SimulatorTest " + report);
        assertThat(report).startsWith("{\"seeds\":" + SEEDS + ",");
        Matcher spreads = Pattern.compile("\"commoditySpreads\":(\\d+),").matcher(report);
        assertThat(spreads.find()).isTrue();
        assertThat(Integer.parseInt(spreads.group(1))).isGreaterThan(SEEDS / 4);
    }

    @Test
    void aSeedRepeatsItself() {
        Simulation one = new Simulation(7, COMMANDS, new Assembly());
        Simulation again = new Simulation(7, COMMANDS, new Assembly());
        assertThat(one.run()).isEqualTo(again.run());
        assertThat(one.tally()).isEqualTo(again.tally());
    }

    @Test
    void theReportIsTheSameHoweverManySeedsRunAtOnce() {
        String[] one = {"--seeds", "6", "--commands", "500", "--threads", "1"};
        String[] three = {"--seeds", "6", "--commands", "500", "--threads", "3"};
        assertThat(withoutSpeed(run(Assembly::new, ExitCode.OK, three)))
                .isEqualTo(withoutSpeed(run(Assembly::new, ExitCode.OK, one)));
    }

    private static String withoutSpeed(String report) {
        return report.replaceAll("\"commandsPer[A-Za-z]+\":\\d+,", "");
    }

    @Test
    void anotherSeedIsAnotherWorld() {
        assertThat(new Simulation(7, COMMANDS, new Assembly()).run())
                .isNotEqualTo(new Simulation(8, COMMANDS, new Assembly()).run());
    }

    @Test
    void aBrokenPromiseEndsTheRunAndSaysHowToRepeatIt() {
        String[] arguments = {"--seeds", "3", "--seed", "5", "--commands", "1000"};
        assertThat(run(PlantedInExchange.MakesMoney::new, ExitCode.FAILED, arguments))
                .contains("seed 5: ", "repeat: ./calx simulate --seeds 1 --seed 5 --commands 1000");
    }

    @Test
    void aRunThatReachesNothingFails() {
        assertThat(run(Assembly::new, ExitCode.FAILED, "--seeds", "20", "--commands", "1"))
                .contains("not reached: expiries");
    }

    @Test
    void wrongUseIsRefused() {
        assertThat(run(Assembly::new, ExitCode.USAGE, "--seeds", "0")).contains("--seeds must be from 1 to");
        assertThat(run(Assembly::new, ExitCode.USAGE, "--minutes", "-1")).contains("--minutes must be from 1 to");
        assertThat(run(Assembly::new, ExitCode.USAGE, "--commands", "many")).contains("many");
    }

    /** What a run prints, on both of its streams. */
    private static String run(Supplier<Assembly> assembly, int exitCode, String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
        System.setErr(System.out);
        try {
            assertThat(Simulate.execute(assembly, arguments)).isEqualTo(exitCode);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return told.toString(StandardCharsets.UTF_8);
    }
}
