package org.calx.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.calx.model.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What channels tell. */
class ChannelTest {
    private GatewayVenue venue;
    private TestClient client;

    @BeforeEach
    void open() {
        venue = new GatewayVenue();
        client = new TestClient(venue).signIn(GatewayVenue.KEY, GatewayVenue.SECRET);
    }

    @AfterEach
    void close() {
        client.close();
        venue.close();
    }

    private void subscribe(String... channels) {
        client.result("private/subscribe", "{\"channels\":[\"" + String.join("\",\"", channels) + "\"]}");
    }

    private JsonNode buy(int lots) {
        return client.result(
                "private/buy",
                "{\"instrument_name\":\"H100-31DEC26\",\"amount\":%d,\"price\":2.51,\"label\":\"mine\"}"
                        .formatted(lots));
    }

    @Test
    void theAnswerComesBeforeTheFirstMessage() {
        client.send("{\"id\":99,\"method\":\"public/subscribe\","
                + "\"params\":{\"channels\":[\"ticker.H100-31DEC26.raw\"]}}");
        assertThat(client.await(message -> true).path("id").asInt()).isEqualTo(99);
        assertThat(client.await(message -> true).path("method").asString("")).isEqualTo("subscription");
    }

    @Test
    void anOrderIsToldFromEntryToFill() {
        subscribe("user.orders.any.any.raw", "user.trades.future.USD.raw", "user.changes.H100-31DEC26.raw");
        JsonNode answer = buy(12);
        JsonNode order = client.next("user.orders.any.any.raw");
        assertThat(order).isEqualTo(answer.get("order"));
        assertThat(order.get("order_state").asString()).isEqualTo("open");
        assertThat(order.get("filled_amount").asInt()).isEqualTo(10);
        JsonNode trades = client.next("user.trades.future.USD.raw");
        assertThat(trades).isEqualTo(answer.get("trades"));
        assertThat(trades.get(0).get("liquidity").asString()).isEqualTo("T");
        assertThat(trades.get(0).get("label").asString()).isEqualTo("mine");
        JsonNode changes = client.next("user.changes.H100-31DEC26.raw");
        assertThat(changes.get("orders").get(0)).isEqualTo(order);
        assertThat(changes.get("positions").get(0).get("size").asInt()).isEqualTo(10);
        venue.makerOrder(Side.SELL, 251, 2);
        assertThat(client.next("user.orders.any.any.raw").get("order_state").asString())
                .isEqualTo("filled");
        assertThat(client.next("user.trades.future.USD.raw")
                        .get(0)
                        .get("liquidity")
                        .asString())
                .isEqualTo("M");
    }

    @Test
    void cancellationsTellWhy() {
        subscribe("user.orders.H100-31DEC26.raw");
        client.result("private/buy", "{\"instrument_name\":\"H100-31DEC26\",\"amount\":1,\"price\":\"2.40\"}");
        client.next("user.orders.H100-31DEC26.raw");
        assertThat(client.result("private/cancel_all", "{}").asInt()).isEqualTo(1);
        JsonNode order = client.next("user.orders.H100-31DEC26.raw");
        assertThat(order.get("order_state").asString()).isEqualTo("cancelled");
        assertThat(order.get("cancel_reason").asString()).isEqualTo("mass_cancel");
    }

    @Test
    void tradesMoveTickerQuoteAndChart() {
        subscribe(
                "trades.H100-31DEC26.raw",
                "trades.future.any.100ms",
                "ticker.H100-31DEC26.raw",
                "quote.H100-31DEC26",
                "chart.trades.H100-31DEC26.1");
        assertThat(client.next("ticker.H100-31DEC26.raw").get("last_price").isNull())
                .isTrue();
        assertThat(client.next("quote.H100-31DEC26").get("best_ask_amount").asInt())
                .isEqualTo(10);
        buy(4);
        JsonNode trade = client.next("trades.H100-31DEC26.raw").get(0);
        assertThat(trade.get("price").decimalValue()).isEqualByComparingTo("2.51");
        assertThat(trade.get("direction").asString()).isEqualTo("buy");
        assertThat(client.next("trades.future.any.100ms").get(0)).isEqualTo(trade);
        JsonNode ticker = client.next("ticker.H100-31DEC26.raw");
        assertThat(ticker.get("last_price").decimalValue()).isEqualByComparingTo("2.51");
        assertThat(ticker.get("stats").get("volume").asInt()).isEqualTo(4);
        assertThat(ticker.get("open_interest").asInt()).isEqualTo(4);
        assertThat(client.next("quote.H100-31DEC26").get("best_ask_amount").asInt())
                .isEqualTo(6);
        JsonNode candle = client.next("chart.trades.H100-31DEC26.1");
        assertThat(candle.get("close").decimalValue()).isEqualByComparingTo("2.51");
        assertThat(candle.get("cost").decimalValue()).isEqualByComparingTo("7329.2");
    }

