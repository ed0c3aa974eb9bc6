package org.calx.acceptance.dsl;

import org.calx.cluster.InProcessExchange;

/** Everybody comes through the gateway. */
final class WebSocketDrivers implements Drivers {
    WebSocketDrivers(InProcessExchange exchange, Operator operator) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TraderDriver trader(int accountId, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MarketDataDriver marketData() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
