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

    private static final int CACHE_SIZE = 1024;
    private static final int CACHE_MASK = CACHE_SIZE - 1;
    private static final long NO_NUMBER = Long.MIN_VALUE;

    private final int[] cache = new int[CACHE_SIZE];
    private long[] numbers;
    private long[] sortedNumbers;
    private int[] sortedPages;
    private int[] freePages;
    private int freeCount;
    private int size;

    PageDirectory(int initialPages) {
        numbers = new long[initialPages];
        Arrays.fill(numbers, NO_NUMBER);
        sortedNumbers = new long[initialPages];
        sortedPages = new int[initialPages];
        freePages = new int[initialPages];
        for (int page = initialPages - 1; page >= 0; page--) {
            freePages[freeCount++] = page;
        }
    }

    int size() {
        return size;
    }

    /** Pages there is room for before the arrays grow. */
    int capacity() {
        return numbers.length;
    }

    long number(int page) {
        return numbers[page];
    }

    /** The page with the lowest number; there must be one. */
    int best() {
        return sortedPages[size - 1];
    }

    /** The page of this number, or {@link #NONE}. */
    int find(long number) {
        int page = cache[(int) number & CACHE_MASK];
        return numbers[page] == number ? page : search(number);
    }

    private int search(long number) {
        int position = positionOf(number);
        if (position == size || sortedNumbers[position] != number) {
            return NONE;
        }
        int page = sortedPages[position];
        cache[(int) number & CACHE_MASK] = page;
        return page;
    }

    /** The page with the lowest number above this one, or {@link #NONE}. */
    int after(long number) {
        int position = positionOf(number) - 1;
        return position < 0 ? NONE : sortedPages[position];
    }

    /** Makes a page of a number that has none. */
    int add(long number) {
        if (freeCount == 0) {
            grow();
        }
        int position = positionOf(number);
        System.arraycopy(sortedNumbers, position, sortedNumbers, position + 1, size - position);
        System.arraycopy(sortedPages, position, sortedPages, position + 1, size - position);
        int page = freePages[--freeCount];
        sortedNumbers[position] = number;
        sortedPages[position] = page;
        size++;
        numbers[page] = number;
        cache[(int) number & CACHE_MASK] = page;
        return page;
    }

    void remove(int page) {
        int position = positionOf(numbers[page]);
        size--;
        System.arraycopy(sortedNumbers, position + 1, sortedNumbers, position, size - position);
        System.arraycopy(sortedPages, position + 1, sortedPages, position, size - position);
        numbers[page] = NO_NUMBER;
        freePages[freeCount++] = page;
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

    private void grow() {
        int old = numbers.length;
        int grown = old << 1;
        numbers = Arrays.copyOf(numbers, grown);
        Arrays.fill(numbers, old, grown, NO_NUMBER);
        sortedNumbers = Arrays.copyOf(sortedNumbers, grown);
        sortedPages = Arrays.copyOf(sortedPages, grown);
        freePages = Arrays.copyOf(freePages, grown);
        for (int page = grown - 1; page >= old; page--) {
            freePages[freeCount++] = page;
        }
    }
}
