package org.calx.acceptance.process;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API over HTTP for one key. */
final class Api implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String authorization;

    /** @param key {@code NAME CLIENT_ID CLIENT_SECRET}, as the demo prints it */
    Api(String url, String key) {
        this.url = url;
        String[] parts = key.split(" ");
        String credentials = parts[1] + ":" + parts[2];
        authorization = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    /** The result of a method, which must succeed. */
    JsonNode result(String methodAndQuery) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/v2/" + methodAndQuery))
                .header("Authorization", authorization)
                .build();
        String body = http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .join()
                .body();
        JsonNode answer = JSON.readTree(body);
        if (!answer.has("result")) {
            throw new AssertionError(methodAndQuery + " failed: " + body);
        }
        return answer.get("result");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
