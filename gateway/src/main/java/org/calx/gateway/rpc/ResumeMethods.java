package org.calx.gateway.rpc;

import java.util.Comparator;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.calx.gateway.json.Json;
import org.calx.gateway.rpc.Method.Access;
import org.calx.gateway.shape.AccountShape;
import org.calx.gateway.shape.OrderShape;
import org.calx.gateway.shape.TradeShape;
import org.calx.gateway.view.AccountView;
import org.calx.gateway.view.OrderView;
import org.calx.model.ShortText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How a client goes on at another gateway: what became of what it sent, and what it has missed. */
final class ResumeMethods {
    private final RpcContext context;

    ResumeMethods(RpcContext context) {
        this.context = context;
    }

    void register(MethodRegistry methods) {
        methods.order(
                        "private/calx.resolve_order",
                        "What became of an order: `client_order_id`. Asks through the log, so the answer is not older "
                                + "than the question.",
                        this::resolve)
                .query(
                        "private/calx.get_changes",
                        Access.READ,
                        "Orders, trades and positions that changed after the event `since`.",
                        this::changes);
    }

    /** A question of the gateway's own goes through the log first: what came before it is then in the views. */
    private CompletionStage<? extends JsonNode> resolve(Call call) {
        String clientOrderId = call.params().text("client_order_id");
        if (!ShortText.fits(clientOrderId) || clientOrderId.isEmpty()) {
            throw RpcException.invalid(
                    "client_order_id", "must be 1 to " + ShortText.MAX_LENGTH + " printable ASCII characters");
        }
        CompletableFuture<?> throughTheLog;
        try {
            throughTheLog = context.client().queryOutcome(0, 0);
        } catch (IllegalStateException e) {
            throw new RpcException(ErrorCode.QUEUE_FULL, "too many commands of this gateway are unanswered");
        }
        return throughTheLog.thenCompose(passed -> context.readAccount(call.identity(), account -> orders(account)
                .filter(order -> order.clientOrderId.equals(clientOrderId))
                .max(Comparator.comparingLong(order -> order.enteredNs))
                .map(OrderShape::order)
                .orElseThrow(() -> RpcException.ofParam(
                        ErrorCode.ORDER_NOT_FOUND,
                        "client_order_id",
                        "no order with this id has been entered, as far as this gateway remembers"))));
    }

    private CompletionStage<ObjectNode> changes(Call call) {
        long since = call.params().whole("since");
        return context.readAccount(call.identity(), account -> {
            boolean complete = since >= context.views().knownSequence() && since >= account.forgottenSequence();
            ObjectNode json = Json.object()
                    .put("sequence", context.views().lastSequence())
                    .put("complete", complete);
            ArrayNode orders = json.putArray("orders");
            orders(account)
                    .filter(order -> order.changedSequence() > since)
                    .map(OrderShape::order)
                    .forEach(orders::add);
            ArrayNode trades = json.putArray("trades");
            stream(account.tradesNewestFirst())
                    .takeWhile(mine -> mine.trade().eventSequence() > since)
                    .map(TradeShape::userTrade)
                    .forEach(trades::add);
            ArrayNode positions = json.putArray("positions");
            account.positions().stream().map(AccountShape::position).forEach(positions::add);
            return json;
        });
    }

    private static <T> Stream<T> stream(Iterator<T> iterator) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false);
    }

    private static Stream<OrderView> orders(AccountView account) {
        return Stream.concat(account.openOrders().stream(), stream(account.closedNewestFirst()));
    }
}
