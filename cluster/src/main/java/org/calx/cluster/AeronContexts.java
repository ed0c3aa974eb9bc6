package org.calx.cluster;

import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.NanosecondClusterClock;
import io.aeron.cluster.service.ClusteredService;
import io.aeron.cluster.service.ClusteredServiceContainer;
import java.util.function.Consumer;
import org.agrona.ErrorHandler;
import org.calx.api.client.EventStream;

/** A member's configuration in the words of Aeron Cluster. */
final class AeronContexts {
    /** Most connections to the log: gateways, services and tools; one more is refused until another has gone. */
    private static final int MAX_SESSIONS = 64;

    /** A chunk of a snapshot is one fragment, and the recorder may stay a few megabytes behind. */
    private static final String SNAPSHOT_CHANNEL = "aeron:ipc?alias=snapshot|term-length=16m|mtu=65504";

    private final ClusterNodeConfig config;
    private final NodeFolder folder;
    private final ErrorHandler onError;
    private final Consumer<Throwable> onEnd;

    /**
     * @param onError told what goes wrong without ending the member
     * @param onEnd told when a part of the member has ended by itself
     */
    AeronContexts(ClusterNodeConfig config, NodeFolder folder, ErrorHandler onError, Consumer<Throwable> onEnd) {
        this.config = config;
        this.folder = folder;
        this.onError = onError;
        this.onEnd = onEnd;
    }

    ConsensusModule.Context consensus() {
        long heartbeatNs = config.leaderHeartbeatTimeout().toNanos();
        return new ConsensusModule.Context()
                .aeronDirectoryName(folder.driver().getPath())
                .clusterDir(folder.cluster())
                .clusterMemberId(config.memberId())
                .clusterMembers(Members.describe(config))
                .archiveContext(EventStream.localArchive())
                .clusterClock(new NanosecondClusterClock())
                .ingressChannel(config.isSingle() ? "aeron:ipc" : "aeron:udp?term-length=4m")
                .isIpcIngressAllowed(false)
                .egressChannel(config.isSingle() ? "aeron:ipc" : "aeron:udp?term-length=4m")
                .logChannel((config.isSingle() ? "aeron:ipc" : "aeron:udp") + "?term-length="
                        + config.storage().logTerm())
                .replicationChannel("aeron:udp?endpoint=" + Members.host(config) + ":0")
                .leaderHeartbeatTimeoutNs(heartbeatNs)
                .leaderHeartbeatIntervalNs(heartbeatNs / 5)
                .electionTimeoutNs(heartbeatNs)
                .electionStatusIntervalNs(heartbeatNs / 10)
                .maxConcurrentSessions(MAX_SESSIONS)
                .startupCanvassTimeoutNs(heartbeatNs * 5)
                .fileSyncLevel(config.fileSyncLevel())
                .idleStrategySupplier(config.idle()::strategy)
                .errorHandler(onError)
                .terminationHook(() -> onEnd.accept(new IllegalStateException("the consensus module has stopped")));
    }

    ClusteredServiceContainer.Context container(ClusteredService service) {
        return new ClusteredServiceContainer.Context()
                .aeronDirectoryName(folder.driver().getPath())
                .clusterDir(folder.cluster())
                .archiveContext(EventStream.localArchive())
                .clusteredService(service)
                .snapshotChannel(SNAPSHOT_CHANNEL)
                .idleStrategySupplier(config.idle()::strategy)
                .errorHandler(onError)
                .terminationHook(() -> onEnd.accept(new IllegalStateException("the service has stopped")));
    }
}
