package org.calx.app.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP API for one key at several gateways: it stays with one until that does not answer, then goes to the next. */
public final class TraderApi implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    /** Errors after which a command may have taken effect, or the gateway cannot tell. */
    private static final Set<Integer> UNCERTAIN = Set.of(20_101, 11_051, 11_094, 10_047, 10_040, 13_009);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final List<String> urls;
    private final String authorization;
    private int gateway;

    TraderApi(List<String> urls, int firstGateway, String keyId, String secret) {
        this.urls = urls;
        this.gateway = firstGateway % urls.size();
        authorization =
                "Basic " + Base64.getEncoder().encodeToString((keyId + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * An answer: exactly one of result and error is there, or none of them when the answer is missing.
     *
     * @param errorCode the API's number of an error, 0 if there is none
     */
    public record Answer(JsonNode result, int errorCode) {
        private static final Answer MISSING = new Answer(null, 0);

        public boolean isMissing() {
            return result == null && errorCode == 0;
        }
    }

    /** Calls a method at the present gateway; when the answer is missing the next call goes to the next gateway. */
    public Answer call(String method, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(urls.get(gateway) + "/api/v2/" + method + "?" + query))
                .timeout(PATIENCE)
                .header("Authorization", authorization)
                .build();
        Answer answer = Answer.MISSING;
        try {
            answer = read(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            // The gateway is gone or stands still.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (answer.isMissing()) {
            gateway = (gateway + 1) % urls.size();
        }
        return answer;
    }

    private static Answer read(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json.has("result")) {
                return new Answer(json.get("result"), 0);
            }
            int code = json.path("error").path("code").asInt();
            return code == 0 || UNCERTAIN.contains(code) ? Answer.MISSING : new Answer(null, code);
        } catch (JacksonException e) {
            return Answer.MISSING;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
