package org.calx.bench.roundtrip;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.calx.api.client.AeronExchangeClient;
import org.calx.api.client.ExchangeClient;
import org.calx.cluster.ClusterNode;
import org.calx.cluster.ClusterNodeConfig;
import org.calx.cluster.IdleMode;

/** The exchange on one member in this process, with the {@link OrderFlow}. */
public final class OrderRig implements Rig {
    private final IdleMode idle;
    private final int fileSyncLevel;
    private Path folder;
    private ClusterNode node;
    private ExchangeClient client;
    private OrderFlow flow;

    /** An exchange on a cluster with these settings. */
    public OrderRig(IdleMode idle, int fileSyncLevel) {
        this.idle = idle;
        this.fileSyncLevel = fileSyncLevel;
    }

    @Override
    public void start() throws IOException {
        folder = Folders.make();
        node = ClusterNode.start(ClusterNodeConfig.single(folder).withIdle(idle).withFileSyncLevel(fileSyncLevel));
        client = AeronExchangeClient.connect(node.endpoint(), OrderFlow.OPERATOR, 1, 0);
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
    public void close() {
        if (client != null) {
            client.close();
        }
        if (node != null) {
            node.closeNow();
        }
        Folders.remove(folder);
    }
}