    @Test
    void theMarkMovesThePortfolio() {
        buy(10);
        subscribe("user.portfolio.usd");
        JsonNode before = client.next("user.portfolio.usd");
        assertThat(before.get("total_pl").decimalValue()).isEqualByComparingTo("-73");
        venue.mark(1, 2_600_000);
        JsonNode after = client.next("user.portfolio.usd");
        assertThat(after.get("total_pl").decimalValue()).isEqualByComparingTo("657");
        assertThat(after.get("equity")
                        .decimalValue()
                        .subtract(before.get("equity").decimalValue()))
                .isEqualByComparingTo("730");
    }

    @Test
    void groupedBooksAddLevelsUp() {
        subscribe("book.H100-31DEC26.5.10.100ms");
        JsonNode book = client.next("book.H100-31DEC26.5.10.100ms");
        assertThat(book.get("bids").get(0).get(0).decimalValue()).isEqualByComparingTo("2.45");
        assertThat(book.get("bids").get(0).get(1).asInt()).isEqualTo(10 + 11 + 12 + 13 + 14);
        assertThat(book.get("asks").get(0).get(0).decimalValue()).isEqualByComparingTo("2.55");
    }

    @Test
    void fixingsAndTheCalendarAreTold() {
        subscribe("calx.index.H100", "calx.venue");
        JsonNode first = client.next("calx.venue");
        assertThat(first.get("phases").get("COMPUTE").asString()).isEqualTo("open");
        assertThat(first.get("business_dates").get("COMPUTE").asString()).isEqualTo("2026-11-26");
        assertThat(first.get("notice").asString()).isEqualTo("A test venue.");
        assertThat(first.get("attribution").get(0).asString()).isEqualTo("Prices of nobody.");
        venue.halt();
        assertThat(client.await(message -> message.path("params")
                        .path("data")
                        .path("phases")
                        .path("COMPUTE")
                        .asString("")
                        .equals("halted")))
                .isNotNull();
        venue.fix(2_530_000);
        JsonNode fixing = client.next("calx.index.H100");
        assertThat(fixing.get("price").decimalValue()).isEqualByComparingTo("2.53");
        assertThat(fixing.get("status").asString()).isEqualTo("preliminary");
        JsonNode history = client.result("public/calx.get_index_history", "{\"index_name\":\"H100\",\"count\":2}");
        assertThat(history.get(0).get("date").asString()).isEqualTo("2026-11-25");
        assertThat(history.get(1)).isEqualTo(fixing);
    }

    @Test
    void nothingIsToldAfterUnsubscribing() {
        subscribe("quote.H100-31DEC26", "trades.H100-31DEC26.raw");
        client.next("quote.H100-31DEC26");
        client.result("private/unsubscribe", "{\"channels\":[\"quote.H100-31DEC26\"]}");
        buy(1);
        client.next("trades.H100-31DEC26.raw");
        assertThat(client.hasUnread("quote.H100-31DEC26")).isFalse();
    }

    @Test
    void everyChannelOfThePageCanBeSubscribed() throws IOException {
        Pattern row = Pattern.compile("\\| `[a-z.A-Z]+` \\| `([^`]+)` \\|.*");
        List<String> examples = Files.readAllLines(Path.of("..", "docs", "spec", "api.md")).stream()
                .map(row::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .toList();
        assertThat(examples).hasSizeGreaterThan(12);
        subscribe(examples.toArray(String[]::new));
    }
}
