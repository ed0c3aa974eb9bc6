package org.calx.core.engine;

import org.calx.core.book.BookSide;
import org.calx.core.book.LadderOrderBook;
import org.calx.core.book.OrderBook;
import org.calx.core.book.Orders;
import org.calx.core.clearing.OrderVisitor;
import org.calx.core.clearing.OwnOrderVisitor;
import org.calx.core.clearing.OwnPairVisitor;
import org.calx.core.clearing.PairVisitor;
import org.calx.core.clearing.WorkingOrders;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.Side;
import org.calx.model.VenueLimits;

/**
 * All live orders: their slots, their books, what the engine knows of them beyond the book, and how many each account
 * has. Between two commands every live order rests in its book.
 */
final class OrderTable implements WorkingOrders {
    private final Orders orders;
    private final OrderDetails details;
    private final OrderBook[] books;
    private final BookCursor cursor;
    private final int[] countOfAccount;
    private final VenueLimits limits;
    private final int[] linkedOfInstrument;
    private int linkedOrders;
    private long lastSequence;

    OrderTable(VenueLimits limits) {
        this.limits = limits;
        orders = new Orders(limits.maxOrders(), limits.maxAccounts() + 1);
        details = new OrderDetails(limits.maxOrders());
        books = new OrderBook[limits.maxInstruments() + 1];
        cursor = new BookCursor(books);
        countOfAccount = new int[limits.maxAccounts() + 1];
        linkedOfInstrument = new int[limits.maxInstruments() + 1];
    }

    /** The side of a book that orders of this side rest on. */
    static int bookSide(Side side) {
        return side == Side.BUY ? BookSide.BID : BookSide.ASK;
    }

    /** The side of the orders that rest on a side of a book. */
    static Side side(int bookSide) {
        return bookSide == BookSide.BID ? Side.BUY : Side.SELL;
    }

    Orders orders() {
        return orders;
    }

    OrderDetails details() {
        return details;
    }

    /** The instrument's book. */
    OrderBook book(int instrumentId) {
        return books[instrumentId];
    }

    /** Makes the book of a new instrument. */
    void addBook(int instrumentId) {
        books[instrumentId] = new LadderOrderBook(orders, instrumentId);
    }

    /** The walk that state images take through the books. */
    BookCursor cursor() {
        return cursor;
    }

    boolean isFull() {
        return orders.size() == orders.capacity();
    }

    /** Whether the account has as many working orders as it may have. */
    boolean isFull(int accountId) {
        return countOfAccount[accountId] >= limits.maxOrdersPerAccount();
    }

    int count(int accountId) {
        return countOfAccount[accountId];
    }

    /** Sequence of the newest order, 0 before the first. */
    long lastSequence() {
        return lastSequence;
    }

    /** Takes a slot for a new order, with the next order sequence. There must be one: see {@link #isFull()}. */
    int add(OrderEntry order, long priceTicks, long nowNs) {
        int slot = orders.allocate(
                ++lastSequence,
                order.accountId,
                order.instrumentId,
                bookSide(order.side),
                priceTicks,
                order.quantityLots);
        details.set(slot, order, nowNs);
        countOfAccount[order.accountId]++;
        return slot;
    }

    /** Puts what is left of an order at the back of its price. */
    void rest(int slot, long remainingLots) {
        orders.amend(slot, orders.priceTicks(slot), remainingLots);
        books[orders.instrumentId(slot)].rest(slot);
    }

    /** Takes a resting order out of its book; it keeps its slot. */
    void takeOut(int slot) {
        cursor.leaving(slot);
        books[orders.instrumentId(slot)].cancel(slot);
    }

    /** Gives up the slot of an order that was filled while it rested. */
    void removeFilled(int slot) {
        cursor.filled(slot);
        remove(slot);
    }

    /** Gives up the slot of an order that rests no more. */
    void remove(int slot) {
        countOfAccount[orders.accountId(slot)]--;
        orders.release(slot);
    }

    /** Slot of the account's live order with this id, or {@link Orders#NONE}. */
    int find(int accountId, long orderId) {
        int slot = orders.slotOf(orderId);
        return slot != Orders.NONE && orders.accountId(slot) == accountId ? slot : Orders.NONE;
    }

