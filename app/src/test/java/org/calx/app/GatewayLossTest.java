package org.calx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.calx.app.local.ClusterFolder;
import org.calx.app.local.ClusterPlan;
import org.calx.app.local.LocalCluster;
import org.calx.cluster.IdleMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway's process is killed: who goes on elsewhere in time keeps its orders, who does not has them cancelled. */
@Timeout(400)
class GatewayLossTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ENABLE = "private/enable_cancel_on_disconnect";

    @TempDir
    Path folder;

    @Test
    void anotherGatewayFindsTheOrdersOfWhoComesBackAndTheExchangeCancelsTheOthers() {
        Path directory = folder.resolve("cluster");
        ClusterCommand.make(
                directory,
                new ClusterPlan(1, 2, 0, true, Duration.ofHours(24), 1, Duration.ofSeconds(1), IdleMode.SPARING));
        try (LocalCluster cluster = new LocalCluster(new ClusterFolder(directory))) {
            try {
                cluster.start();
                assertThat(cluster.awaitReady(PATIENCE)).isTrue();
                killOneGateway(cluster, KeyFile.open(directory.resolve("keys.properties"), DemoGuests.names()));
            } finally {
                cluster.stop();
            }
        }
    }

    private static void killOneGateway(LocalCluster cluster, Map<String, String> secrets) {
        LocalCluster.Gateway lost = cluster.gateways().get(0);
        LocalCluster.Gateway other = cluster.gateways().get(1);
        try (Client stays = new Client(lost.url(), secrets);
                Client comesBack = new Client(lost.url(), secrets);
                Client elsewhere = new Client(other.url(), secrets)) {
            String abandoned = stays.guardedOrder();
            String kept = comesBack.guardedOrder();
            String session = comesBack
                    .result("private/get_cancel_on_disconnect", "{}")
                    .get("session_id")
                    .asString();
            lost.process().kill();
            elsewhere.result("private/calx.resume_session", "{\"session_id\":" + session + "}");
            assertThat(LocalCluster.await(PATIENCE, () -> elsewhere
                            .order(abandoned)
                            .at("/order_state")
                            .asString()
                            .equals("cancelled")))
                    .isTrue();
            assertThat(elsewhere.order(abandoned).at("/cancel_reason").asString())
                    .isEqualTo("gateway_lost");
            assertThat(elsewhere.order(kept).at("/order_state").asString()).isEqualTo("open");
        }
    }

    /** A trader's WebSocket. */
    private static final class Client implements AutoCloseable, WebSocket.Listener {
        private final Map<Long, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
        private final StringBuilder text = new StringBuilder();
        private final HttpClient http = HttpClient.newHttpClient();
        private final WebSocket socket;
        private long lastId;

        Client(String url, Map<String, String> secrets) {
            socket = http.newWebSocketBuilder()
                    .buildAsync(URI.create(url.replace("http", "ws") + "/ws/api/v2"), this)
                    .join();
            assertThat(LocalCluster.await(PATIENCE, this::isMarketOpen)).isTrue();
            String key = DemoGuests.names().getFirst();
            result(
                    "public/auth",
                    "{\"grant_type\":\"client_credentials\",\"client_id\":\"%s\",\"client_secret\":\"%s\"}"
                            .formatted(key, secrets.get(key)));
        }

        private boolean isMarketOpen() {
            JsonNode phases = result("public/calx.get_venue", "{}").at("/phases");
            return !phases.isEmpty()
                    && phases.valueStream().allMatch(phase -> phase.asString().equals("open"));
        }

        /** Enters a guarded order far from the market. @return its id */
        String guardedOrder() {
            result(ENABLE, "{}");
            String symbol = result("public/get_instruments", "{\"currency\":\"USD\",\"kind\":\"future\"}")
                    .at("/0/instrument_name")
                    .asString();
            return result(
                            "private/buy",
                            "{\"instrument_name\":\"%s\",\"amount\":1,\"price\":0.01,\"post_only\":true}"
                                    .formatted(symbol))
                    .at("/order/order_id")
                    .asString();
        }

        JsonNode order(String orderId) {
            return result("private/get_order_state", "{\"order_id\":\"" + orderId + "\"}");
        }

        JsonNode result(String method, String params) {
            long id = ++lastId;
            CompletableFuture<JsonNode> answer = new CompletableFuture<>();
            waiting.put(id, answer);
            socket.sendText(
                            "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}"
                                    .formatted(id, method, params),
                            true)
                    .join();
            JsonNode json =
                    answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
            assertThat(json.has("result")).as("%s: %s", method, json).isTrue();
            return json.get("result");
        }

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                JsonNode json = JSON.readTree(text.toString());
                text.setLength(0);
                waiting.remove(json.path("id").asLong()).complete(json);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public void close() {
            socket.abort();
            http.shutdownNow();
        }
    }
}
