package org.calx.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.calx.bench.failover.EchoContender;
import org.calx.bench.failover.ExchangeContender;
import org.calx.bench.failover.LeaderKill;
import org.calx.bench.roundtrip.OpenLoop;
import org.calx.bench.roundtrip.Rig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code bench failover}: from the kill of the leader to the next acknowledged order, and the round trip with one and with
 * three members, members as processes of their own, by turns with an echo service with the same timeouts.
 */
@Command(
        name = "failover",
        mixinStandardHelpOptions = true,
        description = "Leader kill to the next acknowledged order, beside an echo service with the same timeouts.")
final class FailoverBench implements Callable<Integer> {
    private static final double NS_PER_US = 1_000.0;
    private static final int WARMUP_SECONDS = 3;

    @Option(names = "--kills", defaultValue = "20", description = "Leaders killed of each side, at each timeout.")
    private int kills;

    @Option(
            names = "--heartbeat-ms",
            split = ",",
            defaultValue = "1000,200",
            description = "Timeouts of a silent leader in milliseconds.")
    private int[] heartbeatMs;

    @Option(names = "--rate", defaultValue = "500", description = "Messages a second of the round trip.")
    private int rate;

    @Option(names = "--seconds", defaultValue = "5", description = "Timed seconds of the round trip; 0 for none.")
    private int seconds;

    @Override
    public Integer call() throws IOException {
        Conditions conditions = Conditions.now();
        for (int timeoutMs : heartbeatMs) {
            System.out.println(failover(conditions, timeoutMs));
        }
        if (seconds > 0) {
            for (int members : new int[] {1, 3}) {
                System.out.println(roundTrip(conditions, members));
            }
        }
        return 0;
    }

    private String failover(Conditions conditions, int timeoutMs) throws IOException {
        Duration timeout = Duration.ofMillis(timeoutMs);
        List<Long> ours = new ArrayList<>();
        List<Long> theirs = new ArrayList<>();
        try (ExchangeContender exchange = new ExchangeContender(3, timeout)) {
            exchange.start();
            kill(new LeaderKill(exchange), ours, (kills + 1) / 2);
        }
        try (EchoContender echo = new EchoContender(3, timeout)) {
            echo.start();
            kill(new LeaderKill(echo), theirs, kills);
        }
        try (ExchangeContender exchange = new ExchangeContender(3, timeout)) {
            exchange.start();
            kill(new LeaderKill(exchange), ours, kills / 2);
        }
        return new JsonLine()
                .put("bench", "failover")
                .put("case", "leader kill to the next acknowledgement, heartbeat timeout " + timeoutMs + " ms")
                .put("unit", "ms")
                .put("ours", milliseconds(ours))
                .put("peer", "echo service, same cluster settings")
                .put("peerValue", milliseconds(theirs))
                .put("ratio", Math.round(1_000.0 * median(ours) / median(theirs)) / 1_000.0)
                .put(
                        "conditions",
                        conditions
                                .json()
                                .put("kills", kills)
                                .put("members", "3 processes on this machine, idle BACKOFF, file sync level 0")
                                .put("order", "half of ours, the echo, the other half")
                                .put("time", "from the end of the killed process, a message each millisecond"))
                .toString();
    }

    private static void kill(LeaderKill leaders, List<Long> times, int count) {
        for (int i = 0; i < count; i++) {
            times.add(leaders.run());
            System.err.println("bench: " + TimeUnit.NANOSECONDS.toMillis(times.getLast()) + " ms");
        }
    }

    private static JsonLine milliseconds(List<Long> timesNs) {
        double[] values = timesNs.stream().mapToDouble(ns -> ns / 1e6).sorted().toArray();
        return new JsonLine()
                .put("median", Math.round(values[values.length / 2]))
                .put("worst", Math.round(values[values.length - 1]))
                .put("least", Math.round(values[0]));
    }

    private static double median(List<Long> timesNs) {
        return timesNs.stream().sorted().toList().get(timesNs.size() / 2);
    }

    private String roundTrip(Conditions conditions, int members) throws IOException {
        Duration timeout = Duration.ofSeconds(1);
        Histogram echo = measure(new EchoContender(members, timeout));
        Histogram ours = measure(new ExchangeContender(members, timeout));
        return new JsonLine()
                .put("bench", "failover")
                .put("case", "round trip, " + members + (members == 1 ? " member" : " members"))
                .put("unit", "us")
                .put("ours", microseconds(ours))
                .put("peer", "echo service, same cluster settings")
                .put("peerValue", microseconds(echo))
                .put(
                        "ratio",
                        Math.round(1_000.0 * ours.getValueAtPercentile(50) / echo.getValueAtPercentile(50)) / 1_000.0)
                .put(
                        "conditions",
                        conditions
                                .json()
                                .put("rate", rate)
                                .put("seconds", seconds)
                                .put("members", "processes on this machine, idle BACKOFF, file sync level 0")
                                .put("latency", "from the intended send time, open loop"))
                .toString();
    }

    private Histogram measure(Rig rig) throws IOException {
        try (rig) {
            rig.start();
            OpenLoop loop = new OpenLoop(rig);
            loop.run(rate, WARMUP_SECONDS);
            return loop.run(rate, seconds);
        }
    }

    private static JsonLine microseconds(Histogram histogram) {
        return new JsonLine()
                .put("median", histogram.getValueAtPercentile(50) / NS_PER_US)
                .put("p99", histogram.getValueAtPercentile(99) / NS_PER_US)
                .put("worst", histogram.getMaxValue() / NS_PER_US);
    }
}
