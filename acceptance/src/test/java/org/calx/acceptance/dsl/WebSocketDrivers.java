package org.calx.acceptance.dsl;

import java.net.URI;
import org.calx.api.client.ExchangeClient;
import org.calx.cluster.InProcessExchange;
import org.calx.gateway.GatewayConfig;
import org.calx.gateway.GatewayServer;
import org.calx.gateway.auth.MemoryKeyStore;
import org.calx.model.ApiKey;

/** Everybody comes through the gateway, which listens on a port of its own. */
final class WebSocketDrivers implements Drivers {
    private static final int EPOCH = 1;

    private final Operator operator;
    private final MemoryKeyStore keys = new MemoryKeyStore();
    private final ExchangeClient client;
    private final GatewayServer gateway;
    private final URI address;

    WebSocketDrivers(InProcessExchange exchange, Operator operator) {
        this.operator = operator;
        client = exchange.client(VenueSetup.GATEWAY_SENDER, EPOCH);
        gateway = GatewayServer.start(GatewayConfig.local(0, keys), client);
        address = URI.create("ws://127.0.0.1:" + gateway.port() + "/ws/api/v2");
    }

    @Override
    public TraderDriver trader(int accountId, String name) {
        String secret = "secret of " + name;
        keys.put(name, secret);
        operator.done(operator.client().registerApiKey(new ApiKey(name, accountId, ApiKey.READ | ApiKey.TRADE)));
        return new WebSocketTrader(address, name, secret);
    }

    @Override
    public MarketDataDriver marketData() {
        return new WebSocketMarketData(address);
    }

    @Override
    public void close() {
        gateway.close();
        client.close();
    }
}
