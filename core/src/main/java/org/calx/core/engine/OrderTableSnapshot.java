package org.calx.core.engine;

import java.util.Arrays;
import org.calx.core.book.OrderBook;
import org.calx.core.book.Orders;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;

/**
 * The live orders in a snapshot, by slot, each with the orders behind it: in its account's list and in its queue. So they
 * are written as they lie in memory, which a million orders in the order of their lists do not. Slots are part of order
 * ids, and alike on every replica. What is near its neighbour's is written as the difference.
 */
final class OrderTableSnapshot {
    private static final int NO_SUCCESSOR = 0;

    private OrderTableSnapshot() {}

    static void write(SnapshotWriter writer, Orders orders, OrderDetails details, OrderBook[] books) {
        writer.writeInt(orders.size());
        int before = Orders.NONE;
        long enteredNs = 0;
        for (int slot = orders.nextLive(0); slot != Orders.NONE; slot = orders.nextLive(slot + 1)) {
            writer.writeInt(slot - before);
            writer.writeLong(Orders.sequenceOf(orders.orderId(slot)));
            writer.writeInt(orders.accountId(slot));
            writer.writeInt(orders.instrumentId(slot));
            writer.writeInt(orders.side(slot));
            writer.writeLong(orders.priceTicks(slot));
            writer.writeLong(orders.remainingLots(slot));
            writer.writeLong(orders.originalLots(slot));
            writer.writeLong(details.enteredNs(slot) - enteredNs);
            details.writeTo(writer, slot);
            writeSuccessor(writer, slot, orders.nextOfAccount(slot));
            writeSuccessor(writer, slot, books[orders.instrumentId(slot)].nextInQueue(slot));
            before = slot;
            enteredNs = details.enteredNs(slot);
        }
    }

    private static void writeSuccessor(SnapshotWriter writer, int slot, int next) {
        writer.writeInt(next == Orders.NONE ? NO_SUCCESSOR : next - slot);
    }

    /** Reads them into empty tables and counts each account's. */
    static void read(
            SnapshotReader reader, Orders orders, OrderDetails details, OrderBook[] books, int[] countOfAccount) {
        int count = reader.readInt();
        Chains accounts = new Chains(orders.capacity());
        Chains queues = new Chains(orders.capacity());
        int slot = Orders.NONE;
        long enteredNs = 0;
        for (int i = 0; i < count; i++) {
            slot += reader.readInt();
            orders.restore(
                    Orders.orderId(reader.readLong(), slot),
                    reader.readInt(),
                    reader.readInt(),
                    reader.readInt(),
                    reader.readLong(),
                    reader.readLong(),
                    reader.readLong());
            enteredNs += reader.readLong();
            details.readFrom(reader, slot, enteredNs);
            accounts.add(slot, reader.readInt());
            queues.add(slot, reader.readInt());
            countOfAccount[orders.accountId(slot)]++;
        }
        for (int first = orders.nextLive(0); first != Orders.NONE; first = orders.nextLive(first + 1)) {
            for (int of = accounts.ifFirst(first); of != Orders.NONE; of = accounts.next(of)) {
                orders.linkToAccount(of);
            }
            for (int in = queues.ifFirst(first); in != Orders.NONE; in = queues.next(in)) {
                books[orders.instrumentId(in)].rest(in);
            }
        }
    }

    /** Lists of slots, known by who follows whom. */
    private static final class Chains {
        private final int[] next;
        private final boolean[] follows;

        Chains(int capacity) {
            next = new int[capacity];
            follows = new boolean[capacity];
            Arrays.fill(next, Orders.NONE);
        }

        void add(int slot, int toNext) {
            if (toNext != NO_SUCCESSOR) {
                next[slot] = slot + toNext;
                follows[slot + toNext] = true;
            }
        }

        /** The slot, if no other one is before it in its list. */
        int ifFirst(int slot) {
            return follows[slot] ? Orders.NONE : slot;
        }

        int next(int slot) {
            return next[slot];
        }
    }
}
