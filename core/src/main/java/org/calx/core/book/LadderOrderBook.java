package org.calx.core.book;

/**
 * The order book in production: a ladder of pages of neighbouring prices on each side.
 *
 * <p>Best prices are fields. Cancelling, reducing and filling look nothing up; resting finds its level by the page of its
 * price. No operation allocates memory but the growth of page arrays by doubling. The pages of all books over one pool
 * are shared, 1.5 kB each, and given back to the others when their last order leaves. The structures it was chosen over
 * are in ADR 0003.
 */
public final class LadderOrderBook implements OrderBook {

    private final Orders orders;
    private final int instrumentId;
    private final Queues queues;
    private final LadderSide[] sides;

    /** An empty book of this instrument whose orders live in the pool given. */
    public LadderOrderBook(Orders orders, int instrumentId) {
        this.orders = orders;
        this.instrumentId = instrumentId;
        queues = orders.queues();
        sides = new LadderSide[] {new LadderSide(orders, BookSide.BID), new LadderSide(orders, BookSide.ASK)};
    }

    @Override
    public int instrumentId() {
        return instrumentId;
    }

    @Override
    public long match(int side, long limitPriceTicks, long quantityLots, int maxFills, BookListener listener) {
        long flip = flip(BookSide.opposite(side));
        return side(BookSide.opposite(side)).match(limitPriceTicks ^ flip, flip, quantityLots, maxFills, listener);
    }

    @Override
    public long matchableLots(int side, long limitPriceTicks, long quantityLots, int maxFills) {
        int other = BookSide.opposite(side);
        return side(other).matchable(limitPriceTicks ^ flip(other), quantityLots, maxFills);
    }

    @Override
    public void rest(int slot) {
        if (orders.isResting(slot) || orders.remainingLots(slot) <= 0) {
            throw new IllegalStateException("order in slot " + slot + " already rests or has no lots remaining");
        }
        int side = orders.side(slot);
        side(side).append(slot, orders.priceTicks(slot) ^ flip(side));
    }

    @Override
    public void cancel(int slot) {
        checkResting(slot);
        int side = orders.side(slot);
        side(side).remove(slot, orders.priceTicks(slot) ^ flip(side));
    }

    @Override
    public void reduce(int slot, long newRemainingLots) {
        checkResting(slot);
        if (newRemainingLots < 1 || newRemainingLots > orders.remainingLots(slot)) {
            throw new IllegalArgumentException("new quantity " + newRemainingLots + " is not in 1.."
                    + orders.remainingLots(slot) + " of slot " + slot);
        }
        side(orders.side(slot)).reduce(slot, newRemainingLots);
    }

    private void checkResting(int slot) {
        if (!orders.isResting(slot)) {
            throw new IllegalStateException("order in slot " + slot + " does not rest");
        }
    }

    @Override
    public boolean isEmpty() {
        return orderCount(BookSide.BID) == 0 && orderCount(BookSide.ASK) == 0;
    }

    @Override
    public int orderCount(int side) {
        return side(side).orderCount();
    }

    @Override
    public int levelCount(int side) {
        return side(side).levelCount();
    }

    @Override
    public long bestTicks(int side) {
        return side(side).bestKey() ^ flip(side);
    }

    @Override
    public long nextTicks(int side, long priceTicks) {
        return side(side).keyAfter(priceTicks ^ flip(side)) ^ flip(side);
    }

    @Override
    public long lotsAt(int side, long priceTicks) {
        int level = side(side).levelOf(priceTicks ^ flip(side));
        return level == Orders.NONE ? 0 : queues.lots(level);
    }

    @Override
    public int ordersAt(int side, long priceTicks) {
        int level = side(side).levelOf(priceTicks ^ flip(side));
        return level == Orders.NONE ? 0 : queues.count(level);
    }

    @Override
    public int firstAt(int side, long priceTicks) {
        int level = side(side).levelOf(priceTicks ^ flip(side));
        return level == Orders.NONE ? Orders.NONE : queues.first(level);
    }

    @Override
    public int nextInQueue(int slot) {
        return queues.next(slot);
    }

    private LadderSide side(int side) {
        return sides[side];
    }

    /** What turns a price of this side into its key, and back, by exclusive or: all ones for bids, 0 for asks. */
    private static long flip(int side) {
        return side - 1;
    }
}
