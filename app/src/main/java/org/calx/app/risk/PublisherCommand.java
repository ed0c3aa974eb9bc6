package org.calx.app.risk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.calx.api.client.AeronEndpoint;
import org.calx.api.client.AeronExchangeClient;
import org.calx.app.Ending;
import org.calx.app.ExitCode;
import org.calx.app.config.PublisherSettings;
import org.calx.app.ops.Metrics;
import org.calx.app.ops.OpsServer;
import org.calx.cluster.ClientDriver;
import org.calx.risk.publish.Publisher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calx publisher}: one of the two processes that publish marks and risk arrays, until it is told to end. */
@Command(name = "publisher", description = "Publish marks and risk arrays as the market moves, or stand by for it.")
public final class PublisherCommand implements Callable<Integer> {
    private static final Duration MEMBER_PATIENCE = Duration.ofMinutes(2);
    private static final long IDLE_MS = 1;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "Configuration file.")
    private Path file;

    @Override
    public Integer call() {
        PublisherSettings settings = PublisherSettings.read(file);
        AtomicBoolean publishes = new AtomicBoolean();
        CountDownLatch end = new CountDownLatch(1);
        Ending ending = Ending.on(end::countDown);
        Metrics metrics = new Metrics()
                .flag("calx.publisher.publishing", "Whether this publisher is the one at work", publishes::get);
        try (ClientDriver driver = ClientDriver.start(settings.idle());
                Publisher publisher = open(driver.endpoint(settings.members(), settings.host()), settings);
                OpsServer ops = OpsServer.start(settings.ops(), () -> true, () -> status(publishes.get()))) {
            ops.page("/metrics", OpsServer.METRICS, metrics::scrape);
            System.out.println("publisher " + settings.instance() + " stands by, ops http://"
                    + settings.ops().host() + ":" + ops.port());
            while (end.getCount() > 0) {
                if (publisher.doWork(System.nanoTime()) == 0) {
                    end.await(IDLE_MS, TimeUnit.MILLISECONDS);
                }
                tell(publishes, publisher.isPublishing());
            }
            return ExitCode.OK;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        } finally {
            ending.close();
        }
    }

    private static void tell(AtomicBoolean publishes, boolean now) {
        if (publishes.getAndSet(now) != now) {
            System.out.println(now ? "publishes" : "stands by: another has taken over");
        }
    }

    private static Publisher open(AeronEndpoint endpoint, PublisherSettings settings) {
        long after = AeronExchangeClient.lastRecordedEvent(endpoint, MEMBER_PATIENCE);
        return new Publisher(
                settings.sender(),
                after,
                AeronExchangeClient.feed(endpoint, after),
                (epoch, from) -> AeronExchangeClient.connect(endpoint, settings.sender(), epoch, from),
                settings.instance(),
                settings.publish(),
                AeronExchangeClient::epochFromClock);
    }

    private static Map<String, Object> status(boolean publishes) {
        return Map.of("kind", "publisher", "publishing", publishes);
    }
}
