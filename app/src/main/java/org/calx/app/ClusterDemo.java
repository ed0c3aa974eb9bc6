package org.calx.app;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.calx.api.client.EventFeed;
import org.calx.app.demo.DemoKeys;
import org.calx.app.local.ClusterFolder;
import org.calx.app.local.ClusterPlan;
import org.calx.app.local.LocalCluster;
import org.calx.app.local.LocalProcess;
import org.calx.cluster.IdleMode;
import org.calx.cluster.NodeState;

/** A demo whose members and gateways are processes of their own; the market runs in this one. */
final class ClusterDemo implements DemoVenue {
    private static final int GATEWAYS = 2;
    private static final Duration HEARTBEAT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Duration STATE_PATIENCE = Duration.ofSeconds(30);

    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final LocalCluster cluster;
    private MarketOnCluster market;
    private Thread marketThread;

    private ClusterDemo(LocalCluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Starts the processes, of a new cluster or of the one in the folder, and the market.
     *
     * @param nodes members, 3 or 5
     * @param notices told what people should know
     */
    static ClusterDemo start(DemoSettings settings, int nodes, Consumer<String> notices) {
        Duration day = Duration.ofNanos(settings.market().dayNs());
        ClusterCommand.make(
                settings.folder(),
                new ClusterPlan(
                        nodes,
                        GATEWAYS,
                        settings.port(),
                        false,
                        day,
                        settings.market().seed(),
                        HEARTBEAT_TIMEOUT,
                        IdleMode.SPARING));
        ClusterDemo demo = new ClusterDemo(new LocalCluster(new ClusterFolder(settings.folder())));
        try {
            demo.startProcesses(nodes);
            demo.startMarket(settings, notices);
            return demo;
        } catch (RuntimeException e) {
            demo.close();
            throw e;
        }
    }

    private void startProcesses(int nodes) {
        if (cluster.members().size() != nodes) {
            throw new UserError(
                    ExitCode.CONFLICT,
                    "--dir: " + cluster.folder().directory() + " is a cluster of "
                            + cluster.members().size() + " members; pass --nodes "
                            + cluster.members().size() + " or another folder");
        }
        cluster.start();
        if (!LocalCluster.await(START_PATIENCE, () -> cluster.leader().isPresent())) {
            throw new UserError(
                    ExitCode.FAILED,
                    "no member leads after " + START_PATIENCE.toSeconds() + " s; see "
                            + cluster.folder().directory() + "/log");
        }
    }

    private void startMarket(DemoSettings settings, Consumer<String> notices) {
        market = MarketOnCluster.open(
                cluster.addresses(),
                cluster.network().clientHost(),
                IdleMode.SPARING,
                settings.prices(),
                settings.market(),
                DemoKeys.open(cluster.folder().operatorKeys()),
                notices);
        marketThread = new Thread(this::runMarket, "calx-market");
        marketThread.start();
    }

    private void runMarket() {
        try {
            market.run();
        } catch (RuntimeException | Error e) {
            failure.complete(e);
        }
    }

    @Override
    public boolean isReady() {
        return market.isReady()
                && cluster.gateways().stream()
                        .allMatch(gateway -> cluster.report(gateway).isReady());
    }

    @Override
    public CompletableFuture<Throwable> failure() {
        return failure;
    }

    @Override
    public String url() {
        return cluster.gateways().getFirst().url();
    }

    @Override
    public EventFeed events() {
        return market.events();
    }

    @Override
    public void endTrading() {
        if (marketThread != null) {
            market.stop();
            AllInOne.join(marketThread);
            marketThread = null;
        }
        List<LocalProcess> gateways =
                cluster.gateways().stream().map(LocalCluster.Gateway::process).toList();
        LocalCluster.end(gateways);
    }

    /** The state of the member that has come furthest. */
    @Override
    public NodeState state() {
        NodeState[] furthest = new NodeState[1];
        LocalCluster.await(STATE_PATIENCE, () -> {
            cluster.members().forEach(member -> cluster.state(member)
                    .filter(state -> furthest[0] == null || state.lastEventSequence() > furthest[0].lastEventSequence())
                    .ifPresent(state -> furthest[0] = state));
            return furthest[0] != null;
        });
        if (furthest[0] == null) {
            throw new IllegalStateException("no member tells its state");
        }
        return furthest[0];
    }

    @Override
    public void close() {
        if (market != null) {
            endTrading();
            market.close();
        }
        cluster.stop();
        cluster.close();
    }
}
