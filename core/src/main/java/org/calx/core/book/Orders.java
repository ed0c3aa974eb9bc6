package org.calx.core.book;

import java.util.Arrays;

/**
 * The live orders of all books: a pool of slots in primitive arrays.
 *
 * <p>A slot is an integer from 0 to capacity - 1 and the handle of an order for as long as it lives; callers keep columns
 * of their own in arrays with the same index. The order id is {@code sequence << SLOT_BITS | slot}, so finding an order
 * by its id is a mask and one comparison, and an id stays unknown for ever once its order is released.
 *
 * <p>The slot given out is always the lowest free one. Which slot comes next is therefore a function of the live orders
 * alone, and a pool rebuilt by {@link #restore} goes on exactly as the one it was taken from.
 *
 * <p>The orders of an account are linked in order of allocation. Mass cancel and protection walk that list and never
 * scan the pool. To rebuild the lists, link each account's restored orders in list order.
 *
 * <p>A full pool is a value, {@link #NONE}. Reading a slot that is not allocated gives stale values, not an error.
 */
public final class Orders {

    /** No slot: a full pool, an unknown order id, the end of a list. */
    public static final int NONE = -1;

    /** Bits of an order id that hold the slot. */
    public static final int SLOT_BITS = 24;

    /** Largest capacity of a pool. */
    public static final int MAX_CAPACITY = 1 << SLOT_BITS;

    /** Largest order sequence: ids stay positive. */
    public static final long MAX_SEQUENCE = Long.MAX_VALUE >> SLOT_BITS;

    private static final long SLOT_MASK = MAX_CAPACITY - 1L;

    private static final int STRIDE_BITS = 3;
    private static final int ID = 0;
    private static final int PRICE = 1;
    private static final int REMAINING = 2;
    private static final int ORIGINAL = 3;
    private static final int PLACE = 4;
    private static final int OWNER = 5;

    private static final long NO_LEVEL = -1L << 1;

    private static final long FREE_ID = -1;

    private final int capacity;
    private final long[] fields;
    private final Queues queues;
    private final AccountLists accounts;
    private final FreeSlots free;
    private int size;

    /**
     * A pool with all its memory taken at once.
     *
     * @param capacity most live orders, from 1 to {@link #MAX_CAPACITY}
     * @param accountCapacity accounts are numbered from 0 to this - 1
     */
    public Orders(int capacity, int accountCapacity) {
        if (capacity < 1 || capacity > MAX_CAPACITY) {
            throw new IllegalArgumentException("order capacity " + capacity + " is not in 1.." + MAX_CAPACITY);
        }
        if (accountCapacity < 1) {
            throw new IllegalArgumentException("account capacity " + accountCapacity + " is not positive");
        }
        this.capacity = capacity;
        fields = new long[capacity << STRIDE_BITS];
        Arrays.fill(fields, FREE_ID);
        queues = new Queues(capacity);
        accounts = new AccountLists(capacity, accountCapacity);
        free = new FreeSlots(capacity);
    }

    /** The order id that an order of this sequence has in this slot. */
    public static long orderId(long orderSequence, int slot) {
        return orderSequence << SLOT_BITS | slot;
    }

    /** The sequence within an order id. */
    public static long sequenceOf(long orderId) {
        return orderId >>> SLOT_BITS;
    }

    /**
     * Takes the lowest free slot and writes a new order into it, not resting anywhere yet.
     *
     * @param orderSequence from 0 to {@link #MAX_SEQUENCE}, never used before
     * @param quantityLots original and remaining lots, more than 0
     * @return its slot, or {@link #NONE} when the pool is full
     */
    public int allocate(
            long orderSequence, int accountId, int instrumentId, int side, long priceTicks, long quantityLots) {
        int slot = free.takeLowest();
        if (slot != NONE) {
            long orderId = orderId(orderSequence, slot);
            write(slot, orderId, accountId, instrumentId, side, priceTicks, quantityLots, quantityLots);
            linkToAccount(slot);
        }
        return slot;
    }

    /**
     * Writes an order of a snapshot into the slot its id names; {@link #linkToAccount} follows.
     *
     * @return its slot
     * @throws IllegalStateException when that slot is taken or beyond the capacity
     */
    public int restore(
            long orderId,
            int accountId,
            int instrumentId,
            int side,
            long priceTicks,
            long remainingLots,
            long originalLots) {
        int slot = (int) (orderId & SLOT_MASK);
        if (slot >= capacity || !free.take(slot)) {
            throw new IllegalStateException("slot " + slot + " of order " + orderId + " is taken or out of range");
        }
        write(slot, orderId, accountId, instrumentId, side, priceTicks, remainingLots, originalLots);
        return slot;
    }

