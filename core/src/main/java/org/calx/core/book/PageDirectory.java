package org.calx.core.book;

import java.util.Arrays;

/**
 * The pages of one side of a ladder, found by number and walked in order.
 *
 * <p>An array sorted from worst to best holds the truth: the best page is its last, so that pages come and go at the
 * touch without moving anything. In front of it stands a direct-mapped cache. A page near the others is found there at
 * once; pages that collide in it cost a binary search, whoever arranged them.
 */
final class PageDirectory {

    static final int NONE = -1;

    private static final int INITIAL_PAGES = 16;
    private static final int CACHE_SIZE = 128;
    private static final int CACHE_MASK = CACHE_SIZE - 1;
    static final long NO_NUMBER = Long.MIN_VALUE;

    private final int[] cachedPages = new int[CACHE_SIZE];
    private final long[] cachedNumbers = new long[CACHE_SIZE];
    private long[] sortedNumbers = new long[INITIAL_PAGES];
    private int[] sortedPages = new int[INITIAL_PAGES];
    private int size;

    PageDirectory() {
        Arrays.fill(cachedNumbers, NO_NUMBER);
    }

    int size() {
        return size;
    }

    /** The page at a position, from worst to best. */
    int page(int position) {
        return sortedPages[position];
    }

    /** The page with the lowest number; there must be one. */
    int best() {
        return sortedPages[size - 1];
    }

    long bestNumber() {
        return sortedNumbers[size - 1];
    }

    /** The page of this number, or {@link #NONE}. */
    int find(long number) {
        int line = (int) number & CACHE_MASK;
        return cachedNumbers[line] == number ? cachedPages[line] : search(number);
    }

    private int search(long number) {
        int position = positionOf(number);
        if (position == size || sortedNumbers[position] != number) {
            return NONE;
        }
        return cache(number, sortedPages[position]);
    }

    private int cache(long number, int page) {
        int line = (int) number & CACHE_MASK;
        cachedNumbers[line] = number;
        cachedPages[line] = page;
        return page;
    }

    /** The lowest page number in use above this one, or {@link #NO_NUMBER}. */
    long after(long number) {
        int position = positionOf(number) - 1;
        return position < 0 ? NO_NUMBER : sortedNumbers[position];
    }

    /** Enters a page under a number that has none. */
    void add(long number, int page) {
        if (size == sortedPages.length) {
            sortedNumbers = Arrays.copyOf(sortedNumbers, size << 1);
            sortedPages = Arrays.copyOf(sortedPages, size << 1);
        }
        int position = positionOf(number);
        System.arraycopy(sortedNumbers, position, sortedNumbers, position + 1, size - position);
        System.arraycopy(sortedPages, position, sortedPages, position + 1, size - position);
        sortedNumbers[position] = number;
        sortedPages[position] = page;
        size++;
        cache(number, page);
    }

    /** Takes the page of a number out. */
    void remove(long number) {
        int position = positionOf(number);
        size--;
        System.arraycopy(sortedNumbers, position + 1, sortedNumbers, position, size - position);
        System.arraycopy(sortedPages, position + 1, sortedPages, position, size - position);
        int line = (int) number & CACHE_MASK;
        if (cachedNumbers[line] == number) {
            cachedNumbers[line] = NO_NUMBER;
        }
    }

    /** First position, from worst to best, whose number is not above this one. */
    private int positionOf(long number) {
        int low = 0;
        int high = size;
        if (size > 0 && sortedNumbers[size - 1] >= number) {
            return sortedNumbers[size - 1] == number ? size - 1 : size;
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sortedNumbers[middle] > number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
