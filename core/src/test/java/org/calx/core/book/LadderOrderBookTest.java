package org.calx.core.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calx.core.book.BookSide.BID;

import org.junit.jupiter.api.Test;

class LadderOrderBookTest extends OrderBookContractTest {

    @Override
    OrderBook createBook(Orders orders, int instrumentId) {
        return new LadderOrderBook(orders, instrumentId);
    }

    @Test
    void pagesThatCollideInTheDirectoryCacheStayApart() {
        Orders orders = new Orders(1024, 2);
        OrderBook book = new LadderOrderBook(orders, 1);
        long distance = 1L << 40;
        for (int i = 0; i < 200; i++) {
            book.rest(orders.allocate(i + 1, 1, 1, BID, (i * 71 % 200) * distance, i + 1));
        }

        assertThat(book.levelCount(BID)).isEqualTo(200);
        for (int i = 0; i < 200; i++) {
            assertThat(book.lotsAt(BID, (i * 71 % 200) * distance)).isEqualTo(i + 1);
        }
        assertThat(book.bestBidTicks()).isEqualTo(199 * distance);
        assertThat(book.nextTicks(BID, distance)).isZero();
    }

    @Test
    void booksOfOnePoolDoNotMix() {
        Orders orders = new Orders(4096, 2);
        OrderBook[] books = new OrderBook[40];
        for (int i = 0; i < books.length; i++) {
            books[i] = new LadderOrderBook(orders, i);
        }
        for (int n = 0; n < 4000; n++) {
            int i = n % books.length;
            books[i].rest(orders.allocate(n + 1, 1, i, BID, n, 1));
        }
        for (int i = 0; i < books.length; i++) {
            assertThat(books[i].orderCount(BID)).isEqualTo(100);
            assertThat(books[i].bestBidTicks()).isEqualTo(3960 + i);
            assertThat(books[i].nextTicks(BID, 3960 + i)).isEqualTo(3920 + i);
        }
    }
}
