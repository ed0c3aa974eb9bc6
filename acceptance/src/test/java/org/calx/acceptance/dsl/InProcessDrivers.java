package org.calx.acceptance.dsl;

import org.calx.cluster.InProcessExchange;

/** Everybody has a sender of his own. */
final class InProcessDrivers implements Drivers {
    private static final int EPOCH = 1;
    private static final int ONLOOKER = 99;

    private final InProcessExchange exchange;
    private final Operator operator;

    InProcessDrivers(InProcessExchange exchange, Operator operator) {
        this.exchange = exchange;
        this.operator = operator;
    }

    @Override
    public TraderDriver trader(int accountId, String name) {
        return new InProcessTrader(exchange.client(accountId, EPOCH), accountId, operator::bySymbol);
    }

    @Override
    public MarketDataDriver marketData() {
        return new InProcessMarketData(exchange.client(ONLOOKER, EPOCH));
    }

    @Override
    public void close() {}
}
