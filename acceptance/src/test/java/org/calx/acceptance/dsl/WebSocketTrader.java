package org.calx.acceptance.dsl;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.calx.model.Decimals;
import org.calx.model.OrderType;
import org.calx.model.RejectReason;
import org.calx.model.Side;
import org.calx.model.TimeInForce;
import tools.jackson.databind.JsonNode;

/** A trader who has signed in at the gateway with a key. */
final class WebSocketTrader implements TraderDriver {
    private static final int MONEY_SCALE = 6;

    private final URI address;
    private final Map<String, Object> key;
    private JsonRpc rpc;

    WebSocketTrader(URI address, String clientId, String clientSecret) {
        this.address = address;
        key = Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", clientSecret);
        connect();
    }

    private void connect() {
        rpc = new JsonRpc(address);
        Eventually.holds(() -> rpc.result("public/auth", key));
    }

    @Override
    public Answer place(OrderTerms order) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("instrument_name", order.symbol());
        parameters.put("amount", order.quantityLots());
        parameters.put("type", order.type() == OrderType.LIMIT ? "limit" : "market");
        parameters.put("time_in_force", code(order.timeInForce()));
        parameters.put("post_only", order.postOnly());
        parameters.put("reject_post_only", order.postOnly());
        parameters.put("label", order.label());
        if (order.type() == OrderType.LIMIT) {
            parameters.put("price", Decimals.format(order.priceTicks(), Arguments.PRICE_SCALE));
        }
        return answer(rpc.call(order.side() == Side.BUY ? "private/buy" : "private/sell", parameters));
    }

    @Override
    public Answer amend(long orderId, long priceTicks, long quantityLots) {
        return answer(rpc.call(
                "private/edit",
                Map.of(
                        "order_id",
                        Long.toString(orderId),
                        "price",
                        Decimals.format(priceTicks, Arguments.PRICE_SCALE),
                        "amount",
                        quantityLots)));
    }

    @Override
    public Answer cancel(long orderId) {
        return answer(rpc.call("private/cancel", Map.of("order_id", Long.toString(orderId))));
    }

    @Override
    public Answer cancelAll(String symbol) {
        return answer(
                symbol.isEmpty()
                        ? rpc.call("private/cancel_all", Map.of())
                        : rpc.call("private/cancel_all_by_instrument", Map.of("instrument_name", symbol)));
    }

    @Override
    public void guardOrders() {
        rpc.result("private/enable_cancel_on_disconnect", Map.of());
    }

    @Override
    public void loseConnection() {
        rpc.close();
        connect();
    }

    @Override
    public void countDown(long seconds) {
        rpc.result("private/cancel_all_after", Map.of("timeout", TimeUnit.SECONDS.toMillis(seconds)));
    }

    @Override
    public List<Working> workingOrders() {
        List<Working> working = new ArrayList<>();
        for (JsonNode order : rpc.result("private/get_open_orders", Map.of())) {
            working.add(new Working(
                    Long.parseLong(order.get("order_id").asString()),
                    order.get("instrument_name").asString(),
                    order.get("direction").asString().equals("buy") ? Side.BUY : Side.SELL,
                    ticks(order.get("price")),
                    order.get("amount").asLong() - order.get("filled_amount").asLong()));
        }
        working.sort(Comparator.comparingLong(Working::orderId));
        return working;
    }

    @Override
    public long filledLots(long orderId) {
        return rpc.result("private/get_order_state", Map.of("order_id", Long.toString(orderId)))
                .get("filled_amount")
                .asLong();
    }

    @Override
    public long positionLots(String symbol) {
        return rpc.result("private/get_position", Map.of("instrument_name", symbol))
                .get("size")
                .asLong();
    }

    @Override
    public long cashMicros() {
        return money("balance");
    }

    @Override
    public long initialMarginMicros() {
        return money("initial_margin");
    }

    @Override
    public void close() {
        rpc.close();
    }

    private long money(String field) {
        JsonNode summary = rpc.result("private/get_account_summary", Map.of("currency", "USD"));
        return Decimals.parse(summary.get(field).asString(), MONEY_SCALE);
    }

    /** Ticks of a price that the gateway tells. */
    static long ticks(JsonNode price) {
        return Arguments.ticksOf(price.asString());
    }

    private static Answer answer(JsonNode answer) {
        JsonNode error = answer.get("error");
        if (error != null) {
            return new Answer(reason(error), 0);
        }
        JsonNode result = answer.get("result");
        JsonNode order = result.path("order").isMissingNode() ? result : result.get("order");
        return new Answer(
                RejectReason.NONE, Long.parseLong(order.path("order_id").asString("0")));
    }

    /** The exchange's own reason; what the gateway refuses by itself is recognised by its error's name. */
    private static RejectReason reason(JsonNode error) {
        String told = error.path("data").path("reason").asString("").toUpperCase(Locale.ROOT);
        for (RejectReason reason : RejectReason.values()) {
            if (reason.name().equals(told)) {
                return reason;
            }
        }
        return switch (error.get("message").asString()) {
            case "qty_too_low" -> RejectReason.QUANTITY_NOT_POSITIVE;
            case "order_not_found" -> RejectReason.UNKNOWN_ORDER;
            case "invalid_or_unsupported_instrument" -> RejectReason.UNKNOWN_INSTRUMENT;
            default -> throw new AssertionError("not a refusal: " + error);
        };
    }

    private static String code(TimeInForce timeInForce) {
        return timeInForce == TimeInForce.DAY
                ? "good_til_day"
                : timeInForce.name().toLowerCase(Locale.ROOT);
    }
}
