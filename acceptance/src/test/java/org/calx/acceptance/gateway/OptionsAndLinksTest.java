package org.calx.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.calx.model.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Options and orders of which one cancels the other, as users of the API see them. */
class OptionsAndLinksTest {
    private static final String DEC = "H100-31DEC26";
    private static final String CALL = "H100-31DEC26-2d5-C";
    private static final String PUT = "H100-31DEC26-2d5-P";

    private final GatewayVenue venue = new GatewayVenue();
    private final TestClient client = new TestClient(venue);

    @BeforeEach
    void signIn() {
        client.signIn(GatewayVenue.KEY, GatewayVenue.SECRET);
        venue.listOptions();
        venue.awaitGateway();
    }

    @AfterEach
    void close() {
        client.close();
        venue.close();
    }

    @Test
    void optionsAreListedInTheirKind() {
        JsonNode options = call("public/get_instruments", "{\"currency\":\"USD\",\"kind\":\"option\"}");
        assertThat(options).hasSize(2);
        JsonNode call = options.get(0);
        assertThat(call.get("instrument_name").asString()).isEqualTo(CALL);
        assertThat(call.get("kind").asString()).isEqualTo("option");
        assertThat(call.get("option_type").asString()).isEqualTo("call");
        assertThat(decimal(call, "strike")).isEqualByComparingTo("2.5");
        assertThat(options.get(1).get("option_type").asString()).isEqualTo("put");
        for (JsonNode future : call("public/get_instruments", "{\"currency\":\"USD\",\"kind\":\"future\"}")) {
            assertThat(future.get("kind").asString()).isEqualTo("future");
            assertThat(future.has("strike")).isFalse();
        }
    }

    @Test
    void whatAnOrderInOptionsIsSaidToNeedIsReserved() {
        long seed = Long.getLong("calx.seed", System.nanoTime());
        System.out.println("OptionsAndLinksTest seed " + seed + " (repeat with -Dcalx.seed)");
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            String contract = new String[] {DEC, CALL, PUT}[random.nextInt(3)];
            boolean buys = random.nextBoolean();
            int ticks = contract.equals(DEC)
                    ? (buys ? 240 : 251) + random.nextInt(9)
                    : (buys ? 10 : 21) + random.nextInt(9);
            if (random.nextInt(4) == 0) {
                venue.mark(3 + random.nextInt(2), 150_000 + 10_000 * random.nextInt(11));
                venue.awaitGateway();
            }
            String order = "\"instrument_name\":\"%s\",\"amount\":%d,\"price\":%s"
                    .formatted(contract, 1 + random.nextInt(4), BigDecimal.valueOf(ticks, 2));
            JsonNode answer = call(
                    "private/calx.what_if",
                    "{\"orders\":[{\"direction\":\"%s\",%s}]}".formatted(buys ? "buy" : "sell", order));
            call(buys ? "private/buy" : "private/sell", "{" + order + "}");
            assertThat(requirement())
                    .as("seed %d, round %d", seed, round)
                    .isEqualByComparingTo(decimal(answer.get("currencies").get(0), "requirement"));
        }
    }

    @Test
    void linkedOrdersNameEachOtherUntilOneIsFilled() {
        String buyId = enter("private/buy", "240", "");
        String link = ",\"linked_order_type\":\"one_cancels_other\",\"linked_order_id\":\"%s\"".formatted(buyId);
        JsonNode said = call("private/calx.what_if", "{\"orders\":[]}");
        String sellId = enter("private/sell", "260", link);
        JsonNode sell = call("private/get_order_state", "{\"order_id\":\"%s\"}".formatted(sellId));
        assertThat(sell.get("linked_order_id").asString()).isEqualTo(buyId);
        assertThat(sell.get("oco_ref").asString())
                .isEqualTo(call("private/get_order_state", "{\"order_id\":\"%s\"}".formatted(buyId))
                        .get("oco_ref")
                        .asString());
        JsonNode after = call("private/calx.what_if", "{\"orders\":[]}");
        assertThat(requirement())
                .isEqualByComparingTo(decimal(after.get("currencies").get(0), "requirement"))
                .isGreaterThanOrEqualTo(decimal(said.get("currencies").get(0), "requirement"));
        // The maker offers 60 lots below 2.60; one more takes a part of the sale.
        venue.makerOrder(Side.BUY, 260, 61);
        venue.awaitGateway();
        JsonNode buy = call("private/get_order_state", "{\"order_id\":\"%s\"}".formatted(buyId));
        assertThat(buy.get("order_state").asString()).isEqualTo("cancelled");
        assertThat(buy.get("cancel_reason").asString()).isEqualTo("linked_order_filled");
        assertThat(buy.has("oco_ref")).isFalse();
    }

    @Test
    void whatCannotBeLinkedIsRefused() {
        JsonNode error = client.error(
                "private/buy",
                "{\"instrument_name\":\"%s\",\"amount\":1,\"price\":2.4,\"linked_order_type\":\"one_triggers_other\"}"
                        .formatted(DEC));
        assertThat(error.get("data").get("param").asString()).isEqualTo("linked_order_type");
        String buyId = enter("private/buy", "240", "");
        JsonNode same = client.error(
                "private/buy",
                ("{\"instrument_name\":\"%s\",\"amount\":1,\"price\":2.41,\"linked_order_type\":\"one_cancels_other\","
                                + "\"linked_order_id\":\"%s\"}")
                        .formatted(DEC, buyId));
        assertThat(same.get("data").get("reason").asString()).isEqualTo("NOT_LINKABLE");
    }

    private String enter(String method, String ticks, String more) {
        JsonNode answer = call(
                method,
                "{\"instrument_name\":\"%s\",\"amount\":2,\"price\":%s%s}"
                        .formatted(DEC, new BigDecimal(ticks).movePointLeft(2), more));
        return answer.get("order").get("order_id").asString();
    }

    private BigDecimal requirement() {
        return decimal(call("private/get_account_summary", "{\"currency\":\"USD\"}"), "initial_margin");
    }

    private JsonNode call(String method, String params) {
        return client.result(method, params);
    }

    private static BigDecimal decimal(JsonNode json, String field) {
        return json.get(field).decimalValue();
    }
}
