package org.calx.gateway.shape;

import java.math.BigDecimal;
import java.util.Locale;
import org.calx.gateway.json.Json;
import org.calx.gateway.view.OrderView;
import org.calx.model.Decimals;
import org.calx.model.OrderType;
import tools.jackson.databind.node.ObjectNode;

/** Orders. */
public final class OrderShape {
    private OrderShape() {}

    /** An order in the state that it has now. */
    public static ObjectNode order(OrderView order) {
        ObjectNode json = Json.object()
                .put("order_id", Long.toString(order.orderId))
                .put("instrument_name", order.instrument.spec.symbol())
                .put("direction", Codes.of(order.side))
                .put("order_type", Codes.of(order.type))
                .put("order_state", order.state().code())
                .put("time_in_force", Codes.of(order.timeInForce));
        if (order.type == OrderType.MARKET) {
            json.put("price", "market_price");
        } else {
            json.put("price", Prices.price(order.instrument, order.priceTicks()));
        }
        json.put("amount", order.quantityLots())
                .put("contracts", order.quantityLots())
                .put("max_show", order.quantityLots())
                .put("filled_amount", order.filledLots())
                .put("average_price", averagePrice(order))
                .put("post_only", order.postOnly)
                .put("reject_post_only", order.postOnly)
                .put("reduce_only", false)
                .put("is_liquidation", false)
                .put("replaced", false)
                .put("api", true)
                .put("web", false)
                .put("label", order.label)
                .put("creation_timestamp", Prices.ms(order.enteredNs))
                .put("last_update_timestamp", Prices.ms(order.updatedNs()));
        if (!order.isFromImage()) {
            json.put("event_sequence", order.changedSequence());
        }
        if (!order.clientOrderId.isEmpty()) {
            json.put("client_order_id", order.clientOrderId);
        }
        if (order.linkedOrderId() != 0) {
            json.put("linked_order_id", Long.toString(order.linkedOrderId()))
                    .put("oco_ref", Long.toString(Math.min(order.orderId, order.linkedOrderId())));
        }
        if (order.cancelReason() != null) {
            json.put("cancel_reason", order.cancelReason().name().toLowerCase(Locale.ROOT));
        }
        return json;
    }

    private static BigDecimal averagePrice(OrderView order) {
        if (order.filledLots() == 0) {
            return BigDecimal.ZERO;
        }
        long costMicros = Math.multiplyExact(order.filledCostTicks(), order.instrument.product.spec.tickMicros());
        return Json.micros(Decimals.divideHalfUp(costMicros, order.filledLots()));
    }
}
