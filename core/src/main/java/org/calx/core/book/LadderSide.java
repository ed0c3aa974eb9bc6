package org.calx.core.book;

import java.util.Arrays;

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
    private static final int INITIAL_PAGES = 4;

    private static final int STRIDE_BITS = 2;
    private static final int LOTS = 0;
    private static final int COUNT = 1;
    private static final int QUEUE = 2;

    private final Orders orders;
    private final PageDirectory pages = new PageDirectory(INITIAL_PAGES);
    private long[] bitmaps = new long[INITIAL_PAGES];
    private long[] levels = new long[INITIAL_PAGES << 6 << STRIDE_BITS];
    private long bestKey = NO_KEY;
    private int bestLevel = NONE;
    private int levelCount;
    private int orderCount;

    LadderSide(Orders orders) {
        this.orders = orders;
    }

    long bestKey() {
        return bestKey;
    }

    int levelCount() {
        return levelCount;
    }

    int orderCount() {
        return orderCount;
    }

    /** The level of this key if it holds orders, else {@link Orders#NONE}. */
    int levelOf(long key) {
        int page = pages.find(key >> 6);
        return page != PageDirectory.NONE && (bitmaps[page] & 1L << key) != 0 ? page << 6 | (int) key & 63 : NONE;
    }

    /** The lowest key in use above this one, or {@link #NO_KEY}. */
    long keyAfter(long key) {
        long number = key >> 6;
        int page = pages.find(number);
        if (page != PageDirectory.NONE) {
            long above = bitmaps[page] & (-1L << key) << 1;
            if (above != 0) {
                return number << 6 | Long.numberOfTrailingZeros(above);
            }
        }
        page = pages.after(number);
        return page == PageDirectory.NONE
                ? NO_KEY
                : pages.number(page) << 6 | Long.numberOfTrailingZeros(bitmaps[page]);
    }

    long lots(int level) {
        return levels[(level << STRIDE_BITS) + LOTS];
    }

    int count(int level) {
        return (int) levels[(level << STRIDE_BITS) + COUNT];
    }

    int first(int level) {
        return (int) (levels[(level << STRIDE_BITS) + QUEUE] >> 32);
    }

    void append(int slot, long key) {
        int page = pages.find(key >> 6);
        if (page == PageDirectory.NONE) {
            page = addPage(key >> 6);
        }
        int level = page << 6 | (int) key & 63;
        int at = level << STRIDE_BITS;
        long bit = 1L << key;
        orderCount++;
        orders.setLevel(slot, level);
        orders.setQueueNext(slot, NONE);
        if ((bitmaps[page] & bit) == 0) {
            bitmaps[page] |= bit;
            levelCount++;
            orders.setQueuePrevious(slot, NONE);
            levels[at + LOTS] = orders.remainingLots(slot);
            levels[at + COUNT] = 1;
            levels[at + QUEUE] = queue(slot, slot);
            if (key < bestKey) {
                bestKey = key;
                bestLevel = level;
            }
        } else {
            long queue = levels[at + QUEUE];
            int last = (int) queue;
            orders.setQueueNext(last, slot);
            orders.setQueuePrevious(slot, last);
            levels[at + LOTS] += orders.remainingLots(slot);
            levels[at + COUNT]++;
            levels[at + QUEUE] = queue >> 32 << 32 | slot;
        }
    }

    void remove(int slot) {
        int level = orders.level(slot);
        int at = level << STRIDE_BITS;
        orders.setLevel(slot, NONE);
        orderCount--;
        if (--levels[at + COUNT] == 0) {
            removeLevel(level);
            return;
        }
        levels[at + LOTS] -= orders.remainingLots(slot);
        int next = orders.queueNext(slot);
        int previous = orders.queuePrevious(slot);
        if (previous == NONE) {
            orders.setQueuePrevious(next, NONE);
            levels[at + QUEUE] = queue(next, (int) levels[at + QUEUE]);
        } else if (next == NONE) {
            orders.setQueueNext(previous, NONE);
            levels[at + QUEUE] = levels[at + QUEUE] >> 32 << 32 | previous;
        } else {
            orders.setQueueNext(previous, next);
            orders.setQueuePrevious(next, previous);
        }
    }

    void reduce(int slot, long newRemainingLots) {
        levels[(orders.level(slot) << STRIDE_BITS) + LOTS] -= orders.remainingLots(slot) - newRemainingLots;
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
            int slot = first(bestLevel);
            long remaining = orders.remainingLots(slot);
            long filled = Math.min(left, remaining);
            if (filled == remaining) {
                remove(slot);
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
            if (lots(level) <= left && count(level) <= fillsLeft) {
                left -= lots(level);
                fillsLeft -= count(level);
            } else {
                for (int slot = first(level);
                        slot != NONE && left > 0 && fillsLeft > 0;
                        slot = orders.queueNext(slot)) {
                    left -= Math.min(left, orders.remainingLots(slot));
                    fillsLeft--;
                }
            }
        }
        return quantityLots - left;
    }

    private void removeLevel(int level) {
        int page = level >>> 6;
        levelCount--;
        long bitmap = bitmaps[page] &= ~(1L << level);
        if (bitmap == 0) {
            pages.remove(page);
        }
        if (level == bestLevel) {
            findBest();
        }
    }

    private void findBest() {
        if (levelCount == 0) {
            bestKey = NO_KEY;
            bestLevel = NONE;
        } else {
            int page = pages.best();
            int offset = Long.numberOfTrailingZeros(bitmaps[page]);
            bestLevel = page << 6 | offset;
            bestKey = pages.number(page) << 6 | offset;
        }
    }

    private int addPage(long number) {
        int page = pages.add(number);
        if (page >= bitmaps.length) {
            bitmaps = Arrays.copyOf(bitmaps, pages.capacity());
            levels = Arrays.copyOf(levels, pages.capacity() << 6 << STRIDE_BITS);
        }
        return page;
    }

    private static long queue(int first, int last) {
        return (long) first << 32 | last;
    }
}
