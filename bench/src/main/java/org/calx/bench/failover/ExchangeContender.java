package org.calx.bench.failover;

import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;
import org.agrona.CloseHelper;
import org.calx.api.client.AeronEndpoint;
import org.calx.api.client.AeronExchangeClient;
import org.calx.api.client.ExchangeClient;
import org.calx.bench.roundtrip.OrderFlow;

/** The exchange. */
public final class ExchangeContender extends Contender {
    private ExchangeClient client;
    private OrderFlow flow;

    public ExchangeContender(int members, Duration heartbeatTimeout) {
        super(members, heartbeatTimeout, List.of("org.calx.app.Main", "node"));
    }

    @Override
    void connect(AeronEndpoint endpoint) {
        client = AeronExchangeClient.connect(endpoint, OrderFlow.OPERATOR, 1, 0);
        flow = new OrderFlow(client);
    }

    @Override
    public boolean send(long number) {
        return flow.send(number);
    }

    @Override
    public int poll(LongConsumer returned) {
        return flow.poll(returned);
    }

    @Override
    void disconnect() {
        CloseHelper.quietClose(client);
    }
}
