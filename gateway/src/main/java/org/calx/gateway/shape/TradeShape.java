package org.calx.gateway.shape;

import org.calx.gateway.json.Json;
import org.calx.gateway.view.Candle;
import org.calx.gateway.view.InstrumentView;
import org.calx.gateway.view.OrderView;
import org.calx.gateway.view.TradeView;
import org.calx.gateway.view.UserTrade;
import tools.jackson.databind.node.ObjectNode;

/** Trades and candles. */
public final class TradeShape {
    private TradeShape() {}

    /** A trade as everybody sees it; the direction is the aggressor's. */
    public static ObjectNode trade(TradeView trade) {
        return common(trade).put("direction", Codes.of(trade.aggressorSide()));
    }

    private static ObjectNode common(TradeView trade) {
        return Json.object()
                .put("trade_id", Long.toString(trade.tradeId()))
                .put("trade_seq", trade.tradeNumber())
                .put("instrument_name", trade.instrument().spec.symbol())
                .put("timestamp", Prices.ms(trade.timestampNs()))
                .put("price", Prices.price(trade.instrument(), trade.priceTicks()))
                .put("amount", trade.quantityLots())
                .put("contracts", trade.quantityLots())
                .put("tick_direction", trade.tickDirection())
                .put("mark_price", Json.micros(trade.markMicros()))
                .put("index_price", Json.micros(trade.indexMicros()));
    }

    /** A trade as one of its parties sees it; the direction is its own. */
    public static ObjectNode userTrade(UserTrade mine) {
        OrderView order = mine.order();
        ObjectNode json = common(mine.trade())
                .put("direction", Codes.of(mine.side()))
                .put("order_id", Long.toString(order.orderId))
                .put("order_type", Codes.of(order.type))
                .put("state", mine.remainingLots() == 0 ? "filled" : "open")
                .put("liquidity", mine.aggressor() ? "T" : "M")
                .put("fee", Json.micros(mine.feeMicros()))
                .put("fee_currency", order.instrument.product.spec.currency().name())
                .put("post_only", order.postOnly)
                .put("reduce_only", false)
                .put("user_id", order.accountId)
                .put("event_sequence", mine.trade().eventSequence())
                .putNull("matching_id");
        if (!order.label.isEmpty()) {
            json.put("label", order.label);
        }
        return json;
    }

    /** One candle as a channel tells it. */
    public static ObjectNode candle(InstrumentView instrument, Candle candle) {
        return Json.object()
                .put("tick", candle.startMs)
                .put("open", Prices.price(instrument, candle.openTicks()))
                .put("high", Prices.price(instrument, candle.highTicks()))
                .put("low", Prices.price(instrument, candle.lowTicks()))
                .put("close", Prices.price(instrument, candle.closeTicks()))
                .put("volume", candle.volumeLots())
                .put("cost", Prices.notional(instrument, candle.costTicks()));
    }
}
