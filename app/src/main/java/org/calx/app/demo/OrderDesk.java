package org.calx.app.demo;

import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.ExchangeClient;
import org.calx.api.client.OrderRequest;
import org.calx.model.Currency;
import org.calx.model.InstrumentSpec;
import org.calx.model.OrderType;
import org.calx.model.RejectReason;
import org.calx.model.Side;
import org.calx.model.TimeInForce;

/**
 * Sends the orders of one trading program. At most one command per side of an instrument waits for its answer, and at most
 * {@value #MAX_WAITING} in all; beyond that the desk is busy and the program lets its turn pass.
 */
final class OrderDesk {

    private static final int MAX_WAITING = 64;
    /** Turns for which an account counts as short of margin after a refusal for it. */
    private static final int SHORT_TURNS = 200;

    private final ExchangeClient client;
    private final AccountView account;
    private final VenueView venue;
    private final DemoStatistics statistics;
    private final TreeSet<Integer> waiting = new TreeSet<>();
    private final int[] shortTurns = new int[Currency.count()];

    OrderDesk(ExchangeClient client, AccountView account, VenueView venue, DemoStatistics statistics) {
        this.client = client;
        this.account = account;
        this.venue = venue;
        this.statistics = statistics;
    }

    AccountView account() {
        return account;
    }

    boolean isBusy(InstrumentSpec instrument, Side side) {
        return waiting.size() >= MAX_WAITING || waiting.contains(key(instrument, side));
    }

    /** Whether the program should only make its positions smaller. */
    boolean isShortOfMargin(Currency currency) {
        if (shortTurns[currency.ordinal()] > 0) {
            shortTurns[currency.ordinal()]--;
            return true;
        }
        return account.isTight(currency);
    }

    /** An order that rests and never takes. */
    void quote(InstrumentSpec instrument, Side side, long priceTicks, long lots) {
        send(instrument, side, OrderType.LIMIT, TimeInForce.DAY, true, priceTicks, lots);
    }

    /** An order that takes up to its limit and never rests. */
    void take(InstrumentSpec instrument, Side side, long priceTicks, long lots) {
        send(instrument, side, OrderType.LIMIT, TimeInForce.IMMEDIATE_OR_CANCEL, false, priceTicks, lots);
    }

    /** An order that takes at the market, within the exchange's protection. */
    void takeAtMarket(InstrumentSpec instrument, Side side, long lots) {
        send(instrument, side, OrderType.MARKET, TimeInForce.IMMEDIATE_OR_CANCEL, false, 0, lots);
    }

    /** New price and new remaining lots for a working order. */
    void amend(AccountView.WorkingOrder order, long priceTicks, long remainingLots) {
        InstrumentSpec instrument = venue.instrument(order.instrumentId());
        long filledLots = order.quantityLots() - order.remainingLots();
        await(
                instrument,
                order.side(),
                client.amendOrder(account.accountId(), order.orderId(), priceTicks, filledLots + remainingLots));
    }

    void cancel(AccountView.WorkingOrder order) {
        await(
                venue.instrument(order.instrumentId()),
                order.side(),
                client.cancelOrder(account.accountId(), order.orderId()));
    }

    private void send(
            InstrumentSpec instrument,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            boolean postOnly,
            long priceTicks,
            long lots) {
        OrderRequest order = new OrderRequest(
                account.accountId(),
                instrument.instrumentId(),
                side,
                type,
                timeInForce,
                postOnly,
                priceTicks,
                lots,
                "",
                "");
        await(instrument, side, client.submitOrder(order));
    }

    private void await(InstrumentSpec instrument, Side side, CompletableFuture<CommandOutcome> outcome) {
        int key = key(instrument, side);
        waiting.add(key);
        outcome.whenComplete((answer, _) -> {
            waiting.remove(key);
            if (answer != null) {
                onAnswer(instrument, answer.reason());
            }
        });
    }

    private void onAnswer(InstrumentSpec instrument, RejectReason reason) {
        statistics.onBotOutcome(reason);
        if (reason == RejectReason.INSUFFICIENT_MARGIN) {
            Currency currency = venue.product(instrument.productId()).currency();
            shortTurns[currency.ordinal()] = SHORT_TURNS;
        }
    }

    private static int key(InstrumentSpec instrument, Side side) {
        return instrument.instrumentId() * 2 + side.ordinal();
    }
}
