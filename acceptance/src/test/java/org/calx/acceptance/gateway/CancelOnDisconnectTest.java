package org.calx.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.calx.gateway.guard.SessionCounts;
import org.calx.gateway.session.GatewayLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What becomes of orders when the connection over which they were entered is gone, over real sockets. */
class CancelOnDisconnectTest {
    private static final String ENABLE = "private/enable_cancel_on_disconnect";
    private static final String GET = "private/get_cancel_on_disconnect";

    private final GatewayVenue venue = new GatewayVenue();
    private final TestClient watcher = signedIn(venue.url());

    @AfterEach
    void close() {
        watcher.close();
        venue.close();
    }

    @Test
    void aClosedConnectionHasItsOrdersCancelledAndNoOthers() {
        TestClient maker = signedIn(venue.url());
        String before = enter(maker);
        enable(maker, 0);
        String guarded = enter(maker);
        String others = enter(watcher);
        watch();
        maker.endInOrder();
        assertThat(nextCancelled()).isEqualTo(guarded);
        assertThat(openOrders()).containsExactlyInAnyOrder(before, others);
        assertThat(watcher.result("private/get_order_state", "{\"order_id\":\"" + guarded + "\"}")
                        .get("cancel_reason")
                        .asString())
                .isEqualTo("disconnected");
        maker.close();
    }

    @Test
    void aBrokenConnectionHasItsOrdersCancelled() {
        TestClient maker = signedIn(venue.url());
        enable(maker, 0);
        String guarded = enter(maker);
        watch();
        maker.close();
        assertThat(nextCancelled()).isEqualTo(guarded);
    }

    @Test
    void anOrderEnteredBehindTheRequestWithoutWaitingIsGuarded() {
        TestClient maker = signedIn(venue.url());
        watch();
        maker.send("{\"jsonrpc\":\"2.0\",\"id\":901,\"method\":\"" + ENABLE + "\",\"params\":{}}");
        maker.send("{\"jsonrpc\":\"2.0\",\"id\":902,\"method\":\"private/buy\",\"params\":" + order() + "}");
        String guarded = maker.await(message -> message.path("id").asLong(-1) == 902)
                .at("/result/order/order_id")
                .asString();
        maker.close();
        assertThat(nextCancelled()).isEqualTo(guarded);
    }

    @Test
    void disabledAgainTheOrdersStay() {
        TestClient maker = signedIn(venue.url());
        enable(maker, 0);
        assertThat(maker.result(GET, "{}").get("enabled").asBoolean()).isTrue();
        String order = enter(maker);
        assertThat(maker.result("private/disable_cancel_on_disconnect", "{}").asString())
                .isEqualTo("ok");
        assertThat(maker.result(GET, "{}").get("enabled").asBoolean()).isFalse();
        maker.close();
        TestClient other = signedIn(venue.url());
        enable(other, 0);
        String guarded = enter(other);
        watch();
        other.close();
        assertThat(nextCancelled()).isEqualTo(guarded);
        assertThat(openOrders()).containsExactly(order);
    }

    @Test
    void anAccountsConnectionsBeginGuardedOnceItWantsThat() {
        assertThat(watcher.result(GET, "{\"scope\":\"account\"}").get("enabled").asBoolean())
                .isFalse();
        assertThat(watcher.result(ENABLE, "{\"scope\":\"account\"}").asString()).isEqualTo("ok");
        assertThat(watcher.result(GET, "{\"scope\":\"account\"}").get("enabled").asBoolean())
                .isTrue();
        assertThat(watcher.result(GET, "{}").get("enabled").asBoolean()).isFalse();
        TestClient maker = signedIn(venue.url());
        assertThat(maker.result(GET, "{}").get("enabled").asBoolean()).isTrue();
        String guarded = enter(maker);
        watch();
        maker.close();
        assertThat(nextCancelled()).isEqualTo(guarded);
        assertThat(watcher.result("private/disable_cancel_on_disconnect", "{\"scope\":\"account\"}")
                        .asString())
                .isEqualTo("ok");
        try (TestClient later = signedIn(venue.url())) {
            assertThat(later.result(GET, "{}").get("enabled").asBoolean()).isFalse();
        }
    }

