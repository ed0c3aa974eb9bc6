package org.calx.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.agrona.CloseHelper;
import org.calx.api.client.AeronExchangeClient;
import org.calx.api.client.EventFeed;
import org.calx.api.client.ExchangeClient;
import org.calx.app.demo.DemoKeys;
import org.calx.app.demo.DemoMarket;
import org.calx.app.demo.DemoRoster;
import org.calx.cluster.ClusterNode;
import org.calx.cluster.ClusterNodeConfig;
import org.calx.cluster.NodeState;
import org.calx.gateway.GatewayConfig;
import org.calx.gateway.GatewayServer;
import org.calx.gateway.auth.MemoryKeyStore;
import org.calx.gateway.shape.VenueNotes;

/**
 * The exchange node, its gateway and the demo market in this process: started in this order, ended in the other.
 *
 * <p>The parts know each other by commands and events alone, as they would in processes of their own.
 */
final class AllInOne implements DemoVenue {
    private static final String NOTICE = "Demo market with play money. Nothing here can be paid out.";

    /** Histories up to this many events are read whole by the gateway; of longer ones it knows the present state alone. */
    private static final long LONGEST_HISTORY = 3_000_000;

    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final ClusterNode node;
    private final long firstSequence;
    private final int epoch = AeronExchangeClient.epochFromClock();
    private ExchangeClient gatewayClient;
    private GatewayServer gateway;
    private DemoMarket market;
    private Thread marketThread;

    private AllInOne(Path folder) {
        node = ClusterNode.start(ClusterNodeConfig.single(folder).withOnFailure(failure::complete));
        firstSequence = node.state().lastEventSequence();
    }

    /**
     * Starts everything; the market sets itself up afterwards, see {@link #isReady}.
     *
     * @param secrets secrets by key id, of the guests' keys
     * @param notices told what people should know
     */
    static AllInOne start(DemoSettings settings, Map<String, String> secrets, Consumer<String> notices) {
        AllInOne all = new AllInOne(settings.folder());
        try {
            all.openGateway(settings, secrets);
            all.openMarket(settings, notices);
            return all;
        } catch (RuntimeException e) {
            all.close();
            throw e;
        }
    }

    private void openGateway(DemoSettings settings, Map<String, String> secrets) {
        MemoryKeyStore keys = new MemoryKeyStore();
        secrets.forEach(keys::put);
        VenueNotes notes = new VenueNotes(NOTICE, settings.prices().attributions());
        GatewayConfig config = GatewayConfig.local(settings.port(), keys).withNotes(() -> notes);
        if (settings.webPage().isPresent()) {
            config = config.withTerminal(settings.webPage().get());
        }
        long after = firstSequence <= LONGEST_HISTORY ? 0 : firstSequence;
        gatewayClient = AeronExchangeClient.connect(node.endpoint(), DemoRoster.GATEWAY_SENDER, epoch, after);
        try {
            gateway = GatewayServer.start(config, gatewayClient);
        } catch (RuntimeException e) {
            throw Ports.isTaken(e) ? new UserError(ExitCode.CONFLICT, DemoCommand.taken(settings.port()), e) : e;
        }
    }

    private void openMarket(DemoSettings settings, Consumer<String> notices) {
        market = new DemoMarket(
                (sender, key) -> AeronExchangeClient.connect(node.endpoint(), sender, epoch, key, firstSequence),
                settings.prices(),
                new DemoRoster(DemoGuests.participants(), DemoGuests.keys(), DemoKeys.open(settings.folder())),
                settings.market(),
                notices);
        marketThread = new Thread(this::runMarket, "calx-market");
        marketThread.start();
    }

    private void runMarket() {
        try {
            market.run(System::nanoTime);
        } catch (RuntimeException | Error e) {
            failure.complete(e);
        }
    }

    @Override
    public boolean isReady() {
        return market.isReady()
                && gatewayClient.lastEventSequence() >= node.state().lastEventSequence();
    }

    @Override
    public CompletableFuture<Throwable> failure() {
        return failure;
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + gateway.port();
    }

    @Override
    public EventFeed events() {
        return AeronExchangeClient.feed(node.endpoint(), firstSequence);
    }

    @Override
    public void endTrading() {
        if (market != null) {
            market.stop();
            join(marketThread);
            market.close();
        }
        CloseHelper.quietCloseAll(gateway, gatewayClient);
    }

    @Override
    public NodeState state() {
        return node.state();
    }

    @Override
    public void close() {
        endTrading();
        node.close();
    }

    /** Waits for a thread's end, if there is one. */
    static void join(Thread thread) {
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
