package org.calx.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.calx.api.client.AeronExchangeClient;
import org.calx.api.client.ExchangeClient;
import org.calx.bench.roundtrip.Folders;
import org.calx.bench.roundtrip.OrderFlow;
import org.calx.cluster.ClusterNode;
import org.calx.cluster.ClusterNodeConfig;
import org.calx.cluster.IdleMode;
import org.calx.cluster.NodeState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench recovery}: from the start of a member that was killed until it takes orders, without any snapshot. */
@Command(
        name = "recovery",
        mixinStandardHelpOptions = true,
        description = "Restart from a log of many commands, without a snapshot, until orders are taken.")
final class RecoveryBench implements Callable<Integer> {
    private static final double NS_PER_S = 1e9;

    @Option(names = "--commands", defaultValue = "10000000", description = "Commands in the log.")
    private long commands;

    @Override
    public Integer call() throws IOException {
        if (commands < 1) {
            throw new IllegalArgumentException("--commands is at least 1");
        }
        Conditions conditions = Conditions.now();
        Path folder = Folders.make();
        try {
            NodeState before = write(folder);
            long startNs = System.nanoTime();
            ClusterNode node = ClusterNode.start(config(folder));
            double seconds = (System.nanoTime() - startNs) / NS_PER_S;
            NodeState after = node.state();
            node.closeNow();
            if (before.stateDigest() != after.stateDigest()) {
                throw new IllegalStateException("the replay gives another state");
            }
            System.out.println(line(conditions, seconds, after));
        } finally {
            Folders.remove(folder);
        }
        return 0;
    }

    private NodeState write(Path folder) {
        ClusterNode node = ClusterNode.start(config(folder));
        try (ExchangeClient client = AeronExchangeClient.connect(node.endpoint(), OrderFlow.OPERATOR, 1, 0)) {
            OrderFlow flow = new OrderFlow(client);
            for (long number = 0; number < commands || flow.unanswered() > 0; ) {
                if (number < commands && flow.send(number)) {
                    number++;
                } else {
                    flow.poll(answered -> {});
                }
            }
            return node.state();
        } finally {
            node.closeNow();
        }
    }

    private static ClusterNodeConfig config(Path folder) {
        return ClusterNodeConfig.single(folder).withIdle(IdleMode.YIELD).withSnapshotInterval(Duration.ZERO);
    }

    private String line(Conditions conditions, double seconds, NodeState state) {
        return new JsonLine()
                .put("bench", "recovery")
                .put("case", commands + " commands, no snapshot")
                .put("unit", "s")
                .put("ours", seconds)
                .put("commandsPerSecond", Math.round(commands / seconds))
                .put("events", state.lastEventSequence())
                .put(
                        "conditions",
                        conditions
                                .json()
                                .put("idle", IdleMode.YIELD.name())
                                .put("fileSyncLevel", 0)
                                .put("files", "in the page cache")
                                .put("digest", "same before and after"))
                .toString();
    }
}
