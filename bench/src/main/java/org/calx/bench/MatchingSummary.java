package org.calx.bench;

import java.util.Arrays;
import java.util.List;
import org.calx.bench.matching.Totals;

/**
 * The forks of one book together.
 *
 * @param median median of the forks' medians, ns per command
 * @param min the fastest iteration of all
 * @param cpuMedian median of the forks' medians of processor time, which other load on the machine disturbs less
 * @param p99 median of the forks' 99th percentiles of single commands
 * @param forkMedians each fork's median, in order of running
 */
record MatchingSummary(
        double median,
        double min,
        double cpuMedian,
        double p99,
        double[] forkMedians,
        long commands,
        double bytesPerCommand,
        Totals totals) {

    static MatchingSummary of(List<MatchingFork> forks) {
        double[] medians = forks.stream().mapToDouble(MatchingFork::median).toArray();
        MatchingFork first = forks.getFirst();
        return new MatchingSummary(
                median(medians),
                forks.stream()
                        .flatMapToDouble(fork -> Arrays.stream(fork.nsPerCommand()))
                        .min()
                        .orElseThrow(),
                median(forks.stream().mapToDouble(MatchingFork::cpuMedian).toArray()),
                median(forks.stream().mapToDouble(fork -> fork.percentiles()[1]).toArray()),
                medians,
                first.commands(),
                first.bytesPerCommand(),
                first.totals());
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    JsonLine json() {
        return new JsonLine()
                .put("median", rounded(median))
                .put("min", rounded(min))
                .put("cpuMedian", rounded(cpuMedian))
                .put("p99", rounded(p99))
                .put(
                        "forkMedians",
                        Arrays.stream(forkMedians).map(MatchingSummary::rounded).toArray())
                .put("bytesPerCommand", rounded(bytesPerCommand));
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
