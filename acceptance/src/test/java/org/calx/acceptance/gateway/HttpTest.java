package org.calx.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.calx.gateway.auth.Signatures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The HTTP face. */
class HttpTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static GatewayVenue venue;

    @BeforeAll
    static void open() throws IOException {
        Files.writeString(folder.resolve("index.html"), "<p>terminal</p>");
        venue = new GatewayVenue(config -> config.withTerminal(folder));
    }

    @AfterAll
    static void close() {
        venue.close();
        HTTP.shutdownNow();
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(venue.url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(venue.url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private static String basic(String key, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static String signed(String method, String uri, String body, long timestampMs) {
        String text = timestampMs + "\nn1\n" + method + "\n" + uri + "\n" + body + "\n";
        return "deri-hmac-sha256 id=%s,ts=%d,sig=%s,nonce=n1"
                .formatted(GatewayVenue.KEY, timestampMs, Signatures.sign(GatewayVenue.SECRET, text));
    }

    @Test
    void theSameQuestionIsAnsweredByGetAndPost() throws Exception {
        String query = get("/api/v2/public/get_contract_size?instrument_name=H100-31DEC26")
                .body();
        String path = post("/api/v2/public/get_contract_size?instrument_name=H100-31DEC26", "")
                .body();
        String body = post(
                        "/api/v2",
                        "{\"id\":5,\"method\":\"public/get_contract_size\","
                                + "\"params\":{\"instrument_name\":\"H100-31DEC26\"}}")
                .body();
        assertThat(query).contains("\"result\":{\"contract_size\":730}");
        assertThat(path).contains("\"result\":{\"contract_size\":730}");
        assertThat(body).contains("\"result\":{\"contract_size\":730}").contains("\"id\":5");
    }

    @Test
    void anErrorHasStatus400AndAnAnswer200() throws Exception {
        assertThat(get("/api/v2/public/test").statusCode()).isEqualTo(200);
        HttpResponse<String> error = get("/api/v2/public/ticker?instrument_name=NONE");
        assertThat(error.statusCode()).isEqualTo(400);
        assertThat(error.headers().firstValue("content-type")).contains("application/json");
        assertThat(error.body()).contains("\"code\":13020");
        assertThat(post("/api/v2", "{").body()).contains("\"code\":-32700");
        assertThat(get("/api/v2/public/subscribe?channels=%5B%5D").body()).contains("\"code\":10030");
    }

    @Test
    void keysSignInByBearerBasicAndSignature() throws Exception {
        String uri = "/api/v2/private/get_account_summary?currency=USD";
        String login = get("/api/v2/public/auth?grant_type=client_credentials&client_id=%s&client_secret=%s"
                        .formatted(GatewayVenue.KEY, GatewayVenue.SECRET))
                .body();
        String token = login.replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
        assertThat(get(uri, "Authorization", "Bearer " + token).body()).contains("\"balance\":100000");
        assertThat(get(uri, "Authorization", basic(GatewayVenue.KEY, GatewayVenue.SECRET))
                        .body())
                .contains("\"balance\":100000");
        assertThat(get(uri, "Authorization", signed("GET", uri, "", System.currentTimeMillis()))
                        .body())
                .contains("\"balance\":100000");
        String body = "{\"params\":{\"currency\":\"USD\"}}";
        String path = "/api/v2/private/get_account_summary";
        assertThat(post(path, body, "Authorization", signed("POST", path, body, System.currentTimeMillis()))
                        .body())
                .contains("\"balance\":100000");
    }

    @Test
    void aSignatureForAnotherRequestOrTimeIsRefused() throws Exception {
        String uri = "/api/v2/private/get_account_summary?currency=USD";
        long now = System.currentTimeMillis();
        assertThat(get(uri + "&extended=true", "Authorization", signed("GET", uri, "", now))
                        .body())
                .contains("\"code\":13004");
        assertThat(get(uri, "Authorization", signed("GET", uri, "", now - 120_000))
                        .body())
                .contains("\"code\":13004")
                .contains("60 s");
        assertThat(get(uri, "Authorization", "Digest x").body()).contains("\"code\":13004");
        assertThat(get(uri).body()).contains("\"code\":10000");
    }

    @Test
    void aBodyAboveTheLimitIsRefused() throws Exception {
        HttpResponse<String> answer = post("/api/v2", " ".repeat(64 * 1024 + 1));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("message_too_long");
    }

    @Test
    void healthAndTheTerminalAreServed() throws Exception {
        assertThat(get("/livez").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
        assertThat(get("/").body()).contains("terminal");
        assertThat(get("/../pom.xml").statusCode()).isNotEqualTo(200);
    }
}
