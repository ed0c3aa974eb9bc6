package org.calx.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import org.calx.bench.roundtrip.EchoRig;
import org.calx.bench.roundtrip.OpenLoop;
import org.calx.bench.roundtrip.OrderRig;
import org.calx.bench.roundtrip.Rig;
import org.calx.cluster.IdleMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code bench roundtrip}: from an order to its acknowledgement in the event stream, through a cluster of one member in
 * this process, by turns with an echo service on the same cluster.
 */
@Command(
        name = "roundtrip",
        mixinStandardHelpOptions = true,
        description = "Order to acknowledgement through the embedded cluster, beside an echo on the same cluster.")
final class RoundtripBench implements Callable<Integer> {
    private static final double NS_PER_US = 1_000.0;
    private static final int SETTLING_SECONDS = 1;

    @Option(names = "--rates", split = ",", defaultValue = "1000,10000,50000", description = "Orders a second.")
    private int[] rates;

    @Option(names = "--rounds", defaultValue = "3", description = "Timed turns of each side.")
    private int rounds;

    @Option(
            names = "--warmup",
            defaultValue = "4",
            description = "Untimed seconds at the highest rate, each turn: code that runs a thousand times a second is"
                    + " not compiled within seconds.")
    private int warmupSeconds;

    @Option(names = "--seconds", defaultValue = "5", description = "Timed seconds at each rate, each turn.")
    private int seconds;

    @Option(names = "--idle", defaultValue = "YIELD", description = "Idle threads: ${COMPLETION-CANDIDATES}.")
    private IdleMode idle;

    @Option(names = "--file-sync", defaultValue = "0", description = "File sync level, 0 to 2.")
    private int fileSyncLevel;

    /** One side's histograms by rate, one a round. */
    private record Side(List<List<Histogram>> byRate) {
        static Side of(int rates) {
            List<List<Histogram>> byRate = new ArrayList<>();
            for (int i = 0; i < rates; i++) {
                byRate.add(new ArrayList<>());
            }
            return new Side(byRate);
        }

        double medianUs(int rate, double percentile) {
            double[] values = byRate.get(rate).stream()
                    .mapToDouble(histogram -> histogram.getValueAtPercentile(percentile) / NS_PER_US)
                    .sorted()
                    .toArray();
            return values[values.length / 2];
        }

        double leastUs(int rate) {
            return byRate.get(rate).stream()
                            .mapToLong(Histogram::getMinValue)
                            .min()
                            .orElseThrow()
                    / NS_PER_US;
        }
    }

    @Override
    public Integer call() throws IOException {
        Conditions conditions = Conditions.now();
        Side ours = Side.of(rates.length);
        Side echo = Side.of(rates.length);
        for (int round = 0; round < rounds; round++) {
            boolean echoFirst = round % 2 == 0;
            if (echoFirst) {
                turn(new EchoRig(idle, fileSyncLevel), echo);
            }
            turn(new OrderRig(idle, fileSyncLevel), ours);
            if (!echoFirst) {
                turn(new EchoRig(idle, fileSyncLevel), echo);
            }
        }
        for (int rate = 0; rate < rates.length; rate++) {
            System.out.println(line(conditions, ours, echo, rate));
        }
        return 0;
    }

    private void turn(Rig rig, Side side) throws IOException {
        try (rig) {
            rig.start();
            OpenLoop loop = new OpenLoop(rig);
            loop.run(Arrays.stream(rates).max().orElseThrow(), warmupSeconds);
            for (int rate = 0; rate < rates.length; rate++) {
                loop.run(rates[rate], SETTLING_SECONDS);
                side.byRate.get(rate).add(loop.run(rates[rate], seconds));
            }
        }
    }

    private String line(Conditions conditions, Side ours, Side echo, int rate) {
        double median = ours.medianUs(rate, 50);
        double echoMedian = echo.medianUs(rate, 50);
        return new JsonLine()
                .put("bench", "roundtrip")
                .put("case", rates[rate] + " orders/s")
                .put("unit", "us")
                .put("ours", percentiles(ours, rate))
                .put("peer", "echo service on the same cluster")
                .put("peerValue", percentiles(echo, rate))
                .put("ratio", Math.round(1_000 * median / echoMedian) / 1_000.0)
                .put(
                        "conditions",
                        conditions
                                .json()
                                .put("idle", idle.name())
                                .put("fileSyncLevel", fileSyncLevel)
                                .put("rounds", rounds)
                                .put("seconds", seconds)
                                .put("warmup", warmupSeconds + " s at the highest rate in each turn")
                                .put("latency", "from the intended send time, open loop, client in the same process")
                                .put("median", "median of the rounds' medians, percentiles likewise"))
                .toString();
    }

    private static JsonLine percentiles(Side side, int rate) {
        return new JsonLine()
                .put("median", side.medianUs(rate, 50))
                .put("min", side.leastUs(rate))
                .put("p90", side.medianUs(rate, 90))
                .put("p99", side.medianUs(rate, 99))
                .put("p999", side.medianUs(rate, 99.9));
    }
}
