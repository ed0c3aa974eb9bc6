package org.calx.app.scenario;

import org.calx.core.engine.CommandHeader;
import org.calx.core.engine.Exchange;
import org.calx.core.engine.OrderEntry;
import org.calx.model.OrderType;
import org.calx.model.ShortText;
import org.calx.model.Side;
import org.calx.model.TimeInForce;

/** What an account's trader says: orders, amendments and cancellations. */
final class TraderVerbs {
    private final ScenarioDictionary names;
    private final EventText text;
    private final OrderEntry order = new OrderEntry();

    TraderVerbs(ScenarioDictionary names, EventText text) {
        this.names = names;
        this.text = text;
    }

    /** Whether the verb is a trader's; if so, its command is given. */
    boolean say(String verb, int accountId, Words words, Exchange exchange, CommandHeader header) {
        switch (verb) {
            case "buy" -> submit(Side.BUY, accountId, words, exchange, header);
            case "sell" -> submit(Side.SELL, accountId, words, exchange, header);
            case "amend" -> amend(accountId, words, exchange, header);
            case "cancel" -> {
                long orderId = names.orders.longId(words.next("an order"));
                words.expectEnd();
                exchange.cancelOrder(header, accountId, orderId);
            }
            case "cancel-all" -> {
                int instrumentId = words.hasNext() ? names.instruments.id(words.next("an instrument")) : 0;
                words.expectEnd();
                exchange.massCancel(header, accountId, instrumentId);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void submit(Side side, int accountId, Words words, Exchange exchange, CommandHeader header) {
        order.accountId = accountId;
        order.side = side;
        order.quantityLots = words.nextLong("a quantity in lots");
        order.instrumentId = names.instruments.id(words.next("an instrument"));
        price(words);
        order.timeInForce =
                order.type == OrderType.MARKET ? TimeInForce.IMMEDIATE_OR_CANCEL : TimeInForce.GOOD_TIL_CANCELLED;
        order.postOnly = false;
        String clientOrderId = "";
        String label = "";
        String alias = null;
        order.sessionNumber = 0;
        order.linkedOrderId = 0;
        while (words.hasNext()) {
            String field = words.next("a field");
            switch (field) {
                case "gtc" -> order.timeInForce = TimeInForce.GOOD_TIL_CANCELLED;
                case "day" -> order.timeInForce = TimeInForce.DAY;
                case "ioc" -> order.timeInForce = TimeInForce.IMMEDIATE_OR_CANCEL;
                case "fok" -> order.timeInForce = TimeInForce.FILL_OR_KILL;
                case "post-only" -> order.postOnly = true;
                case "id" -> clientOrderId = words.next("a client order id");
                case "label" -> label = words.next("a label");
                case "in" -> order.sessionNumber = names.sessionNumbers.longId(words.next("a session"));
                case "oco" -> order.linkedOrderId = names.orders.longId(words.next("an order"));
                case "as" -> alias = words.next("a name for the order");
                default ->
                    throw new IllegalArgumentException(
                            "expected one of gtc, day, ioc, fok, post-only, id, label, in, oco, as, found '" + field
                                    + "'");
            }
        }
        order.clientOrderIdHigh = ShortText.high(clientOrderId);
        order.clientOrderIdLow = ShortText.low(clientOrderId);
        order.labelHigh = ShortText.high(label);
        order.labelLow = ShortText.low(label);
        text.nameNextOrder(alias);
        exchange.submitOrder(header, order);
        text.nameNextOrder(null);
    }

    private void price(Words words) {
        if (words.take("market")) {
            order.type = OrderType.MARKET;
            order.priceTicks = 0;
        } else {
            words.expect("at");
            order.type = OrderType.LIMIT;
            order.priceTicks = ticks(order.instrumentId, words.nextMicros("a price"));
        }
    }

    private void amend(int accountId, Words words, Exchange exchange, CommandHeader header) {
        String name = words.next("an order");
        words.expect("to");
        long quantityLots = words.nextLong("a quantity in lots");
        int instrumentId = names.instruments.id(words.next("an instrument"));
        words.expect("at");
        long priceTicks = ticks(instrumentId, words.nextMicros("a price"));
        words.expectEnd();
        exchange.amendOrder(header, accountId, names.orders.longId(name), priceTicks, quantityLots);
    }

    private long ticks(int instrumentId, long priceMicros) {
        return SpecWords.ticks(priceMicros, names.tickMicros(instrumentId));
    }
}
