package org.calx.core.engine;

import org.calx.core.book.BookSide;
import org.calx.core.book.OrderBook;
import org.calx.core.book.Orders;
import org.calx.core.clearing.Clearing;
import org.calx.core.liveness.Cancellation;
import org.calx.model.CancelReason;
import org.calx.model.RejectReason;
import org.calx.model.TimeInForce;

/** How orders end other than by being filled: their margin is released, their end is told, their slot is free. */
final class OrderRemoval {
    private static final int ALL_INSTRUMENTS = 0;

    private final Venue venue;
    private final OrderTable table;
    private final Orders orders;
    private final Clearing clearing;
    private final Invariants invariants;
    private final OrderLinks links;

    OrderRemoval(Venue venue, Invariants invariants) {
        this.venue = venue;
        this.invariants = invariants;
        table = venue.orders;
        orders = table.orders();
        clearing = venue.clearing;
        links = new OrderLinks(venue);
    }

    /** Cancels what is left of an order that is not in the book. */
    void cancelIncoming(int slot, long remainingLots, CancelReason reason) {
        if (links.isLinked(slot)) {
            links.unlink(slot, remainingLots);
        }
        int accountId = orders.accountId(slot);
        int instrumentId = orders.instrumentId(slot);
        long priceTicks = orders.priceTicks(slot);
        clearing.release(accountId, instrumentId, table.sideOf(slot), priceTicks, remainingLots);
        venue.events.orderCancelled(
                orders.orderId(slot), accountId, instrumentId, table.sideOf(slot), priceTicks, remainingLots, reason);
        table.remove(slot);
    }

    /** Cancels a resting order. */
    void cancelResting(int slot, CancelReason reason) {
        table.takeOut(slot);
        cancelIncoming(slot, orders.remainingLots(slot), reason);
    }

    /** Cancels an order at its owner's request. */
    RejectReason cancel(int accountId, long orderId) {
        if (!venue.accounts.exists(accountId)) {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        int slot = table.find(accountId, orderId);
        if (slot == Orders.NONE) {
            return RejectReason.UNKNOWN_ORDER;
        }
        invariants.touch(accountId, orders.instrumentId(slot));
        cancelResting(slot, CancelReason.REQUESTED);
        return RejectReason.NONE;
    }

    /** Cancels an account's orders, oldest first; at most the orders that one account may have. */
    RejectReason massCancel(int accountId, int instrumentId) {
        if (instrumentId != ALL_INSTRUMENTS && !venue.instruments.exists(instrumentId)) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        if (!venue.accounts.exists(accountId)) {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        int slot = orders.firstOfAccount(accountId);
        while (slot != Orders.NONE) {
            int next = orders.nextOfAccount(slot);
            if (instrumentId == ALL_INSTRUMENTS || orders.instrumentId(slot) == instrumentId) {
                invariants.touch(accountId, orders.instrumentId(slot));
                cancelResting(slot, CancelReason.MASS_CANCEL);
            }
            slot = next;
        }
        return RejectReason.NONE;
    }

    /** Goes on with a cancellation, oldest orders first. @return how many it cancelled; fewer than the most when it is complete */
    int cancel(Cancellation begun, int most) {
        int cancelled = 0;
        int slot = orders.firstOfAccount(begun.accountId());
        while (slot != Orders.NONE && cancelled < most) {
            int next = orders.nextOfAccount(slot);
            if (isOf(slot, begun)) {
                invariants.touch(begun.accountId(), orders.instrumentId(slot));
                cancelResting(slot, begun.reason());
                cancelled++;
            }
            slot = next;
        }
        return cancelled;
    }

    private boolean isOf(int slot, Cancellation begun) {
        boolean isOfSession = begun.sessionId() == Cancellation.ANY_SESSION
                || begun.sessionId() == table.details().sessionId(slot);
        return isOfSession && Orders.sequenceOf(orders.orderId(slot)) <= begun.lastSequence();
    }

    /** Cancels an instrument's day orders, bids first, in order of priority. */
    void endDay(int instrumentId) {
        cancelSide(table.book(instrumentId), BookSide.BID, true, CancelReason.END_OF_DAY);
        cancelSide(table.book(instrumentId), BookSide.ASK, true, CancelReason.END_OF_DAY);
    }

    /** Cancels all orders of an instrument, bids first, in order of priority. */
    void expire(int instrumentId) {
        cancelSide(table.book(instrumentId), BookSide.BID, false, CancelReason.EXPIRED);
        cancelSide(table.book(instrumentId), BookSide.ASK, false, CancelReason.EXPIRED);
    }

    private void cancelSide(OrderBook book, int bookSide, boolean dayOrdersOnly, CancelReason reason) {
        long price = book.bestTicks(bookSide);
        while (price != OrderBook.noPrice(bookSide)) {
            int slot = book.firstAt(bookSide, price);
            while (slot != Orders.NONE) {
                int next = book.nextInQueue(slot);
                if (!dayOrdersOnly || table.details().timeInForce(slot) == TimeInForce.DAY) {
                    cancelResting(slot, reason);
                }
                slot = next;
            }
            price = book.nextTicks(bookSide, price);
        }
    }
}
