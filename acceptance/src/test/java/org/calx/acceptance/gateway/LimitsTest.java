package org.calx.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.calx.gateway.session.GatewayLimits;
import org.calx.gateway.session.GatewayLimits.Rate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What happens at the limits of the edge. */
class LimitsTest {

    @Test
    void tooManySubscriptionsAreRefusedWhole() {
        GatewayLimits limits = GatewayLimits.defaults().withMaxSubscriptions(2);
        try (GatewayVenue venue = new GatewayVenue(config -> config.withLimits(limits));
                TestClient client = new TestClient(venue)) {
            client.result("public/subscribe", "{\"channels\":[\"quote.H100-31DEC26\"]}");
            client.next("quote.H100-31DEC26");
            JsonNode error = client.error(
                    "public/subscribe", "{\"channels\":[\"ticker.H100-31DEC26.raw\",\"book.H100-31DEC26.raw\"]}");
            assertThat(error.get("message").asString()).isEqualTo("too_many_subscriptions");
            JsonNode ended = client.result(
                    "public/unsubscribe", "{\"channels\":[\"ticker.H100-31DEC26.raw\",\"quote.H100-31DEC26\"]}");
            assertThat(ended).hasSize(1);
        }
    }

    @Test
    void anExpiredTokenIsRefused() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
        try (GatewayVenue venue = new GatewayVenue(config -> config.withClock(now::get));
                TestClient client = new TestClient(venue)) {
            client.signIn(GatewayVenue.KEY, GatewayVenue.SECRET);
            client.result("private/get_positions", "{}");
            now.set(now.get().plus(Duration.ofDays(2)));
            JsonNode error = client.error("private/get_positions", "{}");
            assertThat(error.get("code").asInt()).isEqualTo(13009);
            assertThat(error.get("data").get("reason").asString()).isEqualTo("token_expired");
            client.signIn(GatewayVenue.KEY, GatewayVenue.SECRET);
            client.result("private/get_positions", "{}");
        }
    }

    @Test
    void queriesAboveTheirRateAreRefusedWhileCancellationsGoOn() {
        Rate few = new Rate(3, 1);
        GatewayLimits limits = GatewayLimits.defaults().withRates(few, few, new Rate(100, 100));
        try (GatewayVenue venue = new GatewayVenue(config -> config.withLimits(limits));
                TestClient client = new TestClient(venue)) {
            client.signIn(GatewayVenue.KEY, GatewayVenue.SECRET);
            JsonNode last = null;
            for (int query = 0; query < 10; query++) {
                last = client.call("public/test", "{}");
            }
            assertThat(last.get("error").get("code").asInt()).isEqualTo(10028);
            assertThat(client.result("private/cancel_all", "{}").asInt()).isZero();
        }
    }

    @Test
    void aConnectionAboveTheirNumberIsClosed() {
        GatewayLimits defaults = GatewayLimits.defaults();
        GatewayLimits limits = defaults.withMaxConnections(1);
        try (GatewayVenue venue = new GatewayVenue(config -> config.withLimits(limits));
                TestClient first = new TestClient(venue);
                TestClient second = new TestClient(venue)) {
            assertThat(second.closeCode()).isIn(1013, -1);
            assertThat(first.result("public/test", "{}").has("version")).isTrue();
        }
    }

    @Test
    void logoutEndsTheTokensAndTheConnection() {
        try (GatewayVenue venue = new GatewayVenue();
                TestClient client = new TestClient(venue);
                TestClient other = new TestClient(venue)) {
            JsonNode login = client.result(
                    "public/auth",
                    "{\"grant_type\":\"client_credentials\",\"client_id\":\"%s\",\"client_secret\":\"%s\"}"
                            .formatted(GatewayVenue.KEY, GatewayVenue.SECRET));
            String withToken =
                    "{\"access_token\":\"" + login.get("access_token").asString() + "\"}";
            other.result("private/get_positions", withToken);
            assertThat(client.result("private/logout", "{}").asString()).isEqualTo("ok");
            assertThat(client.closeCode()).isEqualTo(1000);
            assertThat(other.error("private/get_positions", withToken)
                            .get("code")
                            .asInt())
                    .isEqualTo(13009);
        }
    }

    @Test
    void aRefreshTokenServesOnce() {
        try (GatewayVenue venue = new GatewayVenue();
                TestClient client = new TestClient(venue)) {
            JsonNode login = client.result(
                    "public/auth",
                    "{\"grant_type\":\"client_credentials\",\"client_id\":\"%s\",\"client_secret\":\"%s\"}"
                            .formatted(GatewayVenue.KEY, GatewayVenue.SECRET));
            String refresh = "{\"grant_type\":\"refresh_token\",\"refresh_token\":\"%s\"}"
                    .formatted(login.get("refresh_token").asString());
            assertThat(client.result("public/auth", refresh).has("access_token"))
                    .isTrue();
            assertThat(client.error("public/auth", refresh).get("code").asInt()).isEqualTo(13009);
        }
    }
}
