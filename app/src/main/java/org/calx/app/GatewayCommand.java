package org.calx.app;

import io.micrometer.core.instrument.Tags;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.calx.api.client.AeronEndpoint;
import org.calx.api.client.AeronExchangeClient;
import org.calx.api.client.ExchangeClient;
import org.calx.app.config.GatewaySettings;
import org.calx.app.ops.Metrics;
import org.calx.app.ops.OpsServer;
import org.calx.cluster.ClientDriver;
import org.calx.gateway.GatewayConfig;
import org.calx.gateway.GatewayServer;
import org.calx.gateway.auth.FileKeyStore;
import org.calx.gateway.auth.MasterKey;
import org.calx.gateway.guard.SessionCounts;
import org.calx.gateway.shape.VenueNotes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calx gateway}: one gateway to a cluster, until it is told to end. */
@Command(name = "gateway", description = "Run a gateway to the exchange's cluster.")
final class GatewayCommand implements Callable<Integer> {
    private static final long LOOK_MS = 500;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "Configuration file.")
    private Path file;

    private HistoryStart start;

    @Override
    public Integer call() {
        GatewaySettings settings = GatewaySettings.read(file);
        CountDownLatch end = new CountDownLatch(1);
        Ending ending = Ending.on(end::countDown);
        try (ClientDriver driver = ClientDriver.start(settings.idle());
                ExchangeClient client = connect(driver.endpoint(settings.members(), settings.host()), settings);
                GatewayServer gateway = start(settings, client);
                Metrics metrics = metrics(gateway, client);
                OpsServer ops = OpsServer.start(settings.ops(), gateway::isReady, () -> status(gateway, client))) {
            ops.page("/metrics", OpsServer.METRICS, metrics::scrape);
            System.out.println("gateway " + settings.sender() + " listens on http://"
                    + settings.http().host() + ":" + gateway.port() + ", ops http://"
                    + settings.ops().host() + ":" + ops.port());
            while (!end.await(LOOK_MS, TimeUnit.MILLISECONDS)) {
                if (!gateway.isRunning()) {
                    throw new UserError(ExitCode.FAILED, "the gateway has lost the event stream and must start again");
                }
            }
            return ExitCode.OK;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        } finally {
            ending.close();
        }
    }

    private ExchangeClient connect(AeronEndpoint endpoint, GatewaySettings settings) {
        start = HistoryStart.of(endpoint, settings.history());
        if (start.isShort(settings.history())) {
            System.getLogger("org.calx.app").log(System.Logger.Level.WARNING, start.history());
        }
        return AeronExchangeClient.connect(
                endpoint, settings.sender(), AeronExchangeClient.epochFromClock(), start.after());
    }

    private GatewayServer start(GatewaySettings settings, ExchangeClient client) {
        FileKeyStore keys;
        try {
            keys = FileKeyStore.open(settings.keys(), MasterKey.readOrCreate(settings.masterKey()));
        } catch (IllegalArgumentException e) {
            throw new UserError(ExitCode.USAGE, file + ": keys: " + e.getMessage(), e);
        }
        VenueNotes notes = new VenueNotes(settings.notice(), settings.attributions());
        GatewayConfig config = GatewayConfig.at(
                        settings.http().host(), settings.http().port(), keys)
                .withNotes(() -> notes);
        if (settings.terminal().isPresent()) {
            config = config.withTerminal(settings.terminal().get());
        }
        try {
            return GatewayServer.start(config, client);
        } catch (RuntimeException e) {
            throw Ports.isTaken(e)
                    ? new UserError(ExitCode.CONFLICT, file + ": http: " + settings.http() + " is taken", e)
                    : e;
        }
    }

    private static Metrics metrics(GatewayServer gateway, ExchangeClient client) {
        Metrics metrics = new Metrics()
                .flag("calx.gateway.ready", "Whether the views are whole", gateway::isReady)
                .gauge("calx.gateway.connections", "Open WebSockets", gateway::openConnections)
                .counter("calx.gateway.events", "Number of the last event read", client::lastEventSequence);
        SessionCounts sessions = gateway.sessions();
        metrics.gauge("calx.gateway.sessions", "Sessions held: connections that are guarded", sessions::held)
                .counter("calx.gateway.sessions.opened", "Sessions begun", sessions::opened)
                .counter("calx.gateway.sessions.resumed", "Sessions gone on with", sessions::resumed);
        for (SessionCounts.Loss loss : SessionCounts.Loss.values()) {
            metrics.counter(
                    "calx.gateway.sessions.ended",
                    "Sessions that are over, by reason",
                    Tags.of("reason", loss.label()),
                    () -> sessions.ended(loss));
        }
        return metrics;
    }

    private Map<String, Object> status(GatewayServer gateway, ExchangeClient client) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", "gateway");
        fields.put("ready", gateway.isReady());
        fields.put("port", gateway.port());
        fields.put("connections", gateway.openConnections());
        fields.put("lastEventSequence", client.lastEventSequence());
        fields.put("history", start.history());
        return fields;
    }
}
