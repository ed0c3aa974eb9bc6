package org.calx.bench.roundtrip;

import io.aeron.Aeron;
import io.aeron.cluster.client.AeronCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.agrona.CloseHelper;
import org.agrona.concurrent.UnsafeBuffer;
import org.calx.cluster.ClusterNode;
import org.calx.cluster.ClusterNodeConfig;
import org.calx.cluster.IdleMode;

/** The log by itself: a service that sends every message back to its session, which is all that a cluster must do. */
public final class EchoRig implements Rig {
    private static final int LENGTH = 64;

    private final IdleMode idle;
    private final int fileSyncLevel;
    private final UnsafeBuffer message = new UnsafeBuffer(new byte[LENGTH]);
    private Path folder;
    private ClusterNode node;
    private Aeron aeron;
    private AeronCluster cluster;
    private LongConsumer reader;

    /** An echo on a cluster with these settings. */
    public EchoRig(IdleMode idle, int fileSyncLevel) {
        this.idle = idle;
        this.fileSyncLevel = fileSyncLevel;
    }

    @Override
    public void start() throws IOException {
        folder = Folders.make();
        ClusterNodeConfig config =
                ClusterNodeConfig.single(folder).withIdle(idle).withFileSyncLevel(fileSyncLevel);
        node = ClusterNode.start(config, new EchoService());
        aeron = Aeron.connect(
                new Aeron.Context().aeronDirectoryName(node.endpoint().aeronDirectory()));
        cluster = AeronCluster.connect(new AeronCluster.Context()
                .aeron(aeron)
                .ingressChannel(node.endpoint().ingressChannel())
                .egressChannel(node.endpoint().egressChannel())
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
        return cluster.pollEgress();
    }

    @Override
    public void close() {
        CloseHelper.closeAll(cluster, aeron);
        if (node != null) {
            node.closeNow();
        }
        Folders.remove(folder);
    }
}
