package org.calx.gateway.shape;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import org.calx.gateway.json.Json;
import org.calx.gateway.view.InstrumentView;
import org.calx.gateway.view.LevelChange;
import org.calx.model.Side;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Books: as an answer, as the snapshot that begins a channel, and as a change in a channel. */
public final class BookShape {
    private BookShape() {}

    /** The answer of {@code get_order_book}: the ticker and the best levels as price and amount. */
    public static ObjectNode answer(InstrumentView instrument, int depth, long logNowNs) {
        ObjectNode json = TickerShape.ticker(instrument, logNowNs).put("change_id", instrument.book.changeId());
        json.set("bids", levels(instrument, Side.BUY, depth));
        json.set("asks", levels(instrument, Side.SELL, depth));
        return json;
    }

    private static ArrayNode levels(InstrumentView instrument, Side side, int depth) {
        ArrayNode levels = Json.array();
        for (Map.Entry<Long, Long> level : instrument.book.levels(side).entrySet()) {
            if (levels.size() == depth) {
                break;
            }
            levels.addArray().add(Prices.price(instrument, level.getKey())).add(level.getValue());
        }
        return levels;
    }

    /** The whole book as the first message of a channel. */
    public static ObjectNode snapshot(InstrumentView instrument) {
        ObjectNode json = Json.object()
                .put("type", "snapshot")
                .put("timestamp", Prices.ms(instrument.book.changedNs()))
                .put("instrument_name", instrument.spec.symbol())
                .put("change_id", instrument.book.changeId());
        json.set("bids", news(instrument, Side.BUY));
        json.set("asks", news(instrument, Side.SELL));
        return json;
    }

    private static ArrayNode news(InstrumentView instrument, Side side) {
        ArrayNode levels = Json.array();
        instrument.book.levels(side).forEach((ticks, lots) -> levels.addArray()
                .add("new")
                .add(Prices.price(instrument, ticks))
                .add(lots));
        return levels;
    }

    /** What has changed since the message whose change id is {@code previousChangeId}. */
    public static ObjectNode change(InstrumentView instrument, Collection<LevelChange> changes, long previousChangeId) {
        ObjectNode json = Json.object()
                .put("type", "change")
                .put("timestamp", Prices.ms(instrument.book.changedNs()))
                .put("instrument_name", instrument.spec.symbol())
                .put("change_id", instrument.book.changeId())
                .put("prev_change_id", previousChangeId);
        ArrayNode bids = json.putArray("bids");
        ArrayNode asks = json.putArray("asks");
        for (LevelChange change : changes) {
            (change.side() == Side.BUY ? bids : asks)
                    .addArray()
                    .add(action(change))
                    .add(Prices.price(instrument, change.priceTicks()))
                    .add(change.afterLots());
        }
        return json;
    }

    private static String action(LevelChange change) {
        if (change.afterLots() == 0) {
            return "delete";
        }
        return change.beforeLots() == 0 ? "new" : "change";
    }

    /** The best levels, prices rounded away from the middle to multiples of {@code group} ticks and added up. */
    public static ObjectNode grouped(InstrumentView instrument, int group, int depth) {
        ObjectNode json = Json.object()
                .put("timestamp", Prices.ms(instrument.book.changedNs()))
                .put("instrument_name", instrument.spec.symbol())
                .put("change_id", instrument.book.changeId());
        json.set("bids", grouped(instrument, Side.BUY, group, depth));
        json.set("asks", grouped(instrument, Side.SELL, group, depth));
        return json;
    }

    private static ArrayNode grouped(InstrumentView instrument, Side side, int group, int depth) {
        ArrayNode json = Json.array();
        NavigableMap<Long, Long> levels = instrument.book.levels(side);
        long price = 0;
        long lots = 0;
        for (Map.Entry<Long, Long> level : levels.entrySet()) {
            long rounded = side == Side.BUY
                    ? Math.floorDiv(level.getKey(), (long) group) * group
                    : Math.ceilDiv(level.getKey(), (long) group) * group;
            if (lots > 0 && rounded != price) {
                json.addArray().add(Prices.price(instrument, price)).add(lots);
                lots = 0;
                if (json.size() == depth) {
                    return json;
                }
            }
            price = rounded;
            lots = Math.addExact(lots, level.getValue());
        }
        if (lots > 0) {
            json.addArray().add(Prices.price(instrument, price)).add(lots);
        }
        return json;
    }
}
