package org.calx.core.book;

import java.util.ArrayList;
import java.util.List;

/** What can be seen of a book, as text lines that compare and print well. */
final class BookImage {

    private BookImage() {}

    /** Every level with its totals and its orders, best first, and the counts. */
    static List<String> of(OrderBook book, Orders orders) {
        List<String> lines = new ArrayList<>();
        for (int side = BookSide.BID; side <= BookSide.ASK; side++) {
            lines.add((side == BookSide.BID ? "bids " : "asks ") + book.orderCount(side) + " orders in "
                    + book.levelCount(side) + " levels, best " + book.bestTicks(side) + " x " + book.bestLots(side));
            long price = book.bestTicks(side);
            while (price != OrderBook.noPrice(side)) {
                lines.add(level(book, orders, side, price));
                price = book.nextTicks(side, price);
            }
        }
        return lines;
    }

    private static String level(OrderBook book, Orders orders, int side, long price) {
        StringBuilder line =
                new StringBuilder("  ").append(price).append(" lots ").append(book.lotsAt(side, price));
        line.append(" orders ").append(book.ordersAt(side, price)).append(':');
        int slot = book.firstAt(side, price);
        while (slot != Orders.NONE) {
            line.append(' ').append(orders.orderId(slot)).append('x').append(orders.remainingLots(slot));
            slot = book.nextInQueue(slot);
        }
        return line.toString();
    }
}
