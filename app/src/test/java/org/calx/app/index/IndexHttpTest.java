package org.calx.app.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.calx.api.client.SigningKey;
import org.calx.app.ExitCode;
import org.calx.app.Main;
import org.calx.index.input.ObservationCsv;
import org.calx.index.methodology.Methodology;
import org.calx.index.push.IndexService;
import org.calx.index.push.PushKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexHttpTest {
    private static final Instant EVENING = Instant.parse("2026-03-02T20:05:00Z");

    @TempDir
    private Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final HttpClient client = HttpClient.newHttpClient();
    private IndexService service;
    private WebServer server;

    @BeforeEach
    void start() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest("secret".getBytes(StandardCharsets.UTF_8));
        Path keys = Files.writeString(
                folder.resolve("keys.csv"),
                "name,sha256,providers\ndesk," + HexFormat.of().formatHex(digest) + ",*\n");
        service = new IndexService(
                folder.resolve("index"), Methodology.CALX_1_FEW, List.of(), SigningKey.ofSeed(new byte[32]));
        IndexHttp http = new IndexHttp(service, PushKeys.read(keys), () -> EVENING, nanos::get);
        server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .shutdownHook(false)
                .routing(HttpRouting.builder().register("/v1", http))
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        server.stop();
        client.close();
    }

    private HttpResponse<String> send(String path, String user, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/v1/" + path));
        if (!user.isEmpty()) {
            String header = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + header);
        }
        if (body != null) {
            request.POST(HttpRequest.BodyPublishers.ofString(body));
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String body(String price) {
        return ObservationCsv.HEADER + "\n2026-03-02,list,a,,US,H100,1,on-demand,USD,gpu-hour," + price + ",,mine,0\n";
    }

    @Test
    void rowsComeInAndFixingsGoOut() throws Exception {
        HttpResponse<String> taken = send(
                "observations",
                "desk:secret",
                body("2.5") + body("x").lines().toList().get(1));

        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body())
                .contains("\"repeated\":false,\"accepted\":1,\"adjusted\":0,\"refused\":1")
                .contains("{\"row\":2,\"outcome\":\"refused\",\"reason\":\"price: 'x' is not a decimal above 0\"}");
        assertThat(service.publishIfDue(EVENING)).isTrue();
        assertThat(send("fixings?date=2026-03-02", "desk:secret", null).body()).contains("2026-03-02,H100,2.500000,1,");
        assertThat(send("fixings?date=monday", "desk:secret", null).statusCode())
                .isEqualTo(400);
    }

    @Test
    void whoHasNoKeyIsRefusedAndSlowedDown() throws Exception {
        assertThat(send("observations", "", body("2.5")).statusCode()).isEqualTo(401);
        assertThat(send("observations", "desk:guess", body("2.5")).statusCode()).isEqualTo(401);
        assertThat(send("observations", "nobody:secret", body("2.5")).statusCode())
                .isEqualTo(401);
        assertThat(folder.resolve("index/receipts.csv")).doesNotExist();
        for (int attempt = 3; attempt < IndexHttp.RATE.burst(); attempt++) {
            send("observations", "desk:guess" + attempt, body("2.5"));
        }
        HttpResponse<String> slowed = send("observations", "desk:again", body("2.5"));
        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.headers().firstValue("Retry-After")).hasValue("1");

        assertThat(send("observations", "desk:secret", body("2.5")).statusCode())
                .as("a key has its own rate")
                .isEqualTo(200);
        nanos.addAndGet(1_000_000_000L);
        assertThat(send("observations", "desk:again", body("2.5")).statusCode()).isEqualTo(401);
    }

    @Test
    void aBodyThatIsTooLongOrOfOtherColumnsIsRefusedWhole() throws Exception {
        String header = ObservationCsv.HEADER + "\n";
        String longer = header + "#".repeat(IndexService.MAX_BODY_BYTES);
        assertThat(send("observations", "desk:secret", longer).statusCode()).isEqualTo(413);
        HttpResponse<String> odd = send("observations", "desk:secret", "a,b\n1,2\n");
        assertThat(odd.statusCode()).isEqualTo(400);
        assertThat(odd.body()).contains(ObservationCsv.HEADER);
    }

    @Test
    void theCommandEndsByItselfAndRefusesBadKeys() throws IOException {
        Path dir = folder.resolve("served");
        Path bad = Files.writeString(folder.resolve("bad.csv"), "name\nx\n");
        assertThat(Main.execute(
                        "index",
                        "serve",
                        "--http",
                        "0",
                        "--keys",
                        bad.toString(),
                        "--dir",
                        dir.toString(),
                        "--for",
                        "1ms"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(dir).doesNotExist();
        String keys = folder.resolve("keys.csv").toString();
        assertThat(Main.execute(
                        "index", "serve", "--http", "0", "--keys", keys, "--dir", dir.toString(), "--for", "1ms"))
                .isEqualTo(ExitCode.OK);
        assertThat(dir.resolve("signing-key.pem")).exists();
    }
}
