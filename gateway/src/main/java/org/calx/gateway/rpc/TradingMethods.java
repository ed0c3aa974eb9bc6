package org.calx.gateway.rpc;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.OrderRequest;
import org.calx.gateway.json.Json;
import org.calx.gateway.shape.Codes;
import org.calx.gateway.shape.RefusalShape;
import org.calx.gateway.view.InstrumentView;
import org.calx.gateway.view.OrderState;
import org.calx.gateway.view.OrderView;
import org.calx.model.OrderType;
import org.calx.model.RejectReason;
import org.calx.model.ShortText;
import org.calx.model.Side;
import org.calx.model.TimeInForce;
import tools.jackson.databind.JsonNode;

/** Entering, changing and cancelling orders. */
final class TradingMethods {
    /** Parameters of Deribit that change what an order means and are not offered: refused rather than overlooked. */
    private static final Set<String> NOT_OFFERED = Set.of(
            "trigger",
            "trigger_price",
            "trigger_offset",
            "trigger_fill_condition",
            "stop_price",
            "advanced",
            "max_show",
            "display_amount",
            "valid_until",
            "otoco_config",
            "mmp");

    private final RpcContext context;

    TradingMethods(RpcContext context) {
        this.context = context;
    }

    void register(MethodRegistry methods) {
        methods.order(
                        "private/buy",
                        "Buys: `instrument_name`, `amount` in lots, `type` limit or market, `price`, `time_in_force`, "
                                + "`post_only`, `label`, `client_order_id`; `linked_order_type` one_cancels_other with"
                                + " `linked_order_id`.",
                        call -> enter(call, Side.BUY))
                .order("private/sell", "Sells, likewise.", call -> enter(call, Side.SELL))
                .order(
                        "private/edit",
                        "Changes an order: `order_id`, `amount` with fills included, `price`.",
                        this::edit)
                .cancel("private/cancel", "Cancels one order: `order_id`.", this::cancel)
                .cancel(
                        "private/cancel_all",
                        "Cancels all orders; answers with how many.",
                        call -> massCancel(call, List.of(0)))
                .cancel(
                        "private/cancel_all_by_instrument",
                        "Cancels those of `instrument_name`.",
                        call -> massCancel(
                                call,
                                List.of(call.params()
                                        .instrument(context.listings())
                                        .spec
                                        .instrumentId())))
                .cancel(
                        "private/cancel_all_by_currency",
                        "Cancels those of `currency` and `kind`.",
                        this::cancelByCurrency);
    }

    private CompletionStage<? extends JsonNode> enter(Call call, Side side) {
        OrderRequest request = request(call, side);
        return send(() -> context.client().submitOrder(request)).thenCompose(outcome -> {
            accepted(outcome);
            return answer(call, outcome);
        });
    }

    private OrderRequest request(Call call, Side side) {
        Params params = call.params();
        refuseNotOffered(params);
        InstrumentView instrument = params.instrument(context.listings());
        OrderType type = type(params);
        boolean market = type == OrderType.MARKET;
        int accountId = call.identity().accountId();
        OrderRequest order = new OrderRequest(
                accountId,
                instrument.spec.instrumentId(),
                side,
                type,
                timeInForce(params, market),
                params.flag("post_only", false),
                market ? 0 : OrderNumbers.ticks(params, instrument),
                OrderNumbers.lots(params),
                shortText(params, "client_order_id"),
                shortText(params, "label"));
        return order.inSession(call.session().guards().number(accountId)).linkedWith(linkedOrderId(params));
    }

    /** The working order of which one is to cancel the other, 0 for none. */
    private static long linkedOrderId(Params params) {
        if (!params.has("linked_order_type") && !params.has("linked_order_id")) {
            return 0;
        }
        if (!params.optionalText("linked_order_type").orElse("").equals("one_cancels_other")) {
            throw RpcException.ofParam(
                    ErrorCode.NOT_IMPLEMENTED, "linked_order_type", "must be one_cancels_other, with linked_order_id");
        }
        return params.orderId("linked_order_id");
    }

    private static void refuseNotOffered(Params params) {
        for (String name : NOT_OFFERED) {
            if (params.has(name)) {
                throw RpcException.ofParam(ErrorCode.NOT_IMPLEMENTED, name, "not offered");
            }
        }
        if (params.flag("reduce_only", false)) {
            throw RpcException.ofParam(ErrorCode.NOT_IMPLEMENTED, "reduce_only", "not offered");
        }
    }

    private static OrderType type(Params params) {
        String type = params.optionalText("type").orElse("limit");
        return switch (type) {
            case "limit" -> OrderType.LIMIT;
            case "market" -> OrderType.MARKET;
            default -> throw RpcException.ofParam(ErrorCode.NOT_IMPLEMENTED, "type", "must be limit or market");
        };
    }