    Side sideOf(int slot) {
        return side(orders.side(slot));
    }

    /** Working orders that are linked. */
    int linkedOrders() {
        return linkedOrders;
    }

    /** Links an order with another one, or with none. */
    void setLink(int slot, long orderId) {
        boolean was = details.linkedOrderId(slot) != 0;
        details.setLinkedOrderId(slot, orderId);
        countLinks(orders.instrumentId(slot), (orderId == 0 ? 0 : 1) - (was ? 1 : 0));
    }

    private void countLinks(int instrumentId, int more) {
        linkedOfInstrument[instrumentId] += more;
        linkedOrders += more;
    }

    @Override
    public void forEachPairOf(int accountId, OwnPairVisitor visitor) {
        if (linkedOrders == 0) {
            return;
        }
        for (int slot = orders.firstOfAccount(accountId); slot != Orders.NONE; slot = orders.nextOfAccount(slot)) {
            if (details.linkedOrderId(slot) != 0 && sideOf(slot) == Side.BUY) {
                int other = orders.slotOf(details.linkedOrderId(slot));
                visitor.pair(
                        orders.instrumentId(slot),
                        orders.priceTicks(slot),
                        orders.remainingLots(slot),
                        orders.priceTicks(other),
                        orders.remainingLots(other));
            }
        }
    }

    @Override
    public void forEachPair(int instrumentId, PairVisitor visitor) {
        if (linkedOfInstrument[instrumentId] == 0) {
            return;
        }
        OrderBook book = books[instrumentId];
        for (long price = book.bestTicks(BookSide.BID);
                price != OrderBook.noPrice(BookSide.BID);
                price = book.nextTicks(BookSide.BID, price)) {
            for (int slot = book.firstAt(BookSide.BID, price); slot != Orders.NONE; slot = book.nextInQueue(slot)) {
                int other = orders.slotOf(details.linkedOrderId(slot));
                if (details.linkedOrderId(slot) != 0) {
                    visitor.pair(
                            orders.accountId(slot),
                            price,
                            orders.remainingLots(slot),
                            orders.priceTicks(other),
                            orders.remainingLots(other));
                }
            }
        }
    }

    @Override
    public void forEach(int instrumentId, OrderVisitor visitor) {
        OrderBook book = books[instrumentId];
        if (book != null) {
            forEach(book, BookSide.BID, visitor);
            forEach(book, BookSide.ASK, visitor);
        }
    }

    @Override
    public int ordersIn(int instrumentId) {
        OrderBook book = books[instrumentId];
        return book == null ? 0 : book.orderCount(BookSide.BID) + book.orderCount(BookSide.ASK);
    }

    @Override
    public void forEachOf(int accountId, OwnOrderVisitor visitor) {
        for (int slot = orders.firstOfAccount(accountId); slot != Orders.NONE; slot = orders.nextOfAccount(slot)) {
            visitor.order(orders.instrumentId(slot), sideOf(slot), orders.priceTicks(slot), orders.remainingLots(slot));
        }
    }

    private void forEach(OrderBook book, int bookSide, OrderVisitor visitor) {
        for (long price = book.bestTicks(bookSide);
                price != OrderBook.noPrice(bookSide);
                price = book.nextTicks(bookSide, price)) {
            for (int slot = book.firstAt(bookSide, price); slot != Orders.NONE; slot = book.nextInQueue(slot)) {
                visitor.order(orders.accountId(slot), side(bookSide), price, orders.remainingLots(slot));
            }
        }
    }

    /** Writes every live order and its places in the lists. */
    void writeTo(SnapshotWriter writer) {
        writer.section("orders");
        writer.writeLong(lastSequence);
        OrderTableSnapshot.write(writer, orders, details, books);
    }

    /** Reads all orders into this empty table, in which the books have been made. */
    void readFrom(SnapshotReader reader) {
        reader.section("orders");
        lastSequence = reader.readLong();
        OrderTableSnapshot.read(reader, orders, details, books, countOfAccount);
        for (int slot = orders.nextLive(0); slot != Orders.NONE; slot = orders.nextLive(slot + 1)) {
            countLinks(orders.instrumentId(slot), details.linkedOrderId(slot) == 0 ? 0 : 1);
        }
    }
}
