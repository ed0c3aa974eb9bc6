package org.calx.core.book;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/** The order book written to be read: a sorted map of queues on each side. The judge of the fast one. */
final class NaiveOrderBook implements OrderBook {

    private final Orders orders;
    private final int instrumentId;

    /** Queues by price, best first. */
    private final TreeMap<Long, Deque<Integer>> bids = new TreeMap<>(Comparator.reverseOrder());

    private final TreeMap<Long, Deque<Integer>> asks = new TreeMap<>();

    NaiveOrderBook(Orders orders, int instrumentId) {
        this.orders = orders;
        this.instrumentId = instrumentId;
    }

    @Override
    public int instrumentId() {
        return instrumentId;
    }

    @Override
    public long match(int side, long limitPriceTicks, long quantityLots, int maxFills, BookListener listener) {
        TreeMap<Long, Deque<Integer>> levels = levels(BookSide.opposite(side));
        long left = quantityLots;
        int fills = 0;
        while (left > 0
                && fills < maxFills
                && !levels.isEmpty()
                && isWithin(side, limitPriceTicks, levels.firstKey())) {
            long price = levels.firstKey();
            int slot = levels.firstEntry().getValue().getFirst();
            long filled = Math.min(left, orders.remainingLots(slot));
            long remaining = orders.remainingLots(slot) - filled;
            if (remaining == 0) {
                cancel(slot);
            }
            orders.setRemainingLots(slot, remaining);
            left -= filled;
            fills++;
            if (!listener.onFill(slot, orders.orderId(slot), orders.accountId(slot), price, filled, remaining)) {
                break;
            }
        }
        return left;
    }

    @Override
    public long matchableLots(int side, long limitPriceTicks, long quantityLots, int maxFills) {
        long left = quantityLots;
        int fillsLeft = maxFills;
        for (Map.Entry<Long, Deque<Integer>> level :
                levels(BookSide.opposite(side)).entrySet()) {
            if (!isWithin(side, limitPriceTicks, level.getKey())) {
                break;
            }
            for (int slot : level.getValue()) {
                if (left > 0 && fillsLeft > 0) {
                    left -= Math.min(left, orders.remainingLots(slot));
                    fillsLeft--;
                }
            }
        }
        return quantityLots - left;
    }

    private static boolean isWithin(int side, long limitPriceTicks, long priceTicks) {
        return side == BookSide.BID ? priceTicks <= limitPriceTicks : priceTicks >= limitPriceTicks;
    }

    @Override
    public void rest(int slot) {
        if (orders.isResting(slot) || orders.remainingLots(slot) <= 0) {
            throw new IllegalStateException("order in slot " + slot + " already rests or has no lots remaining");
        }
        levels(orders.side(slot))
                .computeIfAbsent(orders.priceTicks(slot), price -> new ArrayDeque<>())
                .addLast(slot);
        orders.setPlace(slot, 0, orders.side(slot));
    }

    @Override
    public void cancel(int slot) {
        checkResting(slot);
        Deque<Integer> queue = levels(orders.side(slot)).get(orders.priceTicks(slot));
        queue.remove(slot);
        if (queue.isEmpty()) {
            levels(orders.side(slot)).remove(orders.priceTicks(slot));
        }
        orders.setPlace(slot, Orders.NONE, orders.side(slot));
    }

    @Override
    public void reduce(int slot, long newRemainingLots) {
        checkResting(slot);
        if (newRemainingLots < 1 || newRemainingLots > orders.remainingLots(slot)) {
            throw new IllegalArgumentException("new quantity " + newRemainingLots + " of slot " + slot);
        }
        orders.setRemainingLots(slot, newRemainingLots);
    }

    private void checkResting(int slot) {
        if (!orders.isResting(slot)) {
            throw new IllegalStateException("order in slot " + slot + " does not rest");
        }
    }

    @Override
    public boolean isEmpty() {
        return bids.isEmpty() && asks.isEmpty();
    }

    @Override
    public int orderCount(int side) {
        return levels(side).values().stream().mapToInt(Deque::size).sum();
    }

    @Override
    public int levelCount(int side) {
        return levels(side).size();
    }

    @Override
    public long bestTicks(int side) {
        return levels(side).isEmpty() ? OrderBook.noPrice(side) : levels(side).firstKey();
    }

    @Override
    public long nextTicks(int side, long priceTicks) {
        Long next = levels(side).higherKey(priceTicks);
        return next == null ? OrderBook.noPrice(side) : next;
    }

    @Override
    public long lotsAt(int side, long priceTicks) {
        return queue(side, priceTicks).stream().mapToLong(orders::remainingLots).sum();
    }

    @Override
    public int ordersAt(int side, long priceTicks) {
        return queue(side, priceTicks).size();
    }

    @Override
    public int firstAt(int side, long priceTicks) {
        Integer first = queue(side, priceTicks).peekFirst();
        return first == null ? Orders.NONE : first;
    }

    @Override
    public int nextInQueue(int slot) {
        boolean found = false;
        for (int other : queue(orders.side(slot), orders.priceTicks(slot))) {
            if (found) {
                return other;
            }
            found = other == slot;
        }
        return Orders.NONE;
    }

    private Deque<Integer> queue(int side, long priceTicks) {
        return levels(side).getOrDefault(priceTicks, new ArrayDeque<>());
    }

    private TreeMap<Long, Deque<Integer>> levels(int side) {
        return side == BookSide.BID ? bids : asks;
    }
}