    private void write(
            int slot,
            long orderId,
            int accountId,
            int instrumentId,
            int side,
            long priceTicks,
            long remainingLots,
            long originalLots) {
        int at = slot << STRIDE_BITS;
        fields[at + ID] = orderId;
        fields[at + PRICE] = priceTicks;
        fields[at + REMAINING] = remainingLots;
        fields[at + ORIGINAL] = originalLots;
        fields[at + PLACE] = NO_LEVEL | side;
        fields[at + OWNER] = (long) accountId << 32 | instrumentId;
        size++;
    }

    /** Puts a restored order at the end of its account's list. */
    public void linkToAccount(int slot) {
        accounts.append(accountId(slot), slot);
    }

    /** The lowest slot from this one on that has a live order, or {@link #NONE}. */
    public int nextLive(int from) {
        return from < capacity ? free.nextTaken(from, capacity) : NONE;
    }

    /**
     * Gives a slot back. Its order must be out of its book; its id is unknown from now on.
     *
     * @throws IllegalStateException when the slot is free or its order still rests
     */
    public void release(int slot) {
        int at = slot << STRIDE_BITS;
        if (fields[at + ID] == FREE_ID || isResting(slot)) {
            throw new IllegalStateException("slot " + slot + " is free or its order still rests");
        }
        accounts.remove(slot);
        fields[at + ID] = FREE_ID;
        free.give(slot);
        size--;
    }

    /** Slot of the live order with this id, or {@link #NONE}; any {@code long} may be asked for. */
    public int slotOf(long orderId) {
        int slot = (int) (orderId & SLOT_MASK);
        return slot < capacity && orderId >= 0 && fields[slot << STRIDE_BITS] == orderId ? slot : NONE;
    }

    /** Most live orders. */
    public int capacity() {
        return capacity;
    }

    /** Live orders. */
    public int size() {
        return size;
    }

    public long orderId(int slot) {
        return fields[(slot << STRIDE_BITS) + ID];
    }

    public int accountId(int slot) {
        return (int) (fields[(slot << STRIDE_BITS) + OWNER] >> 32);
    }

    public int instrumentId(int slot) {
        return (int) fields[(slot << STRIDE_BITS) + OWNER];
    }

    /** {@link BookSide#BID} or {@link BookSide#ASK}. */
    public int side(int slot) {
        return (int) fields[(slot << STRIDE_BITS) + PLACE] & 1;
    }

    public long priceTicks(int slot) {
        return fields[(slot << STRIDE_BITS) + PRICE];
    }

    /** Lots not yet filled or cancelled. */
    public long remainingLots(int slot) {
        return fields[(slot << STRIDE_BITS) + REMAINING];
    }

    /** Lots the order came in with, or was last amended to. */
    public long originalLots(int slot) {
        return fields[(slot << STRIDE_BITS) + ORIGINAL];
    }

    /** Whether the order stands in a book's queue. */
    public boolean isResting(int slot) {
        return fields[(slot << STRIDE_BITS) + PLACE] >= 0;
    }

    /**
     * Gives an order that does not rest a new price and new remaining lots, as when it is cancelled, changed and rested
     * again, or rested after it was filled in part on the way in.
     *
     * @throws IllegalStateException when the order rests
     */
    public void amend(int slot, long priceTicks, long remainingLots) {
        if (isResting(slot)) {
            throw new IllegalStateException("order in slot " + slot + " rests");
        }
        int at = slot << STRIDE_BITS;
        fields[at + PRICE] = priceTicks;
        fields[at + REMAINING] = remainingLots;
    }

    /** Sets the original lots; for an amended quantity. */
    public void setOriginalLots(int slot, long originalLots) {
        fields[(slot << STRIDE_BITS) + ORIGINAL] = originalLots;
    }

    /** Slot of the account's oldest live order, or {@link #NONE}. */
    public int firstOfAccount(int accountId) {
        return accounts.first(accountId);
    }

    /** Slot of the same account's next younger live order, or {@link #NONE}. Ask before releasing {@code slot}. */
    public int nextOfAccount(int slot) {
        return accounts.next(slot);
    }

    void setRemainingLots(int slot, long remainingLots) {
        fields[(slot << STRIDE_BITS) + REMAINING] = remainingLots;
    }

    /** The level this order stands in; {@link #NONE} while it does not rest. */
    int level(int slot) {
        return (int) (fields[(slot << STRIDE_BITS) + PLACE] >> 1);
    }

    void setPlace(int slot, int level, int side) {
        fields[(slot << STRIDE_BITS) + PLACE] = (long) level << 1 | side;
    }

    Queues queues() {
        return queues;
    }
}
