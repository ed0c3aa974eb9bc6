package org.calx.core.book;

import java.util.Arrays;

/** Each account's live orders as a doubly linked list through the slots, oldest first. */
final class AccountLists {

    private static final int NONE = Orders.NONE;

    private final int[] firsts;
    private final int[] lasts;
    private final int[] links;

    AccountLists(int capacity, int accountCapacity) {
        firsts = new int[accountCapacity];
        lasts = new int[accountCapacity];
        Arrays.fill(firsts, NONE);
        Arrays.fill(lasts, NONE);
        links = new int[capacity << 1];
    }

    void append(int accountId, int slot) {
        int last = lasts[accountId];
        links[slot << 1] = last;
        links[(slot << 1) + 1] = NONE;
        if (last == NONE) {
            firsts[accountId] = slot;
        } else {
            links[(last << 1) + 1] = slot;
        }
        lasts[accountId] = slot;
    }

    void remove(int accountId, int slot) {
        int previous = links[slot << 1];
        int next = links[(slot << 1) + 1];
        if (previous == NONE) {
            firsts[accountId] = next;
        } else {
            links[(previous << 1) + 1] = next;
        }
        if (next == NONE) {
            lasts[accountId] = previous;
        } else {
            links[next << 1] = previous;
        }
    }

    int first(int accountId) {
        return firsts[accountId];
    }

    int next(int slot) {
        return links[(slot << 1) + 1];
    }
}
