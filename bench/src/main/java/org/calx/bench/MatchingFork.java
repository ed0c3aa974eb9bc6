package org.calx.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.calx.bench.matching.MatchingRun;
import org.calx.bench.matching.Totals;

/**
 * What one process measured.
 *
 * @param book class of the adaptor
 * @param nsPerCommand mean time per command of each timed iteration
 * @param cpuNsPerCommand the same on the thread's own clock of processor time
 * @param percentiles p50, p99, p99.9, p99.99 and maximum of single commands in ns
 * @param commands commands timed in an iteration
 * @param bytesPerCommand bytes allocated, in the iteration that allocated least
 * @param totals what the commands did
 */
record MatchingFork(
        String book,
        double[] nsPerCommand,
        double[] cpuNsPerCommand,
        long[] percentiles,
        long commands,
        double bytesPerCommand,
        Totals totals) {

    static MatchingFork run(
            List<String> options, String classPath, String book, Path workload, int warmups, int iterations)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, MatchingRun.class.getName(), workload.toString(), book));
        command.addAll(List.of(Integer.toString(warmups), Integer.toString(iterations)));
        Path errors = Files.createTempFile("bench", ".err");
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(book + " ended with code " + process.exitValue() + ": "
                        + Files.readString(errors).strip());
            }
            return parse(book, output);
        } finally {
            Files.delete(errors);
        }
    }

    static MatchingFork parse(String book, String output) {
        String line = output.lines()
                .filter(text -> text.startsWith(MatchingRun.RESULT))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(book + " printed no result: " + output));
        Map<String, String> values = new HashMap<>();
        for (String pair : line.substring(MatchingRun.RESULT.length()).split(" ")) {
            int equals = pair.indexOf('=');
            values.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return new MatchingFork(
                book,
                doubles(values.get("ns")),
                doubles(values.get("cpu")),
                Arrays.stream(values.get("percentiles").split(","))
                        .mapToLong(Long::parseLong)
                        .toArray(),
                Long.parseLong(values.get("commands")),
                Double.parseDouble(values.get("bytes")),
                new Totals(
                        Long.parseLong(values.get("trades")),
                        Long.parseLong(values.get("quantity")),
                        Long.parseLong(values.get("notional")),
                        Long.parseLong(values.get("rejects"))));
    }

    private static double[] doubles(String text) {
        return Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    double median() {
        return MatchingSummary.median(nsPerCommand);
    }

    double cpuMedian() {
        return MatchingSummary.median(cpuNsPerCommand);
    }
}
