package org.calx.gateway.rpc;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.calx.gateway.json.Json;
import org.calx.gateway.shape.OrderShape;
import org.calx.gateway.shape.TradeShape;
import org.calx.gateway.view.AccountView;
import org.calx.gateway.view.OrderView;
import org.calx.gateway.view.UserTrade;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What trading methods answer with. */
final class OrderAnswers {
    private OrderAnswers() {}

    static JsonNode order(OrderView order) {
        return OrderShape.order(order);
    }

    /** An order and the trades of the command that entered or amended it, oldest first. */
    static ObjectNode withTrades(OrderView order, AccountView account, long lastEventSequence) {
        ObjectNode json = Json.object();
        json.set("order", OrderShape.order(order));
        ArrayNode trades = json.putArray("trades");
        tradesOf(order, account, lastEventSequence).reversed().forEach(mine -> trades.add(TradeShape.userTrade(mine)));
        return json;
    }

    private static List<UserTrade> tradesOf(OrderView order, AccountView account, long lastEventSequence) {
        List<UserTrade> newestFirst = new ArrayList<>();
        for (Iterator<UserTrade> trades = account.tradesNewestFirst(); trades.hasNext(); ) {
            UserTrade mine = trades.next();
            long sequence = mine.trade().eventSequence();
            if (sequence < order.matchableSince()) {
                break;
            }
            if (mine.order() == order && mine.aggressor() && sequence < lastEventSequence) {
                newestFirst.add(mine);
            }
        }
        return newestFirst;
    }
}
