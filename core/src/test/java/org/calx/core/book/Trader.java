package org.calx.core.book;

import java.util.ArrayList;
import java.util.List;

/** Puts orders into a book the way the engine does, and keeps what the listener heard. */
final class Trader {

    static final int INSTRUMENT = 7;

    final Orders orders;
    final OrderBook book;
    final List<String> fills = new ArrayList<>();
    private int stopAfterFills = Integer.MAX_VALUE;
    private int heard;
    private long orderSequence;

    Trader(Orders orders, OrderBook book) {
        this.orders = orders;
        this.book = book;
    }

    /** Matches, then rests what is left. Returns the order id, whether or not anything rests. */
    long enter(int accountId, int side, long priceTicks, long lots) {
        int slot = orders.allocate(++orderSequence, accountId, INSTRUMENT, side, priceTicks, lots);
        long orderId = orders.orderId(slot);
        enter(slot, priceTicks, lots);
        return orderId;
    }

    /** Rests without matching. */
    long rest(int accountId, int side, long priceTicks, long lots) {
        int slot = orders.allocate(++orderSequence, accountId, INSTRUMENT, side, priceTicks, lots);
        book.rest(slot);
        return orders.orderId(slot);
    }

    private void enter(int slot, long priceTicks, long lots) {
        long left = match(orders.side(slot), priceTicks, lots, Integer.MAX_VALUE);
        if (left == 0) {
            orders.release(slot);
        } else {
            orders.amend(slot, priceTicks, left);
            book.rest(slot);
        }
    }

    /** Takes what the book has and leaves nothing. */
    long match(int side, long limitPriceTicks, long lots, int maxFills) {
        heard = 0;
        return book.match(side, limitPriceTicks, lots, maxFills, this::onFill);
    }

    /** Like {@link #match}, but the listener stops it after this many fills. */
    long matchUntil(int side, long limitPriceTicks, long lots, int fillsBeforeStop) {
        stopAfterFills = fillsBeforeStop;
        long left = match(side, limitPriceTicks, lots, Integer.MAX_VALUE);
        stopAfterFills = Integer.MAX_VALUE;
        return left;
    }

    private boolean onFill(int slot, long orderId, int accountId, long priceTicks, long lots, long remainingLots) {
        fills.add(orderId + " of " + accountId + " at " + priceTicks + " x " + lots + " leaves " + remainingLots);
        if (remainingLots == 0) {
            orders.release(slot);
        }
        return ++heard < stopAfterFills;
    }

    boolean cancel(long orderId) {
        int slot = orders.slotOf(orderId);
        if (slot == Orders.NONE) {
            return false;
        }
        book.cancel(slot);
        orders.release(slot);
        return true;
    }

    boolean modify(long orderId, long priceTicks, long lots) {
        int slot = orders.slotOf(orderId);
        if (slot == Orders.NONE) {
            return false;
        }
        book.cancel(slot);
        enter(slot, priceTicks, lots);
        return true;
    }

    boolean reduce(long orderId, long newRemainingLots) {
        int slot = orders.slotOf(orderId);
        if (slot == Orders.NONE) {
            return false;
        }
        book.reduce(slot, newRemainingLots);
        return true;
    }
}
