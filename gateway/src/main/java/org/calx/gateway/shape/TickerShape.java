package org.calx.gateway.shape;

import java.math.BigDecimal;
import java.util.Map;
import org.calx.gateway.json.Json;
import org.calx.gateway.view.DayStats;
import org.calx.gateway.view.InstrumentView;
import org.calx.gateway.view.PublishedFixing;
import org.calx.gateway.view.TradeView;
import org.calx.model.Currency;
import org.calx.model.Decimals;
import org.calx.model.Side;
import tools.jackson.databind.node.ObjectNode;

/** Tickers, book summaries and quotes. What is not known is null. */
public final class TickerShape {
    private TickerShape() {}

    /** The ticker of an instrument; statistics cover the last 24 hours of log time. */
    public static ObjectNode ticker(InstrumentView instrument, long logNowNs) {
        ObjectNode json = Json.object()
                .put("instrument_name", instrument.spec.symbol())
                .put("timestamp", Prices.ms(logNowNs))
                .put("state", instrument.isOpen() ? "open" : "closed")
                .put("last_price", lastPrice(instrument));
        addPrices(json, instrument);
        addBest(json, instrument);
        DayStats day = instrument.dayStats(logNowNs);
        ObjectNode stats = json.putObject("stats");
        addStats(stats, instrument, day);
        return json;
    }

    /** The same in the words of a book summary. */
    public static ObjectNode summary(InstrumentView instrument, long logNowNs) {
        Map.Entry<Long, Long> bid = instrument.book.best(Side.BUY);
        Map.Entry<Long, Long> ask = instrument.book.best(Side.SELL);
        ObjectNode json = Json.object()
                .put("instrument_name", instrument.spec.symbol())
                .put("creation_timestamp", Prices.ms(logNowNs))
                .put("base_currency", instrument.product.spec.code())
                .put("quote_currency", instrument.product.spec.currency().name())
                .put("state", instrument.isOpen() ? "open" : "closed")
                .put("last", lastPrice(instrument))
                .put("bid_price", price(instrument, bid))
                .put("ask_price", price(instrument, ask))
                .put("mid_price", mid(instrument, bid, ask));
        addPrices(json, instrument);
        addStats(json, instrument, instrument.dayStats(logNowNs));
        return json;
    }

    /** Best bid and offer. */
    public static ObjectNode quote(InstrumentView instrument, long logNowNs) {
        ObjectNode json =
                Json.object().put("instrument_name", instrument.spec.symbol()).put("timestamp", Prices.ms(logNowNs));
        addBest(json, instrument);
        return json;
    }

    private static void addPrices(ObjectNode json, InstrumentView instrument) {
        BigDecimal index =
                instrument.product.fixings.last().map(TickerShape::value).orElse(null);
        json.put("mark_price", Json.micros(instrument.markMicros()))
                .put("index_price", index)
                .put("estimated_delivery_price", index)
                .put("settlement_price", instrument.isSettled() ? Json.micros(instrument.settlementMicros()) : null)
                .put("open_interest", instrument.openInterestLots());
    }

    private static BigDecimal value(PublishedFixing published) {
        return Json.micros(published.fixing().priceMicros());
    }

    static void addBest(ObjectNode json, InstrumentView instrument) {
        Map.Entry<Long, Long> bid = instrument.book.best(Side.BUY);
        Map.Entry<Long, Long> ask = instrument.book.best(Side.SELL);
        json.put("best_bid_price", price(instrument, bid))
                .put("best_bid_amount", bid == null ? 0 : bid.getValue())
                .put("best_ask_price", price(instrument, ask))
                .put("best_ask_amount", ask == null ? 0 : ask.getValue());
    }

    static void addStats(ObjectNode json, InstrumentView instrument, DayStats day) {
        json.put("high", day.trades() ? Prices.price(instrument, day.highTicks()) : null)
                .put("low", day.trades() ? Prices.price(instrument, day.lowTicks()) : null)
                .put("price_change", priceChange(instrument, day))
                .put("volume", day.volumeLots());
        BigDecimal notional = Prices.notional(instrument, day.costTicks());
        json.put("volume_notional", notional);
        if (instrument.product.spec.currency() == Currency.USD) {
            json.put("volume_usd", notional);
        }
    }

    private static BigDecimal priceChange(InstrumentView instrument, DayStats day) {
        TradeView last = instrument.tape.last();
        if (!day.trades() || last == null || day.openTicks() == 0) {
            return null;
        }
        long moved = Math.multiplyExact(last.priceTicks() - day.openTicks(), 10_000L);
        return Json.decimal(Decimals.divideHalfUp(moved * Long.signum(day.openTicks()), Math.abs(day.openTicks())), 2);
    }

    private static BigDecimal lastPrice(InstrumentView instrument) {
        TradeView last = instrument.tape.last();
        return last == null ? null : Prices.price(instrument, last.priceTicks());
    }

    private static BigDecimal price(InstrumentView instrument, Map.Entry<Long, Long> level) {
        return level == null ? null : Prices.price(instrument, level.getKey());
    }

    private static BigDecimal mid(InstrumentView instrument, Map.Entry<Long, Long> bid, Map.Entry<Long, Long> ask) {
        if (bid == null || ask == null) {
            return null;
        }
        long twice = Math.multiplyExact(bid.getKey() + ask.getKey(), instrument.product.spec.tickMicros());
        return Json.decimal(Math.multiplyExact(twice, 5L), 7);
    }
}
