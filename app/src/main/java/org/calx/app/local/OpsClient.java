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
final class OpsClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Duration patience;

    /** @param patience how long an answer may take */
    OpsClient(Duration patience) {
        this.patience = patience;
    }

    /** A page of JSON; empty if the process does not answer in time, or not now. */
    Optional<JsonNode> json(HostPort ops, String path) {
        return get(ops, path).map(JSON::readTree);
    }

    private Optional<String> get(HostPort ops, String path) {
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(URI.create("http://" + ops + path))
                            .timeout(patience)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
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
