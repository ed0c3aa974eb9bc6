package org.calx.core.book;

class NaiveOrderBookTest extends OrderBookContractTest {

    @Override
    OrderBook createBook(Orders orders, int instrumentId) {
        return new NaiveOrderBook(orders, instrumentId);
    }
}
