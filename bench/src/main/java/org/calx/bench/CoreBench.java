package org.calx.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.calx.bench.core.CoreVenue;
import org.calx.bench.core.CoreWorkload;
import org.calx.margin.ScenarioPasses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench core}: the whole core on one thread, envelope to events, with margin on. */
@Command(
        name = "core",
        mixinStandardHelpOptions = true,
        description = "Time per command through risk, book, clearing, journal and events.")
final class CoreBench implements Callable<Integer> {
    private static final double NONE = Double.NaN;
    private static final long LONGEST_NS = 10_000_000_000L;

    /** A share of aggressive orders in percent. */
    private enum Case {
        QUOTING(2),
        MIXED(15),
        TRADING(45);

        private final int aggressivePercent;

        Case(int aggressivePercent) {
            this.aggressivePercent = aggressivePercent;
        }
    }

    @Option(names = "--commands", description = "Commands an iteration (default ${DEFAULT-VALUE}).")
    private int commands = 1_000_000;

    @Option(names = "--warmups", description = "Untimed iterations (default ${DEFAULT-VALUE}).")
    private int warmups = 5;

    @Option(names = "--iterations", description = "Timed iterations (default ${DEFAULT-VALUE}).")
    private int iterations = 7;

    @Option(names = "--seed", description = "Seed of the commands (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** One case's measurements. */
    private static final class Measured {
        private final double[] nsPerCommand;
        private final double[] cpuNsPerCommand;
        private double bytesPerCommand = Double.MAX_VALUE;
        private final Histogram single = new Histogram(LONGEST_NS, 3);

        Measured(int iterations) {
            nsPerCommand = new double[iterations];
            cpuNsPerCommand = new double[iterations];
        }
    }

    @Override
    public Integer call() {
        if (commands < 1 || warmups < 0 || iterations < 1) {
            throw new IllegalArgumentException("--commands and --iterations are at least 1, --warmups at least 0");
        }
        Conditions conditions = Conditions.now();
        for (Case measuredCase : Case.values()) {
            CoreVenue venue = new CoreVenue();
            CoreWorkload workload =
                    CoreWorkload.of(seed, commands, CoreVenue.TABLE_SIZE, measuredCase.aggressivePercent);
            Measured measured = measure(venue, workload);
            venue.audit();
            System.out.println(line(measuredCase, measured, venue, conditions));
        }
        return 0;
    }

    private Measured measure(CoreVenue venue, CoreWorkload workload) {
        for (int i = 0; i < warmups; i++) {
            run(venue, workload);
        }
        Measured measured = new Measured(iterations);
        for (int i = 0; i < iterations; i++) {
            long bytesBefore = threads.getCurrentThreadAllocatedBytes();
            long cpuStartNs = threads.getCurrentThreadCpuTime();
            long startNs = System.nanoTime();
            long given = run(venue, workload);
            long elapsedNs = System.nanoTime() - startNs;
            long cpuNs = threads.getCurrentThreadCpuTime() - cpuStartNs;
            double bytes = threads.getCurrentThreadAllocatedBytes() - bytesBefore;
            measured.nsPerCommand[i] = (double) elapsedNs / given;
            measured.cpuNsPerCommand[i] = (double) cpuNs / given;
            measured.bytesPerCommand = Math.min(measured.bytesPerCommand, bytes / given);
        }
        for (int i = 0; i < workload.size(); i++) {
            long startNs = System.nanoTime();
            int given = venue.give(workload, i);
            measured.single.recordValue(Math.min((System.nanoTime() - startNs) / given, LONGEST_NS));
        }
        return measured;
    }

    private static long run(CoreVenue venue, CoreWorkload workload) {
        long given = 0;
        for (int i = 0; i < workload.size(); i++) {
            given += venue.give(workload, i);
        }
        return given;
    }

    private JsonLine ours(Measured measured) {
        return new JsonLine()
                .put("median", rounded(MatchingSummary.median(measured.nsPerCommand)))
                .put("min", rounded(min(measured.nsPerCommand)))
                .put("cpuMedian", rounded(MatchingSummary.median(measured.cpuNsPerCommand)))
                .put("cpuMin", rounded(min(measured.cpuNsPerCommand)))
                .put("p99", measured.single.getValueAtPercentile(99));
    }

    private static double min(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    private JsonLine line(Case measuredCase, Measured measured, CoreVenue venue, Conditions conditions) {
        long answered = venue.events().commands();
        return new JsonLine()
                .put("bench", "core")
                .put("case", measuredCase.name().toLowerCase(Locale.ROOT))
                .put("unit", "ns/command")
                .put("ours", ours(measured))
                .put("peer", "none")
                .put("peerValue", NONE)
                .put("ratio", NONE)
                .put("bytesPerCommand", rounded(measured.bytesPerCommand))
                .put("tradesPerCommand", rounded((double) venue.events().trades() / answered))
                .put("eventsPerCommand", rounded((double) venue.events().events() / answered))
                .put("refusedPercent", rounded(100.0 * venue.events().refusals() / answered))
                .put("conditions", conditions(conditions));
    }

    private JsonLine conditions(Conditions conditions) {
        return conditions
                .json()
                .put("collector", collectors())
                .put("accounts", CoreVenue.ACCOUNTS)
                .put("instruments", CoreVenue.INSTRUMENTS)
                .put("commands", commands)
                .put("warmups", warmups)
                .put("iterations", iterations)
                .put("seed", seed)
                .put("passes", ScenarioPasses.fastest().getClass().getSimpleName())
                .put("cpuMedian", "on the thread's clock of processor time, which other load disturbs less")
                .put("p99", "of single commands, timer included");
    }

    private static String collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .collect(Collectors.joining(", "));
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
