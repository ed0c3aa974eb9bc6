package org.calx.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoProcessTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    @BeforeAll
    static void assumePackaged() {
        Launcher.assumePackaged();
    }

    @Test
    void endsByItselfWithAReportWhoseDigestIsThatOfTheFolder() {
        Path json = folder.resolve("report.json");
        String data = folder.resolve("data").toString();
        try (Running demo = Launcher.start(
                "demo", "--for", "20s", "--day", "3s", "--http", "0", "--dir", data, "--json", json.toString())) {
            assertThat(demo.exitCode()).as("%s", demo.errors()).isZero();
            assertThat(demo.output().getFirst()).matches("listening http://127\\.0\\.0\\.1:\\d+");
            assertThat(demo.output().get(1)).matches("key \\S+ \\S+ \\S+");
            assertThat(demo.errors()).isEmpty();
        }
        JsonNode report = JSON.readTree(json.toFile());
        assertThat(report.get("url").asString()).startsWith("http://127.0.0.1:");
        for (String count : new String[] {"orders", "trades", "indexFixings", "settlements", "expiries"}) {
            assertThat(report.get(count).asLong()).as(count).isPositive();
        }
        assertThat(report.get("rejects").isObject()).isTrue();
        assertThat(report.get("invariantsChecked").asLong())
                .isGreaterThanOrEqualTo(report.get("orders").asLong());
        try (Running digest = Launcher.start("digest", "--dir", data)) {
            assertThat(digest.exitCode()).isZero();
            assertThat(digest.output())
                    .containsExactly(report.get("stateDigest").asString());
        }
    }

    @Test
    void goesOnAfterAKillWithWhatItHadAcknowledged() {
        String data = folder.resolve("data").toString();
        String orderId;
        try (Running demo = demo(data)) {
            String url = demo.awaitLine("listening ");
            try (Api api = new Api(url, demo.awaitLine("key "))) {
                orderId = restFarFromTheMarket(api);
            }
            demo.kill();
        }
        try (Running again = demo(data)) {
            String url = again.awaitLine("listening ");
            try (Api api = new Api(url, again.awaitLine("key "))) {
                assertThat(api.result("private/get_open_orders").findValuesAsString("order_id"))
                        .contains(orderId);
            }
            again.terminate();
            assertThat(again.exitCode()).isZero();
            assertThat(again.output().getLast()).startsWith("Ended: ");
        }
    }

    @Test
    void theEmergencyKeyHaltsAndCancelsWithoutAGateway() {
        String data = folder.resolve("data").toString();
        try (Running demo = demo(data)) {
            String url = demo.awaitLine("listening ");
            try (Api api = new Api(url, demo.awaitLine("key "))) {
                restFarFromTheMarket(api);
                assertThat(emergency("halt", "--dir", data)).containsExactly("markets halted: 2");
                assertThat(emergency("halt", "--dir", data)).containsExactly("markets halted: 0");
                assertThat(emergency("cancel", "--all", "--dir", data))
                        .singleElement()
                        .asString()
                        .startsWith("mass cancels done: ");
                assertThat(api.result("private/get_open_orders")).isEmpty();
            }
        }
    }

    private static List<String> emergency(String... arguments) {
        String[] all =
                Stream.concat(Stream.of("emergency"), Stream.of(arguments)).toArray(String[]::new);
        try (Running emergency = Launcher.start(all)) {
            assertThat(emergency.exitCode()).as("%s", emergency.errors()).isZero();
            return emergency.output();
        }
    }

    @Test
    void servesItsHealthAndHoldsItsFolder() throws Exception {
        String data = folder.resolve("data").toString();
        try (Running demo = demo(data)) {
            String url = demo.awaitLine("listening ");
            HttpURLConnection ready =
                    (HttpURLConnection) URI.create(url + "/readyz").toURL().openConnection();
            assertThat(ready.getResponseCode()).isEqualTo(200);
            try (Running second = demo(data);
                    Running digest = Launcher.start("digest", "--dir", data)) {
                assertThat(second.exitCode()).isEqualTo(4);
                assertThat(second.errors()).singleElement().asString().contains("already running");
                assertThat(digest.exitCode()).isEqualTo(4);
                assertThat(digest.errors()).singleElement().asString().contains("already running");
            }
            demo.terminate();
            assertThat(demo.exitCode()).isZero();
        }
    }

    private static Running demo(String data) {
        return Launcher.start("demo", "--http", "0", "--day", "1h", "--dir", data);
    }

    /** The door opens a moment before the market does. */
    private static void awaitOpen(Api api, String symbol) {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!api.result("public/ticker?instrument_name=" + symbol)
                .get("state")
                .asString()
                .equals("open")) {
            assertThat(System.nanoTime() - deadlineNs).as("the market opens").isNegative();
            Thread.yield();
        }
    }

    private static String restFarFromTheMarket(Api api) {
        String symbol = api.result("public/get_instruments?currency=USD&kind=future")
                .get(0)
                .get("instrument_name")
                .asString();
        awaitOpen(api, symbol);
        JsonNode placed =
                api.result("private/buy?instrument_name=" + symbol + "&amount=1&type=limit&post_only=true&price=0.01");
        assertThat(placed.get("order").get("order_state").asString()).isEqualTo("open");
        return placed.get("order").get("order_id").asString();
    }
}
