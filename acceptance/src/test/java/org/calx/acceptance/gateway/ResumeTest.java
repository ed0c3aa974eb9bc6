package org.calx.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.calx.model.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A client that has lost its gateway goes on at another one. */
class ResumeTest {
    private static final String RESTING =
            "{\"instrument_name\":\"H100-31DEC26\",\"amount\":2,\"price\":2.40,\"client_order_id\":\"mine-1\"}";

    private final GatewayVenue venue = new GatewayVenue();
    private final GatewayVenue.Late other = venue.lateGateway();
    private final TestClient before = new TestClient(venue).signIn(GatewayVenue.KEY, GatewayVenue.SECRET);
    private final TestClient after = new TestClient(other.url()).signIn(GatewayVenue.KEY, GatewayVenue.SECRET);

    @AfterEach
    void close() {
        before.close();
        after.close();
        other.close();
        venue.close();
    }

    @Test
    void anotherGatewayKnowsWhatBecameOfAnOrder() {
        JsonNode placed = before.result("private/buy", RESTING).get("order");
        JsonNode found = after.result("private/calx.resolve_order", "{\"client_order_id\":\"mine-1\"}");
        assertThat(found).isEqualTo(placed);
        JsonNode error = after.error("private/calx.resolve_order", "{\"client_order_id\":\"mine-2\"}");
        assertThat(error.get("message").asString()).isEqualTo("order_not_found");
    }

    @Test
    void anotherGatewayTellsWhatChangedSinceAnEventAndNothingElse() {
        long seen = before.result("private/buy", RESTING)
                .at("/order/event_sequence")
                .asLong();
        JsonNode resting = before.result(
                        "private/buy", "{\"instrument_name\":\"H100-31DEC26\",\"amount\":5,\"price\":2.50}")
                .get("order");
        venue.makerOrder(Side.SELL, 250, 5);
        after.result("private/calx.resolve_order", "{\"client_order_id\":\"mine-1\"}");

        JsonNode changes = after.result("private/calx.get_changes", "{\"since\":" + seen + "}");
        assertThat(changes.get("complete").asBoolean()).isTrue();
        assertThat(changes.get("sequence").asLong()).isGreaterThan(seen);
        assertThat(changes.at("/orders").size()).isEqualTo(1);
        assertThat(changes.at("/orders/0/order_id")).isEqualTo(resting.get("order_id"));
        assertThat(changes.at("/orders/0/order_state").asString()).isEqualTo("filled");
        assertThat(changes.at("/trades").size()).isEqualTo(1);
        assertThat(changes.at("/trades/0/amount").asLong()).isEqualTo(5);
        assertThat(changes.at("/positions/0/size").asLong()).isEqualTo(5);

        JsonNode now = after.result("private/calx.get_changes", "{\"since\":" + changes.get("sequence") + "}");
        assertThat(now.at("/orders").size() + now.at("/trades").size()).isZero();
    }

    @Test
    void aGatewayThatBeganLaterSaysThatItDoesNotKnowEverything() {
        assertThat(complete(before, 0)).isTrue();
        assertThat(complete(after, 0)).isFalse();
    }

    private static boolean complete(TestClient client, long since) {
        return client.result("private/calx.get_changes", "{\"since\":" + since + "}")
                .get("complete")
                .asBoolean();
    }
}
