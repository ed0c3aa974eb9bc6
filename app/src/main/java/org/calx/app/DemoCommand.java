package org.calx.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.calx.app.demo.DemoConfig;
import org.calx.cluster.FolderInUseException;
import org.calx.index.PriceFileException;
import org.calx.index.ReferencePrices;
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
            description =
                    "Data folder; a market that is there goes on (default: data/demo; data/demo-N with --nodes N).")
    private Path chosenFolder;

    @Option(
            names = "--day",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Length of a business day, 2s to 24h (default: 10s).")
    private Duration day = Duration.ofNanos(DemoConfig.DEFAULT.dayNs());

    @Option(names = "--prices", paramLabel = "FILE", description = "Price file of the index (default: the built-in).")
    private Path prices;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            description = "Members of the cluster: 1 in this process, 3 or 5 as processes of their own (default: 1).")
    private int nodes = 1;

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
        Path folder = folder();
        DemoRun run = new DemoRun(
                settings(folder), nodes, KeyFile.open(folder.resolve("keys.properties"), DemoGuests.names()));
        Ending ending = Ending.on(run::stop);
        try {
            run.run(Optional.ofNullable(length), json);
            return ExitCode.OK;
        } catch (FolderInUseException e) {
            throw new UserError(ExitCode.CONFLICT, "--dir: " + e.getMessage(), e);
        } finally {
            ending.close();
        }
    }

    private Path folder() {
        if (chosenFolder != null) {
            return chosenFolder;
        }
        Path standard = DataFolder.standard();
        return nodes == 1 ? standard : standard.resolveSibling(standard.getFileName() + "-" + nodes);
    }

    private DemoSettings settings(Path folder) {
        Path page = Path.of(System.getProperty("calx.ui", ""));
        boolean built = Files.isRegularFile(page.resolve("index.html"));
        DemoConfig market = new DemoConfig(day.toNanos(), seed, DemoConfig.DEFAULT.commandsPerSecond());
        return new DemoSettings(folder, port, built ? Optional.of(page) : Optional.empty(), referencePrices(), market);
    }

    private ReferencePrices referencePrices() {
        try {
            return prices == null ? ReferencePrices.builtIn() : ReferencePrices.withFile(prices);
        } catch (PriceFileException e) {
            throw new UserError(ExitCode.USAGE, "--prices: " + e.getMessage(), e);
        }
    }

    /** What is said about a port that something else listens on. */
    static String taken(int port) {
        return "port " + port + " is taken; pass --http 0 for a free one, or end what listens there";
    }

    private void check() {
        if (port < 0 || port > MAX_PORT) {
            throw wrong("--http " + port + " is not a port: 0 to " + MAX_PORT);
        }
        if (day.toNanos() < DemoConfig.MIN_DAY_NS || day.toNanos() > DemoConfig.MAX_DAY_NS) {
            throw wrong("--day must be from 2s to 24h");
        }
        if (nodes != 1 && nodes != 3 && nodes != 5) {
            throw wrong("--nodes must be 1, 3 or 5, not " + nodes);
        }
        if (prices != null && !Files.isRegularFile(prices)) {
            throw new UserError(ExitCode.NOT_FOUND, "--prices: there is no file " + prices);
        }
        if (json != null && !Files.isDirectory(json.toAbsolutePath().getParent())) {
            throw new UserError(ExitCode.NOT_FOUND, "--json: there is no folder for " + json);
        }
        if (json != null && Files.isDirectory(json)) {
            throw wrong("--json " + json + " is a folder, not a file");
        }
        if (port != 0 && !isFree(port)) {
            throw new UserError(ExitCode.CONFLICT, taken(port));
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
