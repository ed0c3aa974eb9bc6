package org.calx.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.calx.api.client.SigningKey;
import org.calx.index.methodology.Methodology;
import org.calx.index.print.PrintLog;
import org.calx.index.run.IndexRun;
import org.calx.index.run.Publication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench index}: the fixings of made-up offers, from a CSV file to a folder of signed figures. */
@Command(name = "index", mixinStandardHelpOptions = true, description = "Time to index a file of ten million rows.")
final class IndexBench implements Callable<Integer> {
    private static final int DAYS = 365;
    private static final int PROVIDERS = 40;
    private static final int MICROS = 1_000_000;
    private static final String[] MODELS = {"H100", "H200", "A100", "B200", "L40S", "H100PCIE"};
    private static final double[] PRICES = {2.9, 3.6, 1.6, 4.9, 1.2, 2.2};
    private static final String[] REGIONS = {"US", "DE", "JP", "GB", "IN", ""};

    @Option(names = "--rows", description = "Rows of the file (default ${DEFAULT-VALUE}).")
    private long rows = 10_000_000;

    @Option(names = "--seed", description = "Seed of the offers (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("calx-bench-index-");
        try {
            Path input = folder.resolve("offers.csv");
            writeOffers(input);
            long begun = System.nanoTime();
            long cpuBegun = processCpuNs();
            Path out = folder.resolve("out");
            IndexRun.Summary summary = IndexRun.compute(List.of(input), Methodology.CALX_1, out);
            double computed = (System.nanoTime() - begun) / 1e9;
            Publication.publish(
                    List.of(input),
                    Methodology.CALX_1,
                    out,
                    PrintLog.whenFinal(summary.lastDay()),
                    SigningKey.generate());
            double seconds = (System.nanoTime() - begun) / 1e9;
            double cpuSeconds = (processCpuNs() - cpuBegun) / 1e9;
            System.out.println(new JsonLine()
                    .put("bench", "index")
                    .put("case", "csv to signed fixings, calx-1")
                    .put("unit", "s")
                    .put("ours", seconds)
                    .put("peer", "none")
                    .put("rowsPerSecond", Math.rint(summary.rows() / seconds))
                    .put("computeSeconds", computed)
                    .put("signSeconds", seconds - computed)
                    .put("cpuSeconds", cpuSeconds)
                    .put("heapPeakMiB", heapPeakMiB())
                    .put("heapAfterCollectionMiB", heapAfterCollectionMiB())
                    .put("residentPeakMiB", residentPeakMiB())
                    .put(
                            "conditions",
                            Conditions.now()
                                    .json()
                                    .put("rows", summary.rows())
                                    .put("days", summary.days())
                                    .put("fixings", summary.fixings())
                                    .put("fileBytes", Files.size(input))
                                    .put("seed", seed)));
            return 0;
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void writeOffers(Path file) throws IOException {
        Random random = new Random(seed);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    "date,kind,provider,group,region,model,gpu_count,term,currency,unit,price,gpu_hours,source,generated\n");
            for (long row = 0; row < rows; row++) {
                LocalDate day = LocalDate.of(2025, 1, 1).plusDays(row * DAYS / rows);
                int model = random.nextInt(MODELS.length);
                int provider = random.nextInt(PROVIDERS);
                long micros = Math.round(
                        PRICES[model] * Math.exp(0.1 * random.nextGaussian()) * (1 + provider / 100.0) * MICROS);
                out.write(day + ",list,provider" + provider + ",," + REGIONS[random.nextInt(REGIONS.length)] + ","
                        + MODELS[model] + "," + (1 << random.nextInt(4)) + ",on-demand,USD,gpu-hour," + micros / MICROS
                        + "." + Long.toString(MICROS + micros % MICROS).substring(1) + ",,desk,1\n");
            }
        }
    }

    /** CPU time of all threads, those of the JVM too; 0 where the JVM does not tell. */
    private static long processCpuNs() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    /** What the last collections left in the heap. */
    private static long heapAfterCollectionMiB() {
        long bytes = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            boolean heap = pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null;
            bytes += heap ? pool.getCollectionUsage().getUsed() : 0;
        }
        return bytes >> 20;
    }

    /** Most memory that the process has held, by Linux; 0 where the system does not tell. */
    private static long residentPeakMiB() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
                .findFirst()
                .orElse(0);
    }

    /** Sum of the largest uses of the heap's parts, which is at least the largest use of the heap. */
    private static long heapPeakMiB() {
        long bytes = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            bytes += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
        }
        return bytes >> 20;
    }
}
