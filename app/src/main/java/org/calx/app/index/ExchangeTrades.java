package org.calx.app.index;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.calx.api.client.AeronEndpoint;
import org.calx.api.client.AeronExchangeClient;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.app.config.ExchangeSettings;
import org.calx.app.demo.DemoRoster;
import org.calx.cluster.ClientDriver;
import org.calx.index.push.IndexService;

/** A thread that reads a running exchange's trades into an index, until it is closed or fails. */
final class ExchangeTrades implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long IDLE_NS = TimeUnit.MILLISECONDS.toNanos(20);

    private final ClientDriver driver;
    private final LiveTrades trades;
    private final Runnable failed;
    private final Thread thread;
    private volatile boolean ends;
    private volatile RuntimeException failure;

    private ExchangeTrades(ClientDriver driver, LiveTrades trades, Runnable failed) {
        this.driver = driver;
        this.trades = trades;
        this.failed = failed;
        this.thread = new Thread(this::run, "calx-index-trades");
    }

    /**
     * Begins to read.
     *
     * @param generated whether all traders are programs; the demo's are known without
     * @param failed run once if it cannot go on, see {@link #failure}
     */
    static ExchangeTrades start(ExchangeSettings settings, IndexService service, boolean generated, Runnable failed) {
        ClientDriver driver = ClientDriver.start(settings.idle());
        try {
            AeronEndpoint endpoint = driver.endpoint(settings.members(), settings.host());
            long first = AeronExchangeClient.firstRecordedEvent(endpoint, PATIENCE);
            if (first > service.lastTradeEvent() + 1) {
                throw new UserError(
                        ExitCode.FAILED,
                        "--exchange: the members have removed the events before " + first
                                + ", and the index has those up to " + service.lastTradeEvent());
            }
            LiveTrades trades = new LiveTrades(
                    AeronExchangeClient.feed(endpoint, Math.max(0, first - 1)),
                    service,
                    account -> generated || DemoRoster.isProgram(account));
            ExchangeTrades all = new ExchangeTrades(driver, trades, failed);
            all.thread.start();
            return all;
        } catch (IllegalStateException e) {
            driver.close();
            throw new UserError(ExitCode.FAILED, "--exchange: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            driver.close();
            throw e;
        }
    }

    private void run() {
        try {
            while (!ends) {
                if (trades.doWork() == 0) {
                    LockSupport.parkNanos(IDLE_NS);
                }
            }
        } catch (RuntimeException e) {
            failure = e;
            failed.run();
        }
    }

    /** Why it ended by itself; null if it did not. */
    RuntimeException failure() {
        return failure;
    }

    /** Takes no more trades. */
    void stop() {
        ends = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        trades.close();
        driver.close();
    }
}
