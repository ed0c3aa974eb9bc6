package org.calx.bench.roundtrip;

import io.aeron.Aeron;
import io.aeron.ExclusivePublication;
import io.aeron.Image;
import io.aeron.cluster.client.AeronCluster;
import io.aeron.cluster.codecs.CloseReason;
import io.aeron.cluster.service.ClientSession;
import io.aeron.cluster.service.Cluster;
import io.aeron.cluster.service.ClusteredService;
import io.aeron.logbuffer.Header;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
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
        node = ClusterNode.start(config, new Echo());
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

    private static final class Echo implements ClusteredService {
        private Cluster cluster;

        @Override
        public void onStart(Cluster started, Image snapshotImage) {
            cluster = started;
        }

        @Override
        public void onSessionMessage(
                ClientSession session, long timestamp, DirectBuffer buffer, int offset, int length, Header header) {
            while (session.offer(buffer, offset, length) < 0) {
                cluster.idleStrategy().idle();
            }
        }

        @Override
        public void onSessionOpen(ClientSession session, long timestamp) {}

        @Override
        public void onSessionClose(ClientSession session, long timestamp, CloseReason closeReason) {}

        @Override
        public void onTimerEvent(long correlationId, long timestamp) {}

        @Override
        public void onTakeSnapshot(ExclusivePublication snapshotPublication) {}

        @Override
        public void onRoleChange(Cluster.Role newRole) {}

        @Override
        public void onTerminate(Cluster terminated) {}
    }
}
