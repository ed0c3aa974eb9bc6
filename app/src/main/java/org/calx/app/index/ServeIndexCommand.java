package org.calx.app.index;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.calx.api.client.SigningKey;
import org.calx.app.DurationConverter;
import org.calx.app.Ending;
import org.calx.app.ExitCode;
import org.calx.app.Ports;
import org.calx.app.UserError;
import org.calx.app.config.ExchangeSettings;
import org.calx.index.input.InputException;
import org.calx.index.methodology.Methodology;
import org.calx.index.push.IndexService;
import org.calx.index.push.PushKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calx index serve}: takes observations over HTTP and prints fixings, until it is told to end. */
@Command(name = "serve", description = "Take observations over HTTP with keys, and print fixings from them.")
public final class ServeIndexCommand implements Callable<Integer> {
    private static final int MOST_CONNECTIONS = 256;
    private static final int MOST_REQUESTS = 32;

    @Option(names = "--http", required = true, paramLabel = "PORT", description = "Port, 0 for any free one.")
    private int port;

    @Option(names = "--host", paramLabel = "NAME", description = "Address to listen on (${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(
            names = "--keys",
            required = true,
            paramLabel = "FILE",
            description = "Who may send: name,sha256,providers.")
    private Path keysFile;

    @Option(names = "--dir", required = true, paramLabel = "DIR", description = "Folder for rows and figures.")
    private Path folder;

    @Option(names = "--methodology", paramLabel = "NAME", description = "The rules (${DEFAULT-VALUE}).")
    private String methodology = "calx-1";

    @Option(names = "--input", arity = "1..*", paramLabel = "FILE", description = "Files that are read beside.")
    private List<Path> inputs = List.of();

    @Option(names = "--key", paramLabel = "FILE", description = "Ed25519 key that signs; kept in DIR if not given.")
    private Path keyFile;

    @Option(
            names = "--exchange",
            paramLabel = "FILE",
            description = "A running exchange whose trades come in as they happen; a gateway's configuration will do.")
    private Path exchange;

    @Option(names = "--generated", description = "All its traders are programs that make their orders up.")
    private boolean generated;

    @Option(
            names = "--every",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How often it looks for something to print (${DEFAULT-VALUE}).")
    private Duration every = Duration.ofMinutes(1);

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "End by itself after this long.")
    private Duration length;

    @Override
    public Integer call() throws IOException {
        Methodology rules = IndexInputs.methodology(methodology);
        PushKeys keys = IndexInputs.refusing(List.of(keysFile), () -> PushKeys.read(keysFile));
        ExchangeSettings own = exchange == null ? null : ExchangeSettings.read(exchange);
        IndexService service = IndexInputs.refusing(inputs, () -> {
            Files.createDirectories(folder);
            return new IndexService(folder, rules, inputs, signingKey());
        });
        CountDownLatch end = new CountDownLatch(1);
        Ending ending = Ending.on(end::countDown);
        WebServer server = webServer(new IndexHttp(service, keys, InstantSource.system(), System::nanoTime));
        try (ExchangeTrades trades =
                own == null ? null : ExchangeTrades.start(own, service, generated, end::countDown)) {
            start(server);
            System.out.println("listening http://" + host + ":" + server.port());
            long endNs = length == null ? Long.MAX_VALUE : System.nanoTime() + length.toNanos();
            do {
                publish(service);
            } while (!end.await(Math.min(every.toNanos(), endNs - System.nanoTime()), TimeUnit.NANOSECONDS)
                    && System.nanoTime() < endNs);
            if (trades != null) {
                // Rows after the last print would leave a folder that does not verify.
                trades.stop();
            }
            publish(service);
            if (trades != null && trades.failure() != null) {
                throw new UserError(
                        ExitCode.FAILED, "--exchange: " + trades.failure().getMessage(), trades.failure());
            }
            return ExitCode.OK;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        } finally {
            server.stop();
            ending.close();
        }
    }

    private WebServer webServer(IndexHttp http) {
        return WebServer.builder()
                .host(host)
                .port(port)
                .shutdownHook(false)
                .maxTcpConnections(MOST_CONNECTIONS)
                .maxConcurrentRequests(MOST_REQUESTS)
                .routing(HttpRouting.builder().register("/v1", http))
                .build();
    }

    private void start(WebServer server) {
        try {
            server.start();
        } catch (RuntimeException e) {
            throw Ports.isTaken(e)
                    ? new UserError(ExitCode.CONFLICT, "--http: port " + port + " of " + host + " is taken", e)
                    : e;
        }
    }

    /** What cannot be printed yet is said and tried again when more has come. */
    private static void publish(IndexService service) throws IOException {
        try {
            if (service.publishIfDue(InstantSource.system().instant())) {
                System.out.println("printed");
            }
        } catch (InputException e) {
            System.err.println("calx: nothing to print: " + e.getMessage());
        }
    }

    private SigningKey signingKey() throws IOException {
        if (keyFile == null) {
            return SigningKey.open(folder.resolve("signing-key.pem"));
        }
        try {
            return SigningKey.load(keyFile);
        } catch (NoSuchFileException e) {
            throw new UserError(ExitCode.NOT_FOUND, "there is no file " + keyFile, e);
        }
    }
}
