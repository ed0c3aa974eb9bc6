package org.calx.app;

import java.time.Duration;
import java.util.function.Consumer;
import org.agrona.CloseHelper;
import org.calx.api.client.AeronEndpoint;
import org.calx.api.client.AeronExchangeClient;
import org.calx.api.client.ExchangeConnection;
import org.calx.app.config.MarketSettings;
import org.calx.app.demo.DemoMarket;
import org.calx.app.demo.DemoRoster;
import org.calx.cluster.ClientDriver;
import org.calx.cluster.IdleMode;
import org.calx.index.PriceFileException;
import org.calx.index.ReferencePrices;

/** The demo market with a media driver and a connection of its own, on a cluster elsewhere. */
final class MarketOnCluster implements AutoCloseable {
    private static final Duration MEMBER_PATIENCE = Duration.ofMinutes(2);

    private final ClientDriver driver;
    private final ExchangeConnection connection;
    private final DemoMarket market;

    private MarketOnCluster(ClientDriver driver, ExchangeConnection connection, DemoMarket market) {
        this.driver = driver;
        this.connection = connection;
        this.market = market;
    }

    /** Connects; nothing has been sent yet. @param notices told what people should know */
    static MarketOnCluster open(MarketSettings settings, Consumer<String> notices) {
        ReferencePrices prices = prices(settings);
        ClientDriver driver = ClientDriver.start(IdleMode.BACKOFF);
        try {
            AeronEndpoint endpoint = driver.endpoint(settings.members(), settings.host());
            long after = AeronExchangeClient.lastRecordedEvent(endpoint, MEMBER_PATIENCE);
            ExchangeConnection connection = ExchangeConnection.open(endpoint, after);
            int epoch = AeronExchangeClient.epochFromClock();
            DemoMarket market = new DemoMarket(
                    sender -> connection.client(sender, epoch),
                    prices,
                    new DemoRoster(DemoGuests.participants(), DemoGuests.keys()),
                    settings.market(),
                    notices);
            return new MarketOnCluster(driver, connection, market);
        } catch (RuntimeException e) {
            driver.close();
            throw e;
        }
    }

    private static ReferencePrices prices(MarketSettings settings) {
        try {
            return settings.prices().isPresent()
                    ? ReferencePrices.withFile(settings.prices().get())
                    : ReferencePrices.builtIn();
        } catch (PriceFileException e) {
            throw new UserError(ExitCode.USAGE, "prices: " + e.getMessage(), e);
        }
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