    @Test
    void sessionsAreCountedByWhatBecameOfThem() {
        SessionCounts counts = venue.sessions();
        TestClient maker = signedIn(venue.url());
        enable(maker, 60_000);
        String session = maker.result(GET, "{}").get("session_id").asString();
        assertThat(counts.held()).isEqualTo(1);
        assertThat(counts.opened()).isEqualTo(1);
        try (TestClient back = signedIn(venue.url())) {
            back.result("private/calx.resume_session", "{\"session_id\":\"" + session + "\"}");
            assertThat(maker.closeCode()).isEqualTo(1000);
            assertThat(counts.resumed()).isEqualTo(1);
            assertThat(counts.ended(SessionCounts.Loss.ENDED_ELSEWHERE)).isEqualTo(1);
            back.result("private/disable_cancel_on_disconnect", "{}");
            assertThat(counts.ended(SessionCounts.Loss.DISABLED)).isEqualTo(1);
            assertThat(counts.held()).isZero();
        }
        maker.close();
    }

    @Test
    void whoIsBackInTimeGoesOnWithItsOrdersAtAnotherGateway() {
        try (GatewayVenue.Late other = venue.lateGateway();
                TestClient maker = signedIn(venue.url());
                TestClient back = signedIn(other.url())) {
            enable(maker, 60_000);
            String session = maker.result(GET, "{}").get("session_id").asString();
            String order = enter(maker);
            String resume = "{\"session_id\":\"" + session + "\"}";
            assertThat(back.result("private/calx.resume_session", resume)
                            .get("session_id")
                            .asString())
                    .isEqualTo(session);
            assertThat(maker.closeCode()).isEqualTo(1000);
            String after = enter(back);
            assertThat(openOrders()).containsExactlyInAnyOrder(order, after);
            watch();
            back.endInOrder();
            assertThat(List.of(nextCancelled(), nextCancelled())).containsExactly(order, after);
            assertThat(openOrders()).isEmpty();
            assertThat(watcher.error("private/calx.resume_session", resume)
                            .get("message")
                            .asString())
                    .isEqualTo("unknown_session");
        }
    }

    @Test
    void aBrokenConnectionsOrdersWaitForItsGrace() {
        TestClient maker = signedIn(venue.url());
        enable(maker, 60_000);
        String session = maker.result(GET, "{}").get("session_id").asString();
        String order = enter(maker);
        maker.close();
        while (venue.gateway.openConnections() > 1) {
            Thread.onSpinWait();
        }
        try (TestClient back = signedIn(venue.url())) {
            back.result("private/calx.resume_session", "{\"session_id\":" + session + "}");
            assertThat(openOrders()).containsExactly(order);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "private/enable_cancel_on_disconnect|{\"scope\":\"venue\"}|scope",
                "private/enable_cancel_on_disconnect|{\"grace\":60001}|grace",
                "private/get_cancel_on_disconnect|{\"scope\":7}|scope",
                "private/calx.resume_session|{}|session_id",
                "private/cancel_all_after|{}|timeout",
                "private/cancel_all_after|{\"timeout\":999}|timeout",
                "private/cancel_all_after|{\"timeout\":86400001}|timeout",
                "private/cancel_all_after|{\"timeout\":-1000}|timeout",
            })
    void aParameterOutOfRangeIsNamed(String method, String params, String param) {
        JsonNode error = watcher.error(method, params);
        assertThat(error.get("code").asInt()).as(error.toString()).isEqualTo(-32602);
        assertThat(error.at("/data/param").asString()).isEqualTo(param);
    }

