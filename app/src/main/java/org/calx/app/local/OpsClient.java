package org.calx.app.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.calx.app.config.HostPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a process's operators' door. */
public final class OpsClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** How long people wait for an answer. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Duration patience;

    /** @param patience how long an answer may take */
    public OpsClient(Duration patience) {
        this.patience = patience;
    }

    /** A page of JSON; empty if the process does not answer in time, or not now. */
    public Optional<JsonNode> json(HostPort ops, String path) {
        return get(ops, path).map(JSON::readTree);
    }

    /** What a process answers to an order, done or refused; empty if it does not answer in time. */
    public Optional<String> post(HostPort ops, String path, Duration orderPatience) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://" + ops + path)).POST(HttpRequest.BodyPublishers.noBody());
        return send(request.timeout(orderPatience).build()).map(HttpResponse::body);
    }

    private Optional<String> get(HostPort ops, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + ops + path))
                .timeout(patience)
                .build();
        return send(request).filter(response -> response.statusCode() == 200).map(HttpResponse::body);
    }

    private Optional<HttpResponse<String>> send(HttpRequest request) {
        try {
            return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
