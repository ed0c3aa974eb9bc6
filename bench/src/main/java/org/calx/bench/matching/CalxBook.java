package org.calx.bench.matching;

import org.calx.core.book.BookListener;
import org.calx.core.book.BookSide;
import org.calx.core.book.LadderOrderBook;
import org.calx.core.book.OrderBook;
import org.calx.core.book.Orders;

/**
 * Our book. The stream's ids are the client's, ours come back in the acknowledgement: the flat array from one to the
 * other is what a client keeps to name its orders, and its accesses are part of the time.
 */
public final class CalxBook extends ReplayedBook {

    private static final int INSTRUMENT = 1;

    private final Orders orders;
    private final OrderBook book;
    private final long[] orderIds;
    private final BookListener listener = this::onFill;
    private long orderSequence;

    /** An empty book for a stream of these sizes. */
    public CalxBook(Workload workload, int users) {
        orders = new Orders(workload.highestOrderId() + 1, users + 1);
        book = new LadderOrderBook(orders, INSTRUMENT);
        orderIds = new long[workload.highestOrderId() + 1];
    }

    private boolean onFill(int slot, long orderId, int accountId, long priceTicks, long lots, long remainingLots) {
        trade(priceTicks, lots);
        if (remainingLots == 0) {
            orders.release(slot);
        }
        return true;
    }

    @Override
    protected boolean goodTillCancel(long id, long user, int side, long price, long lots) {
        long left = book.match(side, price, lots, Integer.MAX_VALUE, listener);
        if (left > 0) {
            int slot = orders.allocate(++orderSequence, (int) user, INSTRUMENT, side, price, lots);
            orderIds[(int) id] = orders.orderId(slot);
            if (left < lots) {
                orders.amend(slot, price, left);
            }
            book.rest(slot);
        }
        return true;
    }

    @Override
    protected boolean immediateOrCancel(long id, long user, int side, long price, long lots) {
        book.match(side, price, lots, Integer.MAX_VALUE, listener);
        return true;
    }

    @Override
    protected boolean fillOrKillBudget(long id, long user, int side, long budget, long lots) {
        int other = BookSide.opposite(side);
        long left = lots;
        long cost = 0;
        for (long price = book.bestTicks(other);
                left > 0 && price != OrderBook.noPrice(other);
                price = book.nextTicks(other, price)) {
            long taken = Math.min(left, book.lotsAt(other, price));
            cost += taken * price;
            left -= taken;
        }
        boolean withinBudget = side == BookSide.BID ? cost <= budget : cost >= budget;
        if (left == 0 && withinBudget) {
            book.match(side, OrderBook.noPrice(other), lots, Integer.MAX_VALUE, listener);
        }
        return true;
    }

    @Override
    protected boolean cancel(long id, long user) {
        int slot = orders.slotOf(orderIds[(int) id]);
        if (slot == Orders.NONE) {
            return false;
        }
        book.cancel(slot);
        orders.release(slot);
        return true;
    }

    @Override
    protected boolean reduce(long id, long user, long byLots) {
        int slot = orders.slotOf(orderIds[(int) id]);
        if (slot == Orders.NONE) {
            return false;
        }
        long remaining = orders.remainingLots(slot);
        if (byLots < remaining) {
            book.reduce(slot, remaining - byLots);
        } else {
            book.cancel(slot);
            orders.release(slot);
        }
        return true;
    }

    @Override
    protected boolean move(long id, long user, long price) {
        int slot = orders.slotOf(orderIds[(int) id]);
        if (slot == Orders.NONE) {
            return false;
        }
        enterAgain(slot, price, orders.remainingLots(slot));
        return true;
    }

    @Override
    protected boolean modify(long id, long user, int side, long price, long lots) {
        int slot = orders.slotOf(orderIds[(int) id]);
        if (slot == Orders.NONE) {
            return false;
        }
        enterAgain(slot, price, lots);
        return true;
    }

    private void enterAgain(int slot, long price, long lots) {
        book.cancel(slot);
        long left = book.match(orders.side(slot), price, lots, Integer.MAX_VALUE, listener);
        if (left > 0) {
            orders.amend(slot, price, left);
            book.rest(slot);
        } else {
            orders.release(slot);
        }
    }
}
