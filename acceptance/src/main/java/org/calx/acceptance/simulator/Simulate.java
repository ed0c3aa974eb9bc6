package org.calx.acceptance.simulator;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.calx.acceptance.simulator.member.Assembly;
import org.calx.app.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code calx simulate}: seed after seed, until one breaks a promise. */
@Command(
        name = "calx simulate",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = "Run simulated clusters from seeds and check everything that they promise.")
public final class Simulate implements Callable<Integer> {
    private static final long MOST_SEEDS = 1_000_000_000;
    private static final long MOST_COMMANDS = 1_000_000;
    private static final long MOST_THREADS = 256;
    private static final long MOST_MINUTES = 7 * 24 * 60;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many seeds (${DEFAULT-VALUE}).")
    private long seeds;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "The first seed (${DEFAULT-VALUE}).")
    private long firstSeed;

    @Option(names = "--minutes", paramLabel = "M", description = "As many seeds as begin in this time, instead of N.")
    private Long minutes;

    @Option(
            names = "--commands",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Commands of each seed (${DEFAULT-VALUE}).")
    private long commands;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Seeds that run at the same time (as many as there are processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--debug", description = "Print the stack trace of a failure.")
    private boolean debug;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private final Supplier<Assembly> assembly;

    private Simulate(Supplier<Assembly> assembly) {
        this.assembly = assembly;
    }

    /** Runs and ends the process with an exit code, one of {@link ExitCode}. */
    public static void main(String[] arguments) {
        System.exit(execute(Assembly::new, arguments));
    }

    /** Runs simulations that are put together from these pieces. @return the exit code */
    public static int execute(Supplier<Assembly> assembly, String... arguments) {
        return new CommandLine(new Simulate(assembly))
                .setParameterExceptionHandler((problem, unused) -> {
                    System.err.println("calx: " + problem.getMessage() + "; see calx simulate --help");
                    return ExitCode.USAGE;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() {
        require(seeds, "--seeds", MOST_SEEDS);
        require(commands, "--commands", MOST_COMMANDS);
        if (minutes != null) {
            require(minutes, "--minutes", MOST_MINUTES);
        }
        require(threads, "--threads", MOST_THREADS);
        SimulationReport report = new SimulationReport(firstSeed);
        long beginNs = System.nanoTime();
        try (SeedRuns runs = new SeedRuns(
                threads, firstSeed, commands, assembly, seed -> goesOn(seed, System.nanoTime() - beginNs))) {
            for (SeedRuns.Outcome outcome = runs.take(); outcome != null; outcome = runs.take()) {
                if (outcome.broken() != null) {
                    tell(outcome.seed(), outcome.broken());
                    return ExitCode.FAILED;
                }
                report.add(outcome.digest(), outcome.tally(), outcome.cpuNs());
            }
        }
        System.out.println(report.json(System.nanoTime() - beginNs));
        for (String missed : report.missed()) {
            System.err.println("calx: simulate: not reached: " + missed);
        }
        return report.missed().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private boolean goesOn(long seed, long passedNs) {
        return minutes == null ? seed - firstSeed < seeds : passedNs < TimeUnit.MINUTES.toNanos(minutes);
    }

    private void tell(long seed, RuntimeException broken) {
        System.err.println("calx: simulate: seed " + seed + ": "
                + (broken instanceof Defect ? broken.getMessage() : broken.toString()));
        System.err.println("repeat: ./calx simulate --seeds 1 --seed " + seed + " --commands " + commands);
        if (debug) {
            broken.printStackTrace();
        }
    }

    private void require(long value, String option, long most) {
        if (value < 1 || value > most) {
            throw new ParameterException(spec.commandLine(), option + " must be from 1 to " + most + ", not " + value);
        }
    }
}