    @Test
    void aClientThatAnswersNoPingHasItsOrdersCancelledAndOneThatDoesKeepsThem() throws IOException {
        GatewayLimits limits = GatewayLimits.defaults().withGuardedSilence(Duration.ofSeconds(1));
        try (GatewayVenue impatient = new GatewayVenue(config -> config.withLimits(limits));
                TestClient alive = signedIn(impatient.url());
                RawClient dead = new RawClient(impatient)) {
            enable(alive, 0);
            String kept = enter(alive);
            dead.send(
                    "public/auth",
                    "{\"grant_type\":\"client_credentials\",\"client_id\":\"%s\",\"client_secret\":\"%s\"}"
                            .formatted(GatewayVenue.KEY, GatewayVenue.SECRET));
            dead.send(ENABLE, "{}");
            alive.result("private/subscribe", "{\"channels\":[\"user.orders.any.any.raw\"]}");
            dead.send("private/buy", order());
            assertThat(alive.next("user.orders.any.any.raw").get("order_state").asString())
                    .isEqualTo("open");
            assertThat(alive.next("user.orders.any.any.raw")
                            .get("cancel_reason")
                            .asString())
                    .isEqualTo("disconnected");
            assertThat(alive.result("private/get_open_orders", "{}").findValuesAsString("order_id"))
                    .containsExactly(kept);
        }
    }

    @Test
    void whoLogsOutKeepsItsOrders() {
        TestClient maker = signedIn(venue.url());
        enable(maker, 0);
        String kept = enter(maker);
        maker.result("private/logout", "{}");
        assertThat(maker.closeCode()).isEqualTo(1000);
        TestClient other = signedIn(venue.url());
        enable(other, 0);
        String guarded = enter(other);
        watch();
        other.close();
        assertThat(nextCancelled()).isEqualTo(guarded);
        assertThat(openOrders()).containsExactly(kept);
    }

    @Test
    void aGatewayThatStopsLeavesItsClientsTimeToGoOnElsewhere() {
        try (GatewayVenue.Late other = venue.lateGateway();
                TestClient maker = signedIn(venue.url());
                TestClient back = signedIn(other.url())) {
            enable(maker, 0);
            String session = maker.result(GET, "{}").get("session_id").asString();
            String order = enter(maker);
            venue.gateway.close();
            assertThat(maker.closeCode()).isEqualTo(1001);
            back.result("private/calx.resume_session", "{\"session_id\":" + session + "}");
            assertThat(back.result("private/get_open_orders", "{}")
                            .at("/0/order_id")
                            .asString())
                    .isEqualTo(order);
        }
    }

    @Test
    void anAccountThatDoesNotCallAgainInTimeHasAllItsOrdersCancelled() {
        String order = enter(watcher);
        watch();
        JsonNode armed = watcher.result("private/cancel_all_after", "{\"timeout\":60000}");
        assertThat(armed.get("trigger_timestamp").asLong()
                        - armed.get("timestamp").asLong())
                .isEqualTo(60_000);
        watcher.result("private/cancel_all_after", "{\"timeout\":1000}");
        assertThat(nextCancelled()).isEqualTo(order);
        assertThat(watcher.result("private/cancel_all_after", "{\"timeout\":0}")
                        .get("trigger_timestamp")
                        .isNull())
                .isTrue();
    }

    private static TestClient signedIn(String url) {
        return new TestClient(url).signIn(GatewayVenue.KEY, GatewayVenue.SECRET);
    }

    private static void enable(TestClient client, long graceMs) {
        assertThat(client.result(ENABLE, "{\"grace\":" + graceMs + "}").asString())
                .isEqualTo("ok");
    }

    private static String order() {
        return "{\"instrument_name\":\"H100-31DEC26\",\"amount\":1,\"price\":2.41}";
    }

    private static String enter(TestClient client) {
        return client.result("private/buy", order()).at("/order/order_id").asString();
    }

    private void watch() {
        watcher.result("private/subscribe", "{\"channels\":[\"user.orders.any.any.raw\"]}");
    }

    private String nextCancelled() {
        JsonNode order = watcher.next("user.orders.any.any.raw");
        while (!order.get("order_state").asString().equals("cancelled")) {
            order = watcher.next("user.orders.any.any.raw");
        }
        return order.get("order_id").asString();
    }

    private List<String> openOrders() {
        List<String> ids = new ArrayList<>();
        watcher.result("private/get_open_orders", "{}")
                .forEach(order -> ids.add(order.get("order_id").asString()));
        return ids;
    }
}
