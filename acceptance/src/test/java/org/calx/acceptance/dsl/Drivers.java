package org.calx.acceptance.dsl;

/** Makes the drivers of one route. */
interface Drivers extends AutoCloseable {

    /** A driver for the owner of an account that exists. */
    TraderDriver trader(int accountId, String name);

    MarketDataDriver marketData();

    @Override
    void close();
}
