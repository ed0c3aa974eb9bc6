package org.calx.bench.failover;

import io.aeron.Aeron;
import io.aeron.cluster.client.AeronCluster;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.agrona.CloseHelper;
import org.agrona.concurrent.UnsafeBuffer;
import org.calx.api.client.AeronEndpoint;

/** The echo service on the same cluster with the same timeouts, with a plain client of Aeron Cluster. */
public final class EchoContender extends Contender {
    private static final int LENGTH = 64;
    private static final long KEEP_ALIVE_NS = TimeUnit.MILLISECONDS.toNanos(500);

    private final UnsafeBuffer message = new UnsafeBuffer(new byte[LENGTH]);
    private Aeron aeron;
    private AeronCluster cluster;
    private LongConsumer reader = number -> {};
    private long keepAliveAtNs;

    public EchoContender(int members, Duration heartbeatTimeout) {
        super(members, heartbeatTimeout, List.of(EchoMember.class.getName()));
    }

    @Override
    void connect(AeronEndpoint endpoint) {
        aeron = Aeron.connect(new Aeron.Context().aeronDirectoryName(endpoint.aeronDirectory()));
        cluster = AeronCluster.connect(new AeronCluster.Context()
                .aeron(aeron)
                .ingressChannel(endpoint.ingressChannel())
                .ingressEndpoints(endpoint.ingressEndpoints())
                .egressChannel(endpoint.egressChannel())
                .egressListener((sessionId, timestamp, buffer, offset, length, header) ->
                        reader.accept(buffer.getLong(offset))));
    }

    @Override
    public boolean send(long number) {
        message.putLong(0, number);
        return cluster.offer(message, 0, LENGTH) > 0;
    }

    @Override
    public int poll(LongConsumer returned) {
        reader = returned;
        long nowNs = System.nanoTime();
        if (nowNs - keepAliveAtNs > KEEP_ALIVE_NS) {
            cluster.sendKeepAlive();
            keepAliveAtNs = nowNs;
        }
        return cluster.pollEgress();
    }

    @Override
    void disconnect() {
        CloseHelper.quietCloseAll(cluster, aeron);
    }
}
