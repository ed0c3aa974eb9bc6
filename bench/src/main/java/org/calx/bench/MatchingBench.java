package org.calx.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.calx.bench.matching.CalxBook;
import org.calx.bench.matching.Totals;
import org.tukaani.xz.XZInputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench matching}: the order book under a recorded stream, in forked processes, a peer's by turns with ours. */
@Command(
        name = "matching",
        mixinStandardHelpOptions = true,
        description = "Time per command of the order book under a recorded order stream.")
final class MatchingBench implements Callable<Integer> {

    /** Collectors to run under. */
    enum Collector {
        G1("-XX:+UseG1GC"),
        Parallel("-XX:+UseParallelGC");

        private final String flag;

        Collector(String flag) {
            this.flag = flag;
        }
    }

    private static final String EXCHANGE_CORE = "exchange-core";
    private static final String PEER_BOOK = "org.calx.bench.peer.exchangecore.ExchangeCoreBook";

    @Option(names = "--workload", required = true, description = "The order stream, FILE.bin.xz.")
    private Path workload;

    @Option(names = "--peer", description = "Book to run by turns with ours: " + EXCHANGE_CORE + ".")
    private String peer;

    @Option(
            names = "--peer-home",
            description = "Folder with the peer's classes/ and lib/ (default ${DEFAULT-VALUE}).",
            defaultValue = "${sys:calx.root:-.}/bench/peer-exchange-core/target")
    private Path peerHome;

    @Option(
            names = {"--gc", "--peer-gc"},
            description = "Collector of all processes, ours and the peer's: ${COMPLETION-CANDIDATES}.")
    private Collector collector = Collector.Parallel;

    @Option(names = "--forks", description = "Processes a book (default ${DEFAULT-VALUE}).", defaultValue = "3")
    private int forks;

    @Option(names = "--warmups", description = "Untimed iterations (default ${DEFAULT-VALUE}).", defaultValue = "4")
    private int warmups;

    @Option(names = "--iterations", description = "Timed iterations (default ${DEFAULT-VALUE}).", defaultValue = "7")
    private int iterations;

    @Option(names = "--heap", description = "Heap of each process (default ${DEFAULT-VALUE}).", defaultValue = "3g")
    private String heap;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (forks < 1 || warmups < 0 || iterations < 1) {
            throw new IllegalArgumentException("--forks and --iterations are at least 1, --warmups at least 0");
        }
        if (peer != null && !peer.equals(EXCHANGE_CORE)) {
            throw new IllegalArgumentException("--peer " + peer + " is unknown; it can be " + EXCHANGE_CORE);
        }
        if (!Files.isReadable(workload)) {
            throw new IllegalArgumentException("--workload " + workload + " cannot be read");
        }
        Path decoded = decode();
        try {
            return run(decoded);
        } finally {
            Files.delete(decoded);
        }
    }

    private Path decode() throws IOException {
        Path decoded = Files.createTempFile("workload", ".bin");
        try (InputStream in = new XZInputStream(Files.newInputStream(workload))) {
            Files.copy(in, decoded, StandardCopyOption.REPLACE_EXISTING);
        }
        return decoded;
    }

    private int run(Path decoded) throws IOException, InterruptedException {
        Conditions conditions = Conditions.now();
        List<MatchingFork> ours = new ArrayList<>();
        List<MatchingFork> peers = new ArrayList<>();
        for (int fork = 0; fork < forks; fork++) {
            ours.add(fork(System.getProperty("java.class.path"), CalxBook.class.getName(), decoded));
            if (peer != null) {
                peers.add(fork(peerClassPath(), PEER_BOOK, decoded));
            }
        }
        System.out.println(line(conditions, MatchingSummary.of(ours), peers));
        Totals expected = KnownTotals.of(caseName()).orElse(ours.getFirst().totals());
        return check(ours, expected) & check(peers, expected) ? 0 : 1;
    }

    private MatchingFork fork(String classPath, String book, Path decoded) throws IOException, InterruptedException {
        List<String> options = List.of("-Xms" + heap, "-Xmx" + heap, collector.flag);
        return MatchingFork.run(options, classPath, book, decoded, warmups, iterations);
    }

    private String peerClassPath() {
        Path classes = peerHome.resolve("classes");
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException("no peer at " + peerHome.toAbsolutePath()
                    + "; build module bench/peer-exchange-core or name its target folder with --peer-home");
        }
        URL shared = CalxBook.class.getProtectionDomain().getCodeSource().getLocation();
        return String.join(
                File.pathSeparator,
                Path.of(URI.create(shared.toString())).toString(),
                classes.toString(),
                peerHome + "/lib/*");
    }

    /** Whether all forks did what every correct book does on this stream. */
    private boolean check(List<MatchingFork> runs, Totals expected) {
        boolean right = true;
        for (MatchingFork run : runs) {
            if (!expected.equals(run.totals())) {
                System.err.println(run.book() + " on " + caseName() + ": " + run.totals() + ", expected " + expected);
                right = false;
            }
        }
        return right;
    }

    private String caseName() {
        return workload.getFileName().toString().replaceFirst("\\..*", "");
    }

    private String line(Conditions conditions, MatchingSummary ours, List<MatchingFork> peers) {
        JsonLine line = new JsonLine()
                .put("bench", "matching")
                .put("case", caseName())
                .put("unit", "ns/command")
                .put("ours", ours.json());
        if (!peers.isEmpty()) {
            MatchingSummary theirs = MatchingSummary.of(peers);
            line.put("peer", peer)
                    .put("peerValue", theirs.json())
                    .put("ratio", ratio(ours.median(), theirs.median()))
                    .put("cpuRatio", ratio(ours.cpuMedian(), theirs.cpuMedian()));
        }
        Totals totals = ours.totals();
        return line.put("commands", ours.commands())
                .put("trades", totals.trades())
                .put("quantity", totals.quantity())
                .put("notional", totals.notional())
                .put("rejects", totals.rejects())
                .put("bytesPerCommand", ours.bytesPerCommand())
                .put(
                        "conditions",
                        conditions
                                .json()
                                .put("collector", collector.name())
                                .put("heap", heap)
                                .put("forks", forks)
                                .put("warmups", warmups)
                                .put("iterations", iterations)
                                .put("median", "of the forks' medians, clocked a whole iteration at a time")
                                .put("cpuMedian", "the same on the thread's clock of processor time")
                                .put("p99", "of single commands, timer included; median of the forks")
                                .put("totals", "of the whole stream, prefill included; prefill is not timed"))
                .toString();
    }

    private static double ratio(double ours, double theirs) {
        return Math.round(1000 * ours / theirs) / 1000.0;
    }
}