    private static TimeInForce timeInForce(Params params, boolean market) {
        return params.optionalText("time_in_force")
                .map(code -> Codes.timeInForce(code)
                        .orElseThrow(() -> RpcException.invalid(
                                "time_in_force",
                                "must be good_til_cancelled, good_til_day, immediate_or_cancel or fill_or_kill")))
                .orElse(market ? TimeInForce.IMMEDIATE_OR_CANCEL : TimeInForce.GOOD_TIL_CANCELLED);
    }

    private static String shortText(Params params, String name) {
        String text = params.optionalText(name).orElse("");
        if (!ShortText.fits(text)) {
            throw RpcException.invalid(name, "must be at most " + ShortText.MAX_LENGTH + " printable ASCII characters");
        }
        return text;
    }

    private CompletionStage<? extends JsonNode> edit(Call call) {
        refuseNotOffered(call.params());
        long orderId = call.params().orderId();
        return context.loop()
                .ask(() -> amendment(call, orderId))
                .thenCompose(amendment -> send(() -> context.client()
                        .amendOrder(call.identity().accountId(), orderId, amendment.priceTicks, amendment.lots)))
                .thenCompose(outcome -> {
                    if (outcome.reason() == RejectReason.UNKNOWN_ORDER) {
                        return context.loop().ask(() -> notOpen(call, orderId));
                    }
                    accepted(outcome);
                    return answer(call, outcome);
                });
    }

    private Amendment amendment(Call call, long orderId) {
        Params params = call.params();
        OrderView order = order(call, orderId);
        boolean newLots = params.has("amount") || params.has("contracts");
        long lots = newLots ? OrderNumbers.lots(params) : order.quantityLots();
        long ticks = params.has("price") ? OrderNumbers.ticks(params, order.instrument) : order.priceTicks();
        return new Amendment(ticks, lots);
    }

    private record Amendment(long priceTicks, long lots) {}

    private OrderView order(Call call, long orderId) {
        return context.views()
                .orders()
                .find(call.identity().accountId(), orderId)
                .orElseThrow(() -> Params.unknownOrder(orderId));
    }

    /** The error about an order that the exchange does not have working. */
    private <T> T notOpen(Call call, long orderId) {
        OrderState state = order(call, orderId).state();
        throw RpcException.known(
                ErrorCode.NOT_OPEN_ORDER, "order_id", RejectReason.UNKNOWN_ORDER, "the order is " + state.code());
    }

    private CompletionStage<? extends JsonNode> cancel(Call call) {
        long orderId = call.params().orderId();
        return send(() -> context.client().cancelOrder(call.identity().accountId(), orderId))
                .thenCompose(outcome -> context.loop().ask(() -> {
                    if (outcome.reason() == RejectReason.UNKNOWN_ORDER) {
                        return notOpen(call, orderId);
                    }
                    accepted(outcome);
                    return OrderAnswers.order(order(call, orderId));
                }));
    }

    private CompletionStage<? extends JsonNode> cancelByCurrency(Call call) {
        Predicate<InstrumentView> wanted = Selection.byCurrencyAndKind(call.params(), context.listings());
        return context.loop()
                .ask(() -> context.account(call.identity()).openOrders().stream()
                        .map(order -> order.instrument)
                        .filter(wanted)
                        .map(instrument -> instrument.spec.instrumentId())
                        .distinct()
                        .toList())
                .thenCompose(instruments -> massCancel(call, instruments));
    }

    private CompletionStage<JsonNode> massCancel(Call call, List<Integer> instrumentIds) {
        int accountId = call.identity().accountId();
        CompletionStage<Long> total = CompletableFuture.completedStage(0L);
        for (int instrumentId : instrumentIds) {
            CompletionStage<Long> one = send(() -> context.client().massCancel(accountId, instrumentId))
                    .thenCompose(outcome -> {
                        accepted(outcome);
                        return context.loop()
                                .ask(() -> context.account(call.identity()).massCancelled(outcome.eventSequence()));
                    });
            total = total.thenCombine(one, Long::sum);
        }
        return total.thenApply(Json::number);
    }

    private static CompletionStage<CommandOutcome> send(Supplier<CompletableFuture<CommandOutcome>> command) {
        try {
            return command.get();
        } catch (IllegalStateException e) {
            throw new RpcException(ErrorCode.QUEUE_FULL, "too many commands of this gateway are unanswered");
        }
    }

    private void accepted(CommandOutcome outcome) {
        if (!outcome.accepted()) {
            throw outcome.refusal()
                    .flatMap(refusal -> context.listings()
                            .byId(refusal.instrumentId())
                            .map(instrument -> RefusalShape.detail(refusal, instrument)))
                    .map(detail -> RpcException.refused(outcome.reason(), detail))
                    .orElseGet(() -> RpcException.refused(outcome.reason()));
        }
    }

    private CompletionStage<JsonNode> answer(Call call, CommandOutcome outcome) {
        return context.loop().ask(() -> {
            OrderView order = order(call, outcome.reference());
            return OrderAnswers.withTrades(order, context.account(call.identity()), outcome.eventSequence());
        });
    }
}
