package org.calx.acceptance.dsl;

import java.util.List;
import org.calx.api.client.ExchangeClient;
import org.calx.model.Side;

/** The market as a reader of the event stream sees it. */
final class InProcessMarketData implements MarketDataDriver {
    private final Desk desk;
    private final VenueMirror mirror = new VenueMirror();

    InProcessMarketData(ExchangeClient client) {
        desk = new Desk(client);
        client.addReader(mirror);
    }

    @Override
    public List<Level> bids(String symbol) {
        desk.catchUp();
        return mirror.levels(symbol, Side.BUY);
    }

    @Override
    public List<Level> asks(String symbol) {
        desk.catchUp();
        return mirror.levels(symbol, Side.SELL);
    }

    @Override
    public Level lastTrade(String symbol) {
        desk.catchUp();
        return mirror.lastTrade(symbol);
    }

    @Override
    public long settlementTicks(String symbol) {
        desk.catchUp();
        return mirror.settlementTicks(symbol);
    }

    @Override
    public void close() {
        desk.close();
    }
}
