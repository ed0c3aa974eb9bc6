package org.calx.acceptance.dsl;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The market as somebody sees it who has not signed in. */
final class WebSocketMarketData implements MarketDataDriver {
    private static final int DEPTH = 20;

    private final JsonRpc rpc;

    WebSocketMarketData(URI address) {
        rpc = new JsonRpc(address);
    }

    @Override
    public List<Level> bids(String symbol) {
        return levels(symbol, "bids");
    }

    @Override
    public List<Level> asks(String symbol) {
        return levels(symbol, "asks");
    }

    @Override
    public Level lastTrade(String symbol) {
        JsonNode trades = rpc.result(
                        "public/get_last_trades_by_instrument", Map.of("instrument_name", symbol, "count", 1))
                .get("trades");
        return trades.isEmpty()
                ? null
                : new Level(
                        WebSocketTrader.ticks(trades.get(0).get("price")),
                        trades.get(0).get("amount").asLong());
    }

    @Override
    public long settlementTicks(String symbol) {
        JsonNode price =
                rpc.result("public/ticker", Map.of("instrument_name", symbol)).path("settlement_price");
        return price.isNumber() ? WebSocketTrader.ticks(price) : 0;
    }

    @Override
    public void close() {
        rpc.close();
    }

    private List<Level> levels(String symbol, String side) {
        List<Level> levels = new ArrayList<>();
        for (JsonNode level : rpc.result("public/get_order_book", Map.of("instrument_name", symbol, "depth", DEPTH))
                .get(side)) {
            levels.add(
                    new Level(WebSocketTrader.ticks(level.get(0)), level.get(1).asLong()));
        }
        return levels;
    }
}
