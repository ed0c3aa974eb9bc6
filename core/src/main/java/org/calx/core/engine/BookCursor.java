package org.calx.core.engine;

import org.calx.core.book.BookSide;
import org.calx.core.book.OrderBook;
import org.calx.core.book.Orders;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;

/**
 * A walk through all books in priority order that may stop anywhere and go on after the books have changed. It stands on
 * the order to be visited next and is told when that order leaves its queue.
 */
final class BookCursor {
    private static final long BEFORE_BIDS = Long.MAX_VALUE;
    private static final long BEFORE_ASKS = Long.MIN_VALUE;

    private final OrderBook[] books;
    private int instrumentId;
    private int bookSide;
    private long priceTicks;
    private int slot = Orders.NONE;

    BookCursor(OrderBook[] books) {
        this.books = books;
    }

    /** Goes back to the front of the first book. */
    void restart() {
        instrumentId = 0;
        begin(BookSide.BID);
    }

    /** The next order's slot, or {@link Orders#NONE} after the last. */
    int next() {
        while (slot == Orders.NONE && instrumentId < books.length) {
            seekLevel();
        }
        if (slot == Orders.NONE) {
            return Orders.NONE;
        }
        int visited = slot;
        slot = books[instrumentId].nextInQueue(visited);
        return visited;
    }

    private void seekLevel() {
        OrderBook book = books[instrumentId];
        long level = book == null ? OrderBook.noPrice(bookSide) : book.nextTicks(bookSide, priceTicks);
        if (level != OrderBook.noPrice(bookSide)) {
            priceTicks = level;
            slot = book.firstAt(bookSide, level);
        } else if (bookSide == BookSide.BID) {
            begin(BookSide.ASK);
        } else {
            instrumentId++;
            begin(BookSide.BID);
        }
    }

    private void begin(int side) {
        bookSide = side;
        priceTicks = side == BookSide.BID ? BEFORE_BIDS : BEFORE_ASKS;
        slot = Orders.NONE;
    }

    /** An order is about to leave its queue. */
    void leaving(int leavingSlot) {
        if (slot == leavingSlot) {
            slot = books[instrumentId].nextInQueue(slot);
        }
    }

    /** An order was filled at the front of its queue and has left it. */
    void filled(int filledSlot) {
        if (slot == filledSlot) {
            slot = books[instrumentId].firstAt(bookSide, priceTicks);
        }
    }

    void writeTo(SnapshotWriter writer) {
        writer.writeInt(instrumentId);
        writer.writeInt(bookSide);
        writer.writeLong(priceTicks);
        writer.writeInt(slot);
    }

    void readFrom(SnapshotReader reader) {
        instrumentId = reader.readInt();
        bookSide = reader.readInt();
        priceTicks = reader.readLong();
        slot = reader.readInt();
    }
}
