package org.calx.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.calx.api.client.AeronExchangeClient;
import org.calx.api.client.ExchangeClient;
import org.calx.bench.roundtrip.Folders;
import org.calx.bench.roundtrip.OrderFlow;
import org.calx.cluster.ClusterNode;
import org.calx.cluster.ClusterNodeConfig;
import org.calx.cluster.IdleMode;
import org.calx.model.VenueLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench snapshot}: how long orders wait while the exchange writes a snapshot of many resting orders. */
@Command(
        name = "snapshot",
        mixinStandardHelpOptions = true,
        description = "The longest wait of an order while a snapshot of many resting orders is taken.")
final class SnapshotBench implements Callable<Integer> {
    private static final double NS_PER_MS = 1e6;
    private static final long QUIET_NS = 1_000_000_000L;
    private static final int ORDERS_PER_ACCOUNT = 10_000;
    private static final int SPARE_ORDERS = 1_000;

    @Option(names = "--orders", defaultValue = "1000000", description = "Resting orders.")
    private int orders;

    @Option(names = "--rounds", defaultValue = "7", description = "Snapshots; the first is not counted.")
    private int rounds;

    private OrderFlow flow;
    private long sent;

    @Override
    public Integer call() throws IOException {
        if (orders < 1 || rounds < 2) {
            throw new IllegalArgumentException("--orders is at least 1, --rounds at least 2");
        }
        Conditions conditions = Conditions.now();
        Path folder = Folders.make();
        ClusterNode node = ClusterNode.start(ClusterNodeConfig.single(folder).withIdle(IdleMode.YIELD));
        try (ExchangeClient client = AeronExchangeClient.connect(node.endpoint(), OrderFlow.OPERATOR, 1, 0)) {
            flow = new OrderFlow(client, limits(), 1 + orders / ORDERS_PER_ACCOUNT);
            fill();
            double[] quietMs = new double[rounds - 1];
            double[] pauseMs = new double[rounds - 1];
            for (int round = 0; round < rounds; round++) {
                double quiet = longestWaitMs(untilQuiet());
                double pause = longestWaitMs(snapshot(node));
                if (round > 0) {
                    quietMs[round - 1] = quiet;
                    pauseMs[round - 1] = pause;
                }
            }
            System.out.println(line(conditions, pauseMs, quietMs));
        } finally {
            node.closeNow();
            Folders.remove(folder);
        }
        return 0;
    }

    private VenueLimits limits() {
        VenueLimits standard = VenueLimits.defaults();
        return new VenueLimits(
                standard.maxAccounts(),
                standard.maxInstruments(),
                orders + SPARE_ORDERS,
                orders + SPARE_ORDERS,
                standard.maxFillsPerCommand(),
                standard.commandWindow(),
                standard.clientOrderIdWindow());
    }

    private void fill() {
        for (long number = 0; number < orders; ) {
            if (flow.rest(number)) {
                number++;
            } else {
                flow.poll(answered -> {});
            }
        }
        awaitAnswers();
    }

    private static BooleanSupplier untilQuiet() {
        long startNs = System.nanoTime();
        return () -> System.nanoTime() - startNs > QUIET_NS;
    }

    private static BooleanSupplier snapshot(ClusterNode node) {
        CompletableFuture<Boolean> taken = CompletableFuture.supplyAsync(node::takeSnapshot);
        return () -> {
            if (taken.isDone() && !taken.join()) {
                throw new IllegalStateException("no snapshot was taken");
            }
            return taken.isDone();
        };
    }

    /** Sends one order after the other until it is over. @return the longest wait for an answer */
    private double longestWaitMs(BooleanSupplier over) {
        long longestNs = 0;
        while (!over.getAsBoolean()) {
            long startNs = System.nanoTime();
            flow.send(sent++);
            awaitAnswers();
            longestNs = Math.max(longestNs, System.nanoTime() - startNs);
        }
        return longestNs / NS_PER_MS;
    }

    private void awaitAnswers() {
        while (flow.unanswered() > 0) {
            flow.poll(answered -> {});
        }
    }

    private String line(Conditions conditions, double[] pauseMs, double[] quietMs) {
        return new JsonLine()
                .put("bench", "snapshot")
                .put("case", orders + " resting orders")
                .put("unit", "ms")
                .put("ours", spread(pauseMs))
                .put("peer", "the longest wait of a second without a snapshot")
                .put("peerValue", spread(quietMs))
                .put(
                        "conditions",
                        conditions
                                .json()
                                .put("idle", IdleMode.YIELD.name())
                                .put("fileSyncLevel", 0)
                                .put("snapshots", rounds - 1)
                                .put(
                                        "latency",
                                        "longest wait of orders sent one after the other, client in the process"))
                .toString();
    }

    private static JsonLine spread(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new JsonLine()
                .put("median", sorted[sorted.length / 2])
                .put("min", sorted[0])
                .put("max", sorted[sorted.length - 1]);
    }
}
