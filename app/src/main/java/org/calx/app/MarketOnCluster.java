package org.calx.app;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.CloseHelper;
import org.calx.api.client.AeronEndpoint;
import org.calx.api.client.AeronExchangeClient;
import org.calx.api.client.EventFeed;
import org.calx.api.client.ExchangeConnection;
import org.calx.app.demo.DemoConfig;
import org.calx.app.demo.DemoKeys;
import org.calx.app.demo.DemoMarket;
import org.calx.app.demo.DemoRoster;
import org.calx.cluster.ClientDriver;
import org.calx.cluster.IdleMode;
import org.calx.cluster.MemberAddress;
import org.calx.index.ReferencePrices;

/** The demo market with a media driver and a connection of its own, on a cluster elsewhere. */
final class MarketOnCluster implements AutoCloseable {
    private static final Duration MEMBER_PATIENCE = Duration.ofMinutes(2);

    private final ClientDriver driver;
    private final ExchangeConnection connection;
    private final AeronEndpoint endpoint;
    private final long firstSequence;
    private final DemoMarket market;

    private MarketOnCluster(
            ClientDriver driver,
            AeronEndpoint endpoint,
            ReferencePrices prices,
            DemoConfig config,
            DemoKeys keys,
            Consumer<String> notices) {
        this.driver = driver;
        this.endpoint = endpoint;
        firstSequence = AeronExchangeClient.lastRecordedEvent(endpoint, MEMBER_PATIENCE);
        connection = ExchangeConnection.open(endpoint, firstSequence);
        int epoch = AeronExchangeClient.epochFromClock();
        market = new DemoMarket(
                (sender, key) -> connection.client(sender, epoch, key),
                prices,
                new DemoRoster(DemoGuests.participants(), DemoGuests.keys(), keys),
                config,
                notices);
    }

    /**
     * Connects; nothing has been sent yet.
     *
     * @param members the cluster's members
     * @param host this machine, as the members reach it
     * @param idle of the media driver
     * @param keys what those who run the venue sign with
     * @param notices told what people should know
     */
    static MarketOnCluster open(
            List<MemberAddress> members,
            String host,
            IdleMode idle,
            ReferencePrices prices,
            DemoConfig config,
            DemoKeys keys,
            Consumer<String> notices) {
        ClientDriver driver = ClientDriver.start(idle);
        try {
            return new MarketOnCluster(driver, driver.endpoint(members, host), prices, config, keys, notices);
        } catch (RuntimeException e) {
            driver.close();
            throw e;
        }
    }

    /** The events of this run, from its first. */
    EventFeed events() {
        return AeronExchangeClient.feed(endpoint, firstSequence);
    }

    /** Trades until {@link #stop}. */
    void run() {
        market.run(System::nanoTime);
    }

    /** Whether the market trades. */
    boolean isReady() {
        return market.isReady();
    }

    /** Ends {@link #run}; may be called from any thread. */
    void stop() {
        market.stop();
    }

    /** Call it when {@link #run} has returned. */
    @Override
    public void close() {
        CloseHelper.closeAll(market, connection, driver);
    }
}
