package org.calx.acceptance.dsl;

import java.util.List;

/** How one trader reaches the exchange. */
interface TraderDriver extends AutoCloseable {

    Answer place(OrderTerms order);

    Answer amend(long orderId, long priceTicks, long quantityLots);

    Answer cancel(long orderId);

    /** Cancels all orders of an instrument, or of all for an empty symbol. */
    Answer cancelAll(String symbol);

    /** Has what is placed from now on cancelled when the connection is gone. */
    void guardOrders();

    /** Loses the connection and makes a new one. */
    void loseConnection();

    /** Has all orders cancelled unless called again in so many seconds. */
    void countDown(long seconds);

    /** Working orders, oldest first. */
    List<Working> workingOrders();

    /** Lots of the order that have been filled. */
    long filledLots(long orderId);

    /** Signed. */
    long positionLots(String symbol);

    /** Cash in US dollars. */
    long cashMicros();

    /** What must be held in US dollars for positions and working orders. */
    long initialMarginMicros();

    @Override
    void close();
}
