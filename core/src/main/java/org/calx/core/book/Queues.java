package org.calx.core.book;

import java.util.Arrays;

/**
 * The queues of all ladder books over one pool of orders: pages of sixty-four price levels, and the links through them.
 *
 * <p>A queue is a ring: its level and its orders are nodes of one array of links, where a node below the capacity of the
 * pool is an order and one above is a level. The ring of an empty level is the level alone. So linking and unlinking
 * take no decision, and branches that no processor can foresee, first or last, alone or not, do not exist.
 */
final class Queues {

    private static final int PAGE_BITS = 6;
    private static final int LEAST_PAGES = 16;

    /** Orders of the pool for each page there is to begin with; growth copies the links, so it should be rare. */
    private static final int ORDERS_PER_PAGE = 1024;

    private static final int LOTS = 0;
    private static final int COUNT = 1;

    private final int capacity;
    private int[] links;
    private long[] levels;
    private long[] bitmaps;
    private int[] freePages;
    private int freeCount;

    Queues(int capacity) {
        this.capacity = capacity;
        int pages = Math.max(LEAST_PAGES, capacity / ORDERS_PER_PAGE);
        links = new int[(capacity + (pages << PAGE_BITS)) << 1];
        levels = new long[pages << PAGE_BITS << 1];
        bitmaps = new long[pages];
        freePages = new int[pages];
        addFreePages(0, pages);
    }

    private void addFreePages(int from, int to) {
        for (int page = to - 1; page >= from; page--) {
            freePages[freeCount++] = page;
        }
        for (int node = capacity + (from << PAGE_BITS); node < capacity + (to << PAGE_BITS); node++) {
            links[node << 1] = node;
            links[(node << 1) + 1] = node;
        }
    }

    /** Takes a page of empty levels; level {@code page << 6} is its first. */
    int takePage() {
        if (freeCount == 0) {
            int old = bitmaps.length;
            int grown = old << 1;
            links = Arrays.copyOf(links, (capacity + (grown << PAGE_BITS)) << 1);
            levels = Arrays.copyOf(levels, grown << PAGE_BITS << 1);
            bitmaps = Arrays.copyOf(bitmaps, grown);
            freePages = Arrays.copyOf(freePages, grown);
            addFreePages(old, grown);
        }
        return freePages[--freeCount];
    }

    /** Gives back a page whose levels are all empty. */
    void givePage(int page) {
        freePages[freeCount++] = page;
    }

    /** Bit i is set while level {@code page << 6 | i} holds orders. */
    long bitmap(int page) {
        return bitmaps[page];
    }

    long lots(int level) {
        return levels[(level << 1) + LOTS];
    }

    int count(int level) {
        return (int) levels[(level << 1) + COUNT];
    }

    /** Slot at the front of a level that holds orders. */
    int first(int level) {
        return links[(capacity + level) << 1];
    }

    /** Slot behind this one, or {@link Orders#NONE}. */
    int next(int slot) {
        int node = links[slot << 1];
        return node < capacity ? node : Orders.NONE;
    }

    void append(int level, int slot, long lots) {
        int head = capacity + level;
        int last = links[(head << 1) + 1];
        links[slot << 1] = head;
        links[(slot << 1) + 1] = last;
        links[last << 1] = slot;
        links[(head << 1) + 1] = slot;
        levels[(level << 1) + LOTS] += lots;
        levels[(level << 1) + COUNT]++;
        bitmaps[level >> PAGE_BITS] |= 1L << level;
    }

    /** Unlinks an order and returns the bitmap of the page as it is then. */
    long remove(int level, int slot, long lots) {
        int next = links[slot << 1];
        int previous = links[(slot << 1) + 1];
        links[previous << 1] = next;
        links[(next << 1) + 1] = previous;
        levels[(level << 1) + LOTS] -= lots;
        long count = --levels[(level << 1) + COUNT];
        // The shifted bit is 1 when the count is 0: no branch.
        return bitmaps[level >> PAGE_BITS] &= ~((count - 1 >>> 63) << level);
    }

    void reduce(int level, long byLots) {
        levels[(level << 1) + LOTS] -= byLots;
    }
}
