package org.calx.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code calx demo}: the exchange, its gateway and a market on it, in this process. */
@Command(name = "demo", description = "Run the exchange, a demo market and the web page.")
final class DemoCommand implements Callable<Integer> {
    static final int DEFAULT_PORT = 8080;
    private static final int MAX_PORT = 65_535;
    private static final Duration SHORTEST_DAY = Duration.ofSeconds(2);

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "End by itself after this long, such as 60s (default: runs until it is told to end).")
    private Duration length;

    @Option(names = "--json", paramLabel = "FILE", description = "Write a report of the run here when it ends.")
    private Path json;

    @Option(
            names = "--http",
            paramLabel = "PORT",
            description = "Port of the web page and the API on this machine, 0 for any (default: ${DEFAULT-VALUE}).")
    private int port = DEFAULT_PORT;

    @Option(
            names = "--dir",
            paramLabel = "FOLDER",
            description = "Data folder; a market that is there goes on (default: data/demo).")
    private Path folder = DataFolder.standard();

    @Option(
            names = "--day",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Length of a business day, 2s or more (default: 30s).")
    private Duration day = Duration.ofSeconds(30);

    @Option(names = "--prices", paramLabel = "FILE", description = "Price file of the index (default: the built-in).")
    private Path prices;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the market's participants (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        check();
        return ExitCode.OK;
    }

    private void check() {
        if (port < 0 || port > MAX_PORT) {
            throw wrong("--http " + port + " is not a port: 0 to " + MAX_PORT);
        }
        if (day.compareTo(SHORTEST_DAY) < 0) {
            throw wrong("--day is below the shortest day, 2s");
        }
        if (prices != null && !Files.isRegularFile(prices)) {
            throw new UserError(ExitCode.NOT_FOUND, "--prices: there is no file " + prices);
        }
        if (json != null && !Files.isDirectory(json.toAbsolutePath().getParent())) {
            throw new UserError(ExitCode.NOT_FOUND, "--json: there is no folder for " + json);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
