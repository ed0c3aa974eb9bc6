package org.calx.app.ops;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.app.config.HostPort;
import tools.jackson.databind.json.JsonMapper;

/**
 * The operators' door of a process, by HTTP and for a network of their own: {@code /livez} and {@code /readyz} answer 200
 * or 503, {@code /status} one JSON object, other pages what was added.
 */
public final class OpsServer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Content type of {@code /metrics}. */
    public static final String METRICS = "text/plain; version=0.0.4";

    private static final int BACKLOG = 16;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private OpsServer(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
    }

    /**
     * Starts to answer.
     *
     * @param ready whether the process does its work
     * @param status what {@code /status} tells, by name
     */
    public static OpsServer start(HostPort address, BooleanSupplier ready, Supplier<Map<String, Object>> status) {
        try {
            OpsServer ops =
                    new OpsServer(HttpServer.create(new InetSocketAddress(address.host(), address.port()), BACKLOG));
            ops.server.createContext("/livez", exchange -> answer(exchange, 200, "text/plain", "ok\n"));
            ops.server.createContext("/readyz", exchange -> {
                boolean is = ready.getAsBoolean();
                answer(exchange, is ? 200 : 503, "text/plain", is ? "ok\n" : "not ready\n");
            });
            ops.json("/status", status);
            ops.server.start();
            return ops;
        } catch (BindException e) {
            throw new UserError(ExitCode.CONFLICT, "ops: " + address + " is taken", e);
        } catch (IOException e) {
            throw new UncheckedIOException("ops: cannot listen on " + address, e);
        }
    }

    /** Adds a page of one JSON object; its fields are asked for each time. */
    public OpsServer json(String path, Supplier<Map<String, Object>> fields) {
        return page(path, "application/json", () -> JSON.writeValueAsString(fields.get()) + "\n");
    }

    /** Adds a page; its content is asked for each time. */
    public OpsServer page(String path, String contentType, Supplier<String> content) {
        server.createContext(path, exchange -> {
            try {
                answer(exchange, 200, contentType, content.get());
            } catch (RuntimeException e) {
                answer(exchange, 503, "text/plain", "not now: " + e.getMessage() + "\n");
            }
        });
        return this;
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange, int status, String contentType, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", contentType + "; charset=utf-8");
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
