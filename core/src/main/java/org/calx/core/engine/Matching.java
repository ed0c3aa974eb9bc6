package org.calx.core.engine;

import org.calx.core.book.BookListener;
import org.calx.core.book.OrderBook;
import org.calx.core.book.Orders;
import org.calx.core.clearing.Clearing;
import org.calx.model.CancelReason;
import org.calx.model.MarketPhase;
import org.calx.model.OrderType;
import org.calx.model.Side;
import org.calx.model.TimeInForce;

/**
 * An accepted order meets the book: each fill is told and cleared before the next, then what is left rests or is
 * cancelled. The order stands in its slot, reserved at its limit and outside the book.
 */
final class Matching implements BookListener {
    private final Venue venue;
    private final OrderTable table;
    private final Orders orders;
    private final OrderChecks checks;
    private final OrderRemoval removal;
    private final Invariants invariants;
    private final Clearing clearing;
    private final ExchangeEvents events;
    private final OrderLinks links;

    private long lastTradeId;
    private int slot;
    private int instrumentId;
    private Side side;
    private long remainingLots;
    private boolean isClosing;
    private int linkedWithIncoming;

    Matching(Venue venue, OrderChecks checks, OrderRemoval removal, Invariants invariants) {
        this.venue = venue;
        this.checks = checks;
        this.removal = removal;
        this.invariants = invariants;
        table = venue.orders;
        orders = table.orders();
        clearing = venue.clearing;
        events = venue.events;
        links = new OrderLinks(venue);
    }

    /** Trades the order in a slot as far as its limit goes, then rests or cancels what is left. */
    void match(int incomingSlot, OrderType type, TimeInForce timeInForce) {
        slot = incomingSlot;
        instrumentId = orders.instrumentId(slot);
        side = table.sideOf(slot);
        remainingLots = orders.remainingLots(slot);
        invariants.touch(orders.accountId(slot), instrumentId);
        isClosing = venue.markets.phase(venue.marketOf(instrumentId)) == MarketPhase.CLOSING;
        if (timeInForce == TimeInForce.FILL_OR_KILL && !isFillable()) {
            removal.cancelIncoming(slot, remainingLots, CancelReason.NOT_FILLABLE_IN_FULL);
            return;
        }
        linkedWithIncoming = Orders.NONE;
        book().match(bookSide(), orders.priceTicks(slot), remainingLots, maxFills(), this);
        if (linkedWithIncoming != Orders.NONE) {
            removal.cancelResting(linkedWithIncoming, CancelReason.LINKED_ORDER_FILLED);
        }
        if (remainingLots == 0) {
            table.remove(slot);
        } else {
            restOrCancel(type, timeInForce);
        }
    }

    private boolean isFillable() {
        return book().matchableLots(bookSide(), orders.priceTicks(slot), remainingLots, maxFills()) == remainingLots;
    }

    @Override
    public boolean onFill(
            int restingSlot,
            long restingOrderId,
            int restingAccountId,
            long priceTicks,
            long quantityLots,
            long restingRemainingLots) {
        remainingLots -= quantityLots;
        int linkedWithResting = Orders.NONE;
        if (links.areAny()) {
            unlinkIncoming(quantityLots);
            linkedWithResting = unlinkResting(restingSlot, quantityLots + restingRemainingLots);
        }
        events.trade(
                ++lastTradeId,
                instrumentId,
                priceTicks,
                quantityLots,
                side,
                orders.orderId(slot),
                orders.accountId(slot),
                remainingLots,
                clearing.takerFeeMicros(instrumentId, quantityLots),
                restingOrderId,
                restingAccountId,
                restingRemainingLots,
                clearing.makerFeeMicros(instrumentId, quantityLots));
        clearing.fill(
                instrumentId,
                priceTicks,
                quantityLots,
                side,
                orders.accountId(slot),
                orders.priceTicks(slot),
                restingAccountId);
        if (isClosing) {
            venue.instruments.prices().addClosingTrade(instrumentId, priceTicks, quantityLots);
        }
        invariants.touch(restingAccountId, instrumentId);
        if (restingRemainingLots == 0) {
            table.removeFilled(restingSlot);
        }
        if (linkedWithResting != Orders.NONE) {
            removal.cancelResting(linkedWithResting, CancelReason.LINKED_ORDER_FILLED);
        }
        return true;
    }

    /** Takes the link off the incoming order at its first fill; the order that it was linked with, beyond its limit, ends later. */
    private void unlinkIncoming(long quantityLots) {
        if (links.isLinked(slot)) {
            linkedWithIncoming = links.unlink(slot, remainingLots + quantityLots);
        }
    }

    private int unlinkResting(int restingSlot, long restingLots) {
        return links.isLinked(restingSlot) ? links.unlink(restingSlot, restingLots) : Orders.NONE;
    }

    private void restOrCancel(OrderType type, TimeInForce timeInForce) {
        if (checks.crosses(instrumentId, side, orders.priceTicks(slot))) {
            removal.cancelIncoming(slot, remainingLots, CancelReason.FILL_LIMIT);
        } else if (type == OrderType.MARKET) {
            removal.cancelIncoming(slot, remainingLots, CancelReason.MARKET_PROTECTION);
        } else if (timeInForce == TimeInForce.IMMEDIATE_OR_CANCEL) {
            removal.cancelIncoming(slot, remainingLots, CancelReason.UNFILLED_REMAINDER);
        } else {
            table.rest(slot, remainingLots);
            events.orderRested(
                    orders.orderId(slot),
                    orders.accountId(slot),
                    instrumentId,
                    side,
                    orders.priceTicks(slot),
                    remainingLots);
        }
    }

    private OrderBook book() {
        return table.book(instrumentId);
    }

    private int bookSide() {
        return OrderTable.bookSide(side);
    }

    private int maxFills() {
        return venue.limits.maxFillsPerCommand();
    }

    long lastTradeId() {
        return lastTradeId;
    }

    void restore(long restoredTradeId) {
        lastTradeId = restoredTradeId;
    }
}
