package org.calx.core.book;

/**
 * Each account's live orders, oldest first, as rings of links: a node below the capacity of the pool is an order, one
 * above is an account, and the ring of an account without orders is the account alone.
 */
final class AccountLists {

    private final int capacity;
    private final int[] links;

    AccountLists(int capacity, int accountCapacity) {
        this.capacity = capacity;
        links = new int[(capacity + accountCapacity) << 1];
        for (int node = capacity; node < capacity + accountCapacity; node++) {
            links[node << 1] = node;
            links[(node << 1) + 1] = node;
        }
    }

    void append(int accountId, int slot) {
        int head = capacity + accountId;
        int last = links[(head << 1) + 1];
        links[slot << 1] = head;
        links[(slot << 1) + 1] = last;
        links[last << 1] = slot;
        links[(head << 1) + 1] = slot;
    }

    void remove(int slot) {
        int next = links[slot << 1];
        int previous = links[(slot << 1) + 1];
        links[previous << 1] = next;
        links[(next << 1) + 1] = previous;
    }

    int first(int accountId) {
        return next(capacity + accountId);
    }

    int next(int node) {
        int next = links[node << 1];
        return next < capacity ? next : Orders.NONE;
    }
}
