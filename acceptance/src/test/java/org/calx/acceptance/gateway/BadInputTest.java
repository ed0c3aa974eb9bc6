package org.calx.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Bad input gets one error that says what is wrong, and changes nothing. */
class BadInputTest {
    private static final String ORDER = "\"instrument_name\":\"H100-31DEC26\",\"amount\":1,\"price\":2.4";

    private static GatewayVenue venue;

    private TestClient client;

    @BeforeAll
    static void openVenue() {
        venue = new GatewayVenue();
    }

    @AfterAll
    static void closeVenue() {
        venue.close();
    }

    @BeforeEach
    void connect() {
        client = new TestClient(venue);
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"jsonrpc\":|-32700|parse_error",
                "nonsense|-32700|parse_error",
                "{} {}|-32700|parse_error",
                "{\"id\":1,\"id\":2}|-32700|parse_error",
                "[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]|-32700|parse_error",
                "[]|-32600|invalid_request",
                "{\"id\":1}|-32600|invalid_request",
                "{\"id\":1,\"jsonrpc\":\"1.0\",\"method\":\"public/test\"}|-32600|invalid_request",
                "{\"id\":{},\"method\":\"public/test\"}|-32600|invalid_request",
                "{\"id\":1,\"method\":\"public/tset\"}|-32601|method_not_found",
                "{\"id\":1,\"method\":\"public/ticker\",\"params\":[1]}|-32602|invalid_params",
            })
    void aMessageThatIsNoRequestIsRefused(String message, int code, String symbol) {
        client.send(message);
        JsonNode error = client.await(answer -> answer.has("error")).get("error");
        assertThat(error.get("code").asInt()).isEqualTo(code);
        assertThat(error.get("message").asString()).isEqualTo(symbol);
        assertThat(error.get("data").get("reason").asString()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "public/ticker|{}|-32602|instrument_name",
                "public/ticker|{\"instrument_name\":\"H100-30DEC26\"}|13020|instrument_name",
                "public/ticker|{\"instrument_name\":{}}|-32602|instrument_name",
                "public/get_order_book|{\"instrument_name\":\"H100-31DEC26\",\"depth\":0}|-32602|depth",
                "public/get_instruments|{\"currency\":\"BTC\"}|-32602|currency",
                "public/get_instruments|{\"kind\":\"house\"}|-32602|kind",
                "public/get_last_trades_by_instrument|{\"instrument_name\":\"H100-31DEC26\",\"count\":1e9}|-32602|count",
                "public/get_index_price|{\"index_name\":\"B300\"}|13020|index_name",
                "public/subscribe|{\"channels\":\"book\"}|-32602|channels",
                "public/subscribe|{\"channels\":[\"book.H100-31DEC26\"]}|-32602|channels",
                "public/subscribe|{\"channels\":[\"user.orders.any.any.raw\"]}|10000|channels",
                "public/set_heartbeat|{\"interval\":1}|-32602|interval",
                "public/auth|{\"grant_type\":\"password\"}|-32602|grant_type",
            })
    void aParameterThatIsNotUnderstoodIsNamed(String method, String params, int code, String param) {
        JsonNode error = client.error(method, params);
        assertThat(error.get("code").asInt()).as(error.toString()).isEqualTo(code);
        assertThat(error.get("data").get("param").asString()).isEqualTo(param);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"amount\":1.5,\"price\":2.4|10027|amount",
                "\"amount\":\"many\",\"price\":2.4|10021|amount",
                "\"amount\":1e30,\"price\":2.4|10027|amount",
                "\"amount\":1,\"price\":2.405|10043|price",
                "\"amount\":1,\"price\":2.4000001|10043|price",
                "\"amount\":1,\"price\":\"cheap\"|10023|price",
                "\"amount\":1|-32602|price",
                "\"price\":2.4|-32602|amount",
                "\"amount\":1,\"price\":2.4,\"type\":\"stop_limit\"|10033|type",
                "\"amount\":1,\"price\":2.4,\"reduce_only\":true|10033|reduce_only",
                "\"amount\":1,\"price\":2.4,\"trigger_price\":2|10033|trigger_price",
                "\"amount\":1,\"price\":2.4,\"time_in_force\":\"forever\"|-32602|time_in_force",
                "\"amount\":1,\"price\":2.4,\"post_only\":\"maybe\"|-32602|post_only",
                "\"amount\":1,\"price\":2.4,\"label\":\"longer than sixteen\"|-32602|label",
            })
    void anOrderThatCannotBeReadNeverReachesTheExchange(String terms, int code, String param) {
        client.signIn(GatewayVenue.KEY, GatewayVenue.SECRET);
        long before = venue.lastEventSequence();
        JsonNode error = client.error("private/buy", "{\"instrument_name\":\"H100-31DEC26\"," + terms + "}");
        assertThat(error.get("code").asInt()).as(error.toString()).isEqualTo(code);
        assertThat(error.get("data").get("param").asString()).isEqualTo(param);
        assertThat(venue.lastEventSequence()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"amount\":-1,\"price\":2.4|10002|QUANTITY_NOT_POSITIVE",
                "\"amount\":0,\"price\":2.4|10002|QUANTITY_NOT_POSITIVE",
                "\"amount\":501,\"price\":2.4|20018|QUANTITY_TOO_LARGE",
                "\"amount\":1,\"price\":9.99|10011|PRICE_OUT_OF_BAND",
                "\"amount\":1,\"price\":2.51,\"post_only\":true|11054|POST_ONLY_WOULD_TRADE",
                "\"amount\":500,\"price\":2.49|10009|INSUFFICIENT_MARGIN",
            })
    void whatTheExchangeRefusesKeepsItsOwnReason(String terms, int code, String reason) {
        client.signIn(GatewayVenue.KEY, GatewayVenue.SECRET);
        JsonNode before = client.result("private/get_account_summary", "{\"currency\":\"USD\"}");
        JsonNode error = client.error("private/buy", "{\"instrument_name\":\"H100-31DEC26\"," + terms + "}");
        assertThat(error.get("code").asInt()).as(error.toString()).isEqualTo(code);
        assertThat(error.get("data").get("reason").asString()).isEqualTo(reason);
        assertThat(client.result("private/get_open_orders", "{}")).isEmpty();
        assertThat(client.result("private/get_account_summary", "{\"currency\":\"USD\"}"))
                .isEqualTo(before);
    }

    @Test
    void aMessageAboveTheLimitIsRefusedAndTheConnectionClosed() {
        client.send("{\"id\":1,\"method\":\"public/test\",\"params\":{\"x\":\"" + "y".repeat(64 * 1024) + "\"}}");
        JsonNode error = client.await(answer -> answer.has("error")).get("error");
        assertThat(error.get("message").asString()).isEqualTo("message_too_long");
        assertThat(client.closeCode()).isEqualTo(1009);
    }

    @Test
    void partsOfAMessageCountTogether() {
        for (int part = 0; part < 9; part++) {
            client.sendPart("x".repeat(8 * 1024), false);
        }
        assertThat(client.await(answer -> answer.has("error"))
                        .get("error")
                        .get("message")
                        .asString())
                .isEqualTo("message_too_long");
    }

    @Test
    void partsOfAMessageAreReadAsOne() {
        client.sendPart("{\"id\":7,\"method\":", false);
        client.sendPart("\"public/test\"}", true);
        assertThat(client.await(answer -> answer.path("id").asInt() == 7).has("result"))
                .isTrue();
    }

    @Test
    void aPrivateMethodNeedsAKey() {
        assertThat(client.error("private/buy", "{" + ORDER + "}").get("code").asInt())
                .isEqualTo(10000);
    }

    @Test
    void aKeyThatMayOnlyReadCannotTrade() {
        client.signIn(GatewayVenue.READER_KEY, GatewayVenue.READER_SECRET);
        long before = venue.lastEventSequence();
        for (String method : new String[] {"private/buy", "private/sell", "private/cancel_all"}) {
            JsonNode error = client.error(method, "{" + ORDER + "}");
            assertThat(error.get("code").asInt()).isEqualTo(13021);
            assertThat(error.get("data").get("reason").asString()).contains("trade:read_write");
        }
        assertThat(client.result("private/get_open_orders", "{}")).isEmpty();
        assertThat(venue.lastEventSequence()).isEqualTo(before);
    }

    @Test
    void aWrongSecretAndAnUnknownKeyLookTheSame() {
        String wrong = "{\"grant_type\":\"client_credentials\",\"client_id\":\"%s\",\"client_secret\":\"guess\"}";
        JsonNode secret = client.error("public/auth", wrong.formatted(GatewayVenue.KEY));
        JsonNode key = client.error("public/auth", wrong.formatted("nobody"));
        assertThat(secret.get("code").asInt()).isEqualTo(13004);
        assertThat(secret).isEqualTo(key);
    }

    @Test
    void aTokenOfNobodyIsRefused() {
        JsonNode error = client.error("private/get_positions", "{\"access_token\":\"made-up\"}");
        assertThat(error.get("code").asInt()).isEqualTo(13009);
        assertThat(error.get("data").get("reason").asString()).isEqualTo("invalid_token");
    }

    @Test
    void anOrderOfSomebodyElseIsUnknown() {
        long makers = venue.makerOrder(org.calx.model.Side.BUY, 240, 1);
        client.signIn(GatewayVenue.KEY, GatewayVenue.SECRET);
        for (String method : new String[] {"private/cancel", "private/edit", "private/get_order_state"}) {
            JsonNode error = client.error(method, "{\"order_id\":\"%d\",\"amount\":1}".formatted(makers));
            assertThat(error.get("code").asInt()).as(method).isEqualTo(10004);
        }
    }
}
