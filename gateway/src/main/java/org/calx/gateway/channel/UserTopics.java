package org.calx.gateway.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.calx.gateway.json.Json;
import org.calx.gateway.shape.AccountShape;
import org.calx.gateway.shape.OrderShape;
import org.calx.gateway.shape.TradeShape;
import org.calx.gateway.view.AccountView;
import org.calx.gateway.view.Changes;
import org.calx.gateway.view.InstrumentView;
import org.calx.gateway.view.OrderView;
import org.calx.gateway.view.PositionView;
import org.calx.gateway.view.UserTrade;
import org.calx.model.Currency;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the names of an account's channels and makes their topics. */
final class UserTopics {
    private final MarketTopics markets;

    UserTopics(MarketTopics markets) {
        this.markets = markets;
    }

    /** The topic of an account's channel; empty if there is no such channel. */
    Optional<Topic> make(String channel, AccountView account) {
        String[] parts = channel.split("\\.", -1);
        int last = parts.length - 1;
        if (last == 2 && parts[1].equals("portfolio")) {
            return portfolio(channel, account, parts[2]);
        }
        if (last < 3) {
            return Optional.empty();
        }
        Optional<Interval> interval = Interval.of(parts[last]);
        Optional<Predicate<InstrumentView>> wanted = markets.selection(parts, 2, last);
        if (interval.isEmpty() || wanted.isEmpty()) {
            return Optional.empty();
        }
        return switch (parts[1]) {
            case "orders" -> Optional.of(orders(channel, interval.get(), account, wanted.get()));
            case "trades" -> Optional.of(trades(channel, interval.get(), account, wanted.get()));
            case "changes" -> Optional.of(changes(channel, interval.get(), account, wanted.get()));
            default -> Optional.empty();
        };
    }

    private static Topic orders(
            String channel, Interval interval, AccountView account, Predicate<InstrumentView> wanted) {
        return new RowsTopic(channel, interval, interval == Interval.RAW, changes -> ordersOf(changes, account, wanted)
                .map(OrderShape::order));
    }

    private static Stream<OrderView> ordersOf(Changes changes, AccountView account, Predicate<InstrumentView> wanted) {
        return changes.orders().stream()
                .filter(order -> order.accountId == account.accountId && wanted.test(order.instrument));
    }

    private static Topic trades(
            String channel, Interval interval, AccountView account, Predicate<InstrumentView> wanted) {
        return new RowsTopic(channel, interval, false, changes -> tradesOf(changes, account, wanted)
                .map(TradeShape::userTrade));
    }

    private static Stream<UserTrade> tradesOf(Changes changes, AccountView account, Predicate<InstrumentView> wanted) {
        return changes.userTrades().stream()
                .filter(mine -> mine.order().accountId == account.accountId && wanted.test(mine.order().instrument));
    }

    private static Topic changes(
            String channel, Interval interval, AccountView account, Predicate<InstrumentView> wanted) {
        return new RowsTopic(channel, interval, true, changes -> changes.instruments().stream()
                .filter(wanted)
                .flatMap(instrument -> changesOf(changes, account, instrument)));
    }

    private static Stream<ObjectNode> changesOf(Changes changes, AccountView account, InstrumentView instrument) {
        ObjectNode json = Json.object().put("instrument_name", instrument.spec.symbol());
        ArrayNode orders = json.putArray("orders");
        ordersOf(changes, account, instrument::equals).map(OrderShape::order).forEach(orders::add);
        ArrayNode trades = json.putArray("trades");
        tradesOf(changes, account, instrument::equals)
                .map(TradeShape::userTrade)
                .forEach(trades::add);
        ArrayNode positions = json.putArray("positions");
        for (PositionView position : changes.positionsOf(account)) {
            if (position.instrument() == instrument) {
                positions.add(AccountShape.position(position));
            }
        }
        return orders.isEmpty() && trades.isEmpty() && positions.isEmpty() ? Stream.empty() : Stream.of(json);
    }

    private Optional<Topic> portfolio(String channel, AccountView account, String currency) {
        List<Currency> currencies = new ArrayList<>();
        for (Currency each : Currency.values()) {
            if (currency.equals("any") || each.name().equalsIgnoreCase(currency)) {
                currencies.add(each);
            }
        }
        if (currencies.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StateTopic(
                channel,
                Interval.MS_100,
                changes -> changes.marks() || changes.accounts().contains(account),
                () -> summaries(account, currencies)));
    }

    private static List<? extends JsonNode> summaries(AccountView account, List<Currency> currencies) {
        return currencies.stream()
                .filter(currency -> currencies.size() == 1 || account.has(currency))
                .map(currency -> AccountShape.summary(account, currency))
                .toList();
    }
}
