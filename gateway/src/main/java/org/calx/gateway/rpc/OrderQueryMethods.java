package org.calx.gateway.rpc;

import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.calx.gateway.json.Json;
import org.calx.gateway.rpc.Method.Access;
import org.calx.gateway.shape.OrderShape;
import org.calx.gateway.shape.Prices;
import org.calx.gateway.shape.TradeShape;
import org.calx.gateway.view.InstrumentView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Working and closed orders, and own trades. */
final class OrderQueryMethods {
    private static final int DEFAULT_ORDERS = 20;
    private static final int DEFAULT_TRADES = 10;

    private final RpcContext context;

    OrderQueryMethods(RpcContext context) {
        this.context = context;
    }

    void register(MethodRegistry methods) {
        methods.query(
                        "private/get_open_orders",
                        Access.READ,
                        "Working orders, oldest first.",
                        call -> open(call, byCurrency(call)))
                .query(
                        "private/get_open_orders_by_currency",
                        Access.READ,
                        "Those of `currency` and `kind`.",
                        call -> open(call, byCurrency(call)))
                .query(
                        "private/get_open_orders_by_instrument",
                        Access.READ,
                        "Those of `instrument_name`.",
                        call -> open(call, byName(call)))
                .query("private/get_order_state", Access.READ, "One order: `order_id`.", this::state)
                .query(
                        "private/get_order_history_by_currency",
                        Access.READ,
                        "Closed orders, newest first: `currency`, `kind`, `count`, `offset`, `include_unfilled`.",
                        call -> history(call, byCurrency(call)))
                .query(
                        "private/get_order_history_by_instrument",
                        Access.READ,
                        "Those of `instrument_name`.",
                        call -> history(call, byName(call)))
                .query(
                        "private/get_user_trades_by_currency",
                        Access.READ,
                        "Own trades, newest first: `currency`, `kind`, `count`, `sorting`.",
                        call -> trades(call, byCurrency(call)))
                .query(
                        "private/get_user_trades_by_currency_and_time",
                        Access.READ,
                        "The same between `start_timestamp` and `end_timestamp`.",
                        call -> trades(call, byCurrency(call)))
                .query(
                        "private/get_user_trades_by_instrument",
                        Access.READ,
                        "Those of `instrument_name`.",
                        call -> trades(call, byName(call)))
                .query(
                        "private/get_user_trades_by_instrument_and_time",
                        Access.READ,
                        "The same between `start_timestamp` and `end_timestamp`.",
                        call -> trades(call, byName(call)))
                .query(
                        "private/get_user_trades_by_order",
                        Access.READ,
                        "A list of an order's trades: `order_id`.",
                        this::tradesOfOrder);
    }

    private Predicate<InstrumentView> byCurrency(Call call) {
        return Selection.byCurrencyAndKind(call.params(), context.listings());
    }

    private Predicate<InstrumentView> byName(Call call) {
        return Selection.byName(call.params(), context.listings());
    }

    private CompletionStage<ArrayNode> open(Call call, Predicate<InstrumentView> wanted) {
        return context.readAccount(call.identity(), account -> {
            ArrayNode list = Json.array();
            account.openOrders().stream()
                    .filter(order -> wanted.test(order.instrument))
                    .forEach(order -> list.add(OrderShape.order(order)));
            return list;
        });
    }

    private CompletionStage<? extends JsonNode> state(Call call) {
        long orderId = call.params().orderId();
        return context.read(() -> context.views()
                .orders()
                .find(call.identity().accountId(), orderId)
                .map(OrderShape::order)
                .orElseThrow(() -> Params.unknownOrder(orderId)));
    }

    private CompletionStage<ArrayNode> history(Call call, Predicate<InstrumentView> wanted) {
        Page page = Page.of(call.params(), DEFAULT_ORDERS);
        boolean unfilledToo = call.params().flag("include_unfilled", false);
        return context.readAccount(call.identity(), account -> page.of(
                        account.closedNewestFirst(),
                        order -> wanted.test(order.instrument) && (unfilledToo || order.filledLots() > 0),
                        order -> Prices.ms(order.updatedNs()))
                .list(OrderShape::order));
    }

    private CompletionStage<? extends JsonNode> trades(Call call, Predicate<InstrumentView> wanted) {
        Page page = Page.of(call.params(), DEFAULT_TRADES);
        return context.readAccount(call.identity(), account -> page.of(
                        account.tradesNewestFirst(),
                        mine -> wanted.test(mine.order().instrument),
                        mine -> Prices.ms(mine.trade().timestampNs()))
                .trades(TradeShape::userTrade));
    }

    private CompletionStage<ArrayNode> tradesOfOrder(Call call) {
        long orderId = call.params().orderId();
        Page page = Page.of(call.params(), 1_000);
        return context.readAccount(call.identity(), account -> page.of(
                        account.tradesNewestFirst(),
                        mine -> mine.order().orderId == orderId,
                        mine -> Prices.ms(mine.trade().timestampNs()))
                .list(TradeShape::userTrade));
    }
}
