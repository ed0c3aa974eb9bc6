package org.calx.gateway.rpc;

import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.calx.gateway.json.Json;
import org.calx.gateway.rpc.Method.Access;
import org.calx.gateway.shape.BookShape;
import org.calx.gateway.shape.Prices;
import org.calx.gateway.shape.TickerShape;
import org.calx.gateway.shape.TradeShape;
import org.calx.gateway.view.Candle;
import org.calx.gateway.view.InstrumentView;
import org.calx.gateway.view.Resolution;
import org.calx.gateway.view.TradeView;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prices, books, trades and candles. */
final class MarketDataMethods {
    private static final int MAX_DEPTH = 1_000;
    private static final int DEFAULT_DEPTH = 20;
    private static final int DEFAULT_TRADES = 10;

    private final RpcContext context;

    MarketDataMethods(RpcContext context) {
        this.context = context;
    }

    void register(MethodRegistry methods) {
        methods.query(
                        "public/ticker",
                        Access.PUBLIC,
                        "Prices and the day's statistics: `instrument_name`.",
                        this::ticker)
                .query(
                        "public/get_order_book",
                        Access.PUBLIC,
                        "The best levels: `instrument_name`, `depth` (1 to 1,000).",
                        call -> book(call, call.params().instrument(context.listings())))
                .query(
                        "public/get_order_book_by_instrument_id",
                        Access.PUBLIC,
                        "The same by `instrument_id`.",
                        call -> book(call, byId(call.params())))
                .query(
                        "public/get_book_summary_by_instrument",
                        Access.PUBLIC,
                        "A list of one summary: `instrument_name`.",
                        call -> summaries(Selection.byName(call.params(), context.listings()), true))
                .query(
                        "public/get_book_summary_by_currency",
                        Access.PUBLIC,
                        "Summaries: `currency`, `kind`.",
                        call -> summaries(Selection.byCurrencyAndKind(call.params(), context.listings()), false))
                .query(
                        "public/get_last_trades_by_instrument",
                        Access.PUBLIC,
                        "Last trades, newest first: `instrument_name`, `count`, `sorting`.",
                        this::trades)
                .query(
                        "public/get_last_trades_by_instrument_and_time",
                        Access.PUBLIC,
                        "The same between `start_timestamp` and `end_timestamp`.",
                        this::trades)
                .query(
                        "public/get_last_trades_by_currency",
                        Access.PUBLIC,
                        "Last trades: `currency`, `kind`, `count`, `sorting`.",
                        this::tradesByCurrency)
                .query(
                        "public/get_last_trades_by_currency_and_time",
                        Access.PUBLIC,
                        "The same between `start_timestamp` and `end_timestamp`.",
                        this::tradesByCurrency)
                .query(
                        "public/get_tradingview_chart_data",
                        Access.PUBLIC,
                        "Candles: `instrument_name`, `resolution`, `start_timestamp`, `end_timestamp`.",
                        this::candles);
    }

    private CompletionStage<ObjectNode> ticker(Call call) {
        InstrumentView instrument = call.params().instrument(context.listings());
        return context.read(() -> TickerShape.ticker(instrument, context.views().logNowNs()));
    }

    private CompletionStage<ObjectNode> book(Call call, InstrumentView instrument) {
        int depth = call.params().count("depth", DEFAULT_DEPTH, MAX_DEPTH);
        return context.read(
                () -> BookShape.answer(instrument, depth, context.views().logNowNs()));
    }

    private InstrumentView byId(Params params) {
        long id = params.whole("instrument_id");
        return context.listings()
                .byId(Math.clamp(id, 0, Integer.MAX_VALUE))
                .orElseThrow(() ->
                        RpcException.ofParam(ErrorCode.NOT_FOUND, "instrument_id", "there is no instrument " + id));
    }

    private CompletionStage<ArrayNode> summaries(Predicate<InstrumentView> wanted, boolean expiredToo) {
        return context.read(() -> {
            ArrayNode list = Json.array();
            for (InstrumentView instrument : context.listings().instruments()) {
                if (wanted.test(instrument) && (expiredToo || !instrument.isExpired())) {
                    list.add(TickerShape.summary(instrument, context.views().logNowNs()));
                }
            }
            return list;
        });
    }

    private CompletionStage<ObjectNode> trades(Call call) {
        InstrumentView instrument = call.params().instrument(context.listings());
        Page page = Page.of(call.params(), DEFAULT_TRADES);
        return context.read(
                () -> page.of(instrument.tape.newestFirst(), trade -> true, trade -> Prices.ms(trade.timestampNs()))
                        .trades(TradeShape::trade));
    }

    private CompletionStage<ObjectNode> tradesByCurrency(Call call) {
        Predicate<InstrumentView> wanted = Selection.byCurrencyAndKind(call.params(), context.listings());
        Page page = Page.of(call.params(), DEFAULT_TRADES);
        return context.read(() -> page.of(
                        context.listings().instruments().stream()
                                .filter(wanted)
                                .flatMap(MarketDataMethods::trades)
                                .sorted((left, right) -> Long.compare(right.eventSequence(), left.eventSequence()))
                                .iterator(),
                        trade -> true,
                        trade -> Prices.ms(trade.timestampNs()))
                .trades(TradeShape::trade));
    }

    private static java.util.stream.Stream<TradeView> trades(InstrumentView instrument) {
        Iterable<TradeView> newestFirst = instrument.tape::newestFirst;
        return java.util.stream.StreamSupport.stream(newestFirst.spliterator(), false);
    }

    private CompletionStage<ObjectNode> candles(Call call) {
        InstrumentView instrument = call.params().instrument(context.listings());
        String code = call.params().text("resolution");
        Resolution resolution = Resolution.of(code)
                .orElseThrow(() -> RpcException.invalid("resolution", "there is no resolution " + code));
        long fromMs = call.params().whole("start_timestamp");
        long toMs = call.params().whole("end_timestamp");
        return context.read(() -> candles(instrument, resolution, fromMs, toMs));
    }

    private static ObjectNode candles(InstrumentView instrument, Resolution resolution, long fromMs, long toMs) {
        ObjectNode json = Json.object();
        ArrayNode ticks = json.putArray("ticks");
        ArrayNode open = json.putArray("open");
        ArrayNode high = json.putArray("high");
        ArrayNode low = json.putArray("low");
        ArrayNode close = json.putArray("close");
        ArrayNode volume = json.putArray("volume");
        ArrayNode cost = json.putArray("cost");
        for (Candle candle : instrument.candles(resolution).oldestFirst()) {
            if (candle.startMs < resolution.startMs(fromMs) || candle.startMs > toMs) {
                continue;
            }
            ticks.add(candle.startMs);
            open.add(Prices.price(instrument, candle.openTicks()));
            high.add(Prices.price(instrument, candle.highTicks()));
            low.add(Prices.price(instrument, candle.lowTicks()));
            close.add(Prices.price(instrument, candle.closeTicks()));
            volume.add(candle.volumeLots());
            cost.add(Prices.notional(instrument, candle.costTicks()));
        }
        return json.put("status", ticks.isEmpty() ? "no_data" : "ok");
    }
}
