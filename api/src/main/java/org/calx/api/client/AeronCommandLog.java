package org.calx.api.client;

import io.aeron.cluster.client.AeronCluster;
import io.aeron.cluster.client.EgressListener;
import io.aeron.logbuffer.Header;
import java.util.concurrent.TimeUnit;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;

/**
 * The replicated log, through the cluster's ingress. It follows the leader, keeps its session alive, and connects again
 * when the session is lost; meanwhile it takes no commands.
 */
final class AeronCommandLog implements CommandLog {
    private static final long KEEP_ALIVE_NS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long RETRY_NS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long POLL_NS = TimeUnit.MILLISECONDS.toNanos(1);

    private final AeronLink link;

    private AeronCluster cluster;
    private AeronCluster.AsyncConnect connecting;
    private long retryAtNs = System.nanoTime();
    private long keepAliveAtNs;
    private long polledAtNs;
    private volatile long term;

    AeronCommandLog(AeronLink link) {
        this.link = link;
    }

    @Override
    public boolean offer(DirectBuffer buffer, int offset, int length) {
        if (cluster == null) {
            return false;
        }
        try {
            return cluster.offer(buffer, offset, length) > 0;
        } catch (RuntimeException e) {
            disconnect(e);
            return false;
        }
    }

    @Override
    public int poll() {
        long nowNs = System.nanoTime();
        try {
            return cluster == null ? connect(nowNs) : keepAlive(nowNs);
        } catch (RuntimeException e) {
            disconnect(e);
            return 0;
        }
    }

    @Override
    public long term() {
        return term;
    }

    @Override
    public void close() {
        CloseHelper.quietCloseAll(connecting, cluster);
        connecting = null;
        cluster = null;
    }

    private int connect(long nowNs) {
        if (connecting == null) {
            if (nowNs - retryAtNs < 0) {
                return 0;
            }
            connecting = AeronCluster.asyncConnect(context());
        }
        cluster = connecting.poll();
        if (cluster != null) {
            connecting = null;
            term++;
            keepAliveAtNs = nowNs + KEEP_ALIVE_NS;
        }
        return 1;
    }

    private int keepAlive(long nowNs) {
        if (nowNs - polledAtNs < POLL_NS) {
            return 0;
        }
        polledAtNs = nowNs;
        int work = cluster.pollEgress();
        if (cluster.isClosed()) {
            throw new IllegalStateException("the cluster closed the session");
        }
        if (nowNs - keepAliveAtNs >= 0 && cluster.sendKeepAlive()) {
            keepAliveAtNs = nowNs + KEEP_ALIVE_NS;
            work++;
        }
        return work;
    }

    private AeronCluster.Context context() {
        AeronEndpoint endpoint = link.endpoint();
        AeronCluster.Context context = new AeronCluster.Context()
                .aeron(link.aeron())
                .ownsAeronClient(false)
                .ingressChannel(endpoint.ingressChannel())
                .egressChannel(endpoint.egressChannel())
                .egressListener(new Leaders());
        return endpoint.ingressEndpoints().isEmpty() ? context : context.ingressEndpoints(endpoint.ingressEndpoints());
    }

    /** Notes that the log has a new leader; what members answer otherwise is in the event stream. */
    private final class Leaders implements EgressListener {
        @Override
        public void onMessage(
                long sessionId, long timestamp, DirectBuffer buffer, int offset, int length, Header header) {}

        @Override
        public void onNewLeader(long sessionId, long leadershipTermId, int leaderMemberId, String ingressEndpoints) {
            term++;
        }
    }

    private void disconnect(RuntimeException reason) {
        System.getLogger("org.calx.api.client")
                .log(System.Logger.Level.DEBUG, "connection to the log lost, trying again", reason);
        close();
        retryAtNs = System.nanoTime() + RETRY_NS;
    }
}
