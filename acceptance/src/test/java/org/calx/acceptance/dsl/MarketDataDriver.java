package org.calx.acceptance.dsl;

import java.util.List;

/** How anybody sees the market. */
interface MarketDataDriver extends AutoCloseable {

    /** Lots at a price. */
    record Level(long priceTicks, long lots) {}

    /** Best first. */
    List<Level> bids(String symbol);

    /** Best first. */
    List<Level> asks(String symbol);

    /** The last trade, null before the first. */
    Level lastTrade(String symbol);

    /** Settlement price in ticks, rounded half up; 0 before the first. */
    long settlementTicks(String symbol);

    @Override
    void close();
}
