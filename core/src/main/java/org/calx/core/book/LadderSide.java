package org.calx.core.book;

/**
 * One side of a {@link LadderOrderBook}: queues of orders at keys, of which the lowest is the best.
 *
 * <p>A key is the price on the asking side and its bitwise complement on the bidding side, which turns the order of
 * prices round and fits every {@code long}; so both sides are this one class. Sixty-four neighbouring keys are a page: a
 * bitmap of the levels in use, and the levels side by side. A level is known by page and offset in one integer, which
 * its orders carry, so that only resting an order ever looks for a level.
 */
final class LadderSide {

    /** Best key of an empty side; no order can have it. */
    static final long NO_KEY = Long.MAX_VALUE;

    private static final int NONE = Orders.NONE;

    private final Orders orders;
    private final Queues queues;
    private final int side;
    private final PageDirectory pages = new PageDirectory();
    private long bestKey = NO_KEY;
    private int bestLevel = NONE;
    private int orderCount;

    LadderSide(Orders orders, int side) {
        this.orders = orders;
        this.side = side;
        queues = orders.queues();
    }

    long bestKey() {
        return bestKey;
    }

    int levelCount() {
        int count = 0;
        for (int i = 0; i < pages.size(); i++) {
            count += Long.bitCount(queues.bitmap(pages.page(i)));
        }
        return count;
    }

    int orderCount() {
        return orderCount;
    }

    /** The level of this key if it holds orders, else {@link Orders#NONE}. */
    int levelOf(long key) {
        int page = pages.find(key >> 6);
        return page != PageDirectory.NONE && (queues.bitmap(page) & 1L << key) != 0 ? page << 6 | (int) key & 63 : NONE;
    }

    /** The lowest key in use above this one, or {@link #NO_KEY}. */
    long keyAfter(long key) {
        long number = key >> 6;
        int page = pages.find(number);
        if (page != PageDirectory.NONE) {
            long above = queues.bitmap(page) & (-1L << key) << 1;
            if (above != 0) {
                return number << 6 | Long.numberOfTrailingZeros(above);
            }
        }
        long next = pages.after(number);
        return next == PageDirectory.NO_NUMBER ? NO_KEY : lowestKey(next, pages.find(next));
    }

    private long lowestKey(long number, int page) {
        return number << 6 | Long.numberOfTrailingZeros(queues.bitmap(page));
    }

    void append(int slot, long key) {
        int page = pages.find(key >> 6);
        if (page == PageDirectory.NONE) {
            page = queues.takePage();
            pages.add(key >> 6, page);
        }
        int level = page << 6 | (int) key & 63;
        queues.append(level, slot, orders.remainingLots(slot));
        orders.setPlace(slot, level, side);
        orderCount++;
        if (key < bestKey) {
            bestKey = key;
            bestLevel = level;
        }
    }

    void remove(int slot, long key) {
        int level = orders.level(slot);
        orders.setPlace(slot, NONE, side);
        orderCount--;
        long bitmap = queues.remove(level, slot, orders.remainingLots(slot));
        // The second term is 0 when the level is the best one and empty now.
        if (bitmap == 0 || (level ^ bestLevel | bitmap >>> level & 1) == 0) {
            leave(level, bitmap, key);
        }
    }

    /** After a level became empty that was the best, or the last of its page. */
    private void leave(int level, long bitmap, long key) {
        if (bitmap == 0) {
            pages.remove(key >> 6);
            queues.givePage(level >> 6);
        }
        if (level != bestLevel) {
            return;
        }
        if (pages.size() == 0) {
            bestKey = NO_KEY;
            bestLevel = NONE;
        } else {
            bestKey = lowestKey(pages.bestNumber(), pages.best());
            bestLevel = pages.best() << 6 | (int) bestKey & 63;
        }
    }

    void reduce(int slot, long newRemainingLots) {
        queues.reduce(orders.level(slot), orders.remainingLots(slot) - newRemainingLots);
        orders.setRemainingLots(slot, newRemainingLots);
    }

    /**
     * Fills orders from the best on, down to a key.
     *
     * @param flip what turns a key into its price by exclusive or
     * @return lots left
     */
    long match(long limitKey, long flip, long quantityLots, int maxFills, BookListener listener) {
        long left = quantityLots;
        int fills = 0;
        while (left > 0 && fills < maxFills && bestKey <= limitKey && bestLevel != NONE) {
            long key = bestKey;
            int slot = queues.first(bestLevel);
            long remaining = orders.remainingLots(slot);
            long filled = Math.min(left, remaining);
            if (filled == remaining) {
                remove(slot, key);
                orders.setRemainingLots(slot, 0);
            } else {
                reduce(slot, remaining - filled);
            }
            left -= filled;
            fills++;
            if (!listener.onFill(
                    slot, orders.orderId(slot), orders.accountId(slot), key ^ flip, filled, remaining - filled)) {
                break;
            }
        }
        return left;
    }

    /** Lots that {@link #match} would fill. */
    long matchable(long limitKey, long quantityLots, int maxFills) {
        long left = quantityLots;
        int fillsLeft = maxFills;
        for (long key = bestKey; key <= limitKey && key != NO_KEY && left > 0 && fillsLeft > 0; key = keyAfter(key)) {
            int level = levelOf(key);
            if (queues.lots(level) <= left && queues.count(level) <= fillsLeft) {
                left -= queues.lots(level);
                fillsLeft -= queues.count(level);
            } else {
                for (int slot = queues.first(level);
                        slot != NONE && left > 0 && fillsLeft > 0;
                        slot = queues.next(slot)) {
                    left -= Math.min(left, orders.remainingLots(slot));
                    fillsLeft--;
                }
            }
        }
        return quantityLots - left;
    }
}
