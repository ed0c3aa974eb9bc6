package org.calx.gateway.view;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.CancelReason;
import org.calx.model.OrderType;
import org.calx.model.ShortText;

/** Applies the events of orders to orders, books, tapes and their owners. Events of orders that came before are ignored. */
public final class Orders {
    private final Map<Long, OrderView> byId = new HashMap<>();
    private final Listings listings;
    private final Accounts accounts;
    private final Changes changes;

    Orders(Listings listings, Accounts accounts, Changes changes) {
        this.listings = listings;
        this.accounts = accounts;
        this.changes = changes;
    }

    void accepted(ExchangeEvent.OrderAccepted event, long sequence, long timestampNs) {
        OrderView order = new OrderView(
                event.orderId(),
                event.accountId(),
                listings.instrument(event.instrumentId()),
                event.side(),
                event.type(),
                event.timeInForce(),
                event.postOnly(),
                ShortText.text(event.clientOrderIdHigh(), event.clientOrderIdLow()),
                ShortText.text(event.labelHigh(), event.labelLow()),
                timestampNs);
        order.priceTicks = event.priceTicks();
        order.quantityLots = event.quantityLots();
        order.matchableSince = sequence;
        enter(order);
    }

    void imaged(ExchangeEvent.ImageOrder event, long sequence) {
        OrderView known = byId.get(event.orderId());
        if (known != null) {
            return;
        }
        OrderView order = new OrderView(
                event.orderId(),
                event.accountId(),
                listings.instrument(event.instrumentId()),
                event.side(),
                OrderType.LIMIT,
                event.timeInForce(),
                event.postOnly(),
                ShortText.text(event.clientOrderIdHigh(), event.clientOrderIdLow()),
                ShortText.text(event.labelHigh(), event.labelLow()),
                event.enteredNs());
        order.priceTicks = event.priceTicks();
        order.quantityLots = event.quantityLots();
        order.filledLots = event.quantityLots() - event.remainingLots();
        order.filledCostTicks = Math.multiplyExact(order.filledLots, order.priceTicks);
        order.fromImage = true;
        order.matchableSince = sequence;
        enter(order);
        putInBook(order);
    }

    void linked(ExchangeEvent.OrdersLinked event) {
        link(event.orderId(), event.linkedOrderId());
        link(event.linkedOrderId(), event.orderId());
    }

    private void link(long orderId, long linkedOrderId) {
        OrderView order = byId.get(orderId);
        if (order != null) {
            order.linkedOrderId = linkedOrderId;
            touch(order);
        }
    }

    /** The order is filled or cancelled: it is linked no more, nor is the other one. */
    private void unlink(OrderView order) {
        if (order.linkedOrderId != 0) {
            link(order.linkedOrderId, 0);
            order.linkedOrderId = 0;
        }
    }

    void rested(ExchangeEvent.OrderRested event) {
        OrderView order = byId.get(event.orderId());
        if (order != null) {
            order.priceTicks = event.priceTicks();
            putInBook(order);
            touch(order);
        }
    }

    void amended(ExchangeEvent.OrderAmended event, long sequence, long timestampNs) {
        OrderView order = byId.get(event.orderId());
        if (order == null) {
            return;
        }
        takeFromBook(order);
        order.priceTicks = event.priceTicks();
        order.quantityLots = event.quantityLots();
        order.updatedNs = timestampNs;
        order.matchableSince = sequence;
        if (event.priorityKept()) {
            putInBook(order);
        }
        touch(order);
    }

    void cancelled(ExchangeEvent.OrderCancelled event, long timestampNs) {
        OrderView order = byId.get(event.orderId());
        if (order == null) {
            return;
        }
        takeFromBook(order);
        unlink(order);
        order.state = OrderState.CANCELLED;
        order.cancelReason = event.reason();
        order.updatedNs = timestampNs;
        close(order);
    }

    void traded(ExchangeEvent.Trade event, long sequence, long timestampNs) {
        InstrumentView instrument = listings.instrument(event.instrumentId());
        long indexMicros = instrument
                .product
                .fixings
                .last()
                .map(published -> published.fixing().priceMicros())
                .orElse(0L);
        TradeView trade = new TradeView(
                instrument,
                event.tradeId(),
                instrument.tape.nextNumber(),
                event.priceTicks(),
                event.quantityLots(),
                event.aggressorSide(),
                instrument.tape.directionOf(event.priceTicks()),
                instrument.markMicros(),
                indexMicros,
                timestampNs,
                sequence);
        instrument.addTrade(trade);
        changes.trades.add(trade);
        changes.instruments.add(instrument);
        fill(byId.get(event.restingOrderId()), trade, false, event.restingFeeMicros(), event.restingRemainingLots());
        fill(
                byId.get(event.aggressorOrderId()),
                trade,
                true,
                event.aggressorFeeMicros(),
                event.aggressorRemainingLots());
    }

    private void fill(OrderView order, TradeView trade, boolean aggressor, long feeMicros, long remainingLots) {
        if (order == null) {
            return;
        }
        if (order.inBook) {
            order.instrument.book.add(order.side, order.priceTicks, -trade.quantityLots());
        }
        order.fill(trade.priceTicks(), trade.quantityLots(), trade.timestampNs());
        unlink(order);
        UserTrade mine = new UserTrade(trade, order, aggressor, feeMicros, remainingLots);
        accounts.get(order.accountId).addTrade(mine);
        changes.userTrades.add(mine);
        if (order.state == OrderState.FILLED) {
            order.inBook = false;
            close(order);
        } else {
            touch(order);
        }
    }

    private void enter(OrderView order) {
        accounts.get(order.accountId).addOpen(order);
        byId.put(order.orderId, order);
        touch(order);
    }

    private void close(OrderView order) {
        OrderView forgotten = accounts.get(order.accountId).close(order);
        if (forgotten != null) {
            byId.remove(forgotten.orderId);
        }
        touch(order);
    }

    private void putInBook(OrderView order) {
        if (!order.inBook) {
            order.inBook = true;
            order.instrument.book.add(order.side, order.priceTicks, order.remainingLots());
        }
    }

    private void takeFromBook(OrderView order) {
        if (order.inBook) {
            order.inBook = false;
            order.instrument.book.add(order.side, order.priceTicks, -order.remainingLots());
        }
    }

    private void touch(OrderView order) {
        changes.orders.add(order);
        changes.instruments.add(order.instrument);
        changes.accounts.add(accounts.get(order.accountId));
    }

    /** Notes, for the command that ends here, which orders it touched and how many its mass cancellation cancelled. */
    void endCommand(long sequence) {
        Map<Integer, Long> cancelled = new HashMap<>();
        for (OrderView order : changes.orders) {
            order.fromImage &= order.changedSequence == 0;
            order.changedSequence = sequence;
            if (order.cancelReason == CancelReason.MASS_CANCEL) {
                cancelled.merge(order.accountId, 1L, Long::sum);
            }
        }
        cancelled.forEach((accountId, orders) -> accounts.get(accountId).noteMassCancel(sequence, orders));
    }

    /** An account's order, working or lately closed. */
    public Optional<OrderView> find(int accountId, long orderId) {
        OrderView order = byId.get(orderId);
        return order != null && order.accountId == accountId ? Optional.of(order) : Optional.empty();
    }
}
