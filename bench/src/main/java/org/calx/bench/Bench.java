package org.calx.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the benchmarks: {@code bench matching ...}, {@code bench core ...}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures Calx, and its peers beside it.",
        subcommands = {
            MatchingBench.class,
            CoreBench.class,
            RoundtripBench.class,
            FailoverBench.class,
            SnapshotBench.class,
            RecoveryBench.class,
            MarginBench.class,
            PricingBench.class,
            RiskArraysBench.class,
            IndexBench.class
        })
public final class Bench {

    private Bench() {}

    /** Runs the subcommand named by the arguments and exits with its code. */
    public static void main(String[] args) {
        CommandLine commandLine = new CommandLine(new Bench());
        commandLine.setExecutionExceptionHandler((exception, command, parsed) -> {
            System.err.println("bench: " + exception.getMessage());
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
        System.exit(commandLine.execute(args));
    }
}
