package org.calx.bench.failover;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.agrona.CloseHelper;
import org.agrona.IoUtil;
import org.calx.api.client.AeronEndpoint;
import org.calx.app.local.ClusterFolder;
import org.calx.app.local.ClusterPlan;
import org.calx.app.local.LocalCluster;
import org.calx.app.local.Network;
import org.calx.bench.roundtrip.Rig;
import org.calx.cluster.ClientDriver;
import org.calx.cluster.IdleMode;

/** A service on a cluster of processes, with a client in this one. */
abstract class Contender implements Rig {
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);

    private final int members;
    private final Duration heartbeatTimeout;
    private final List<String> memberCommand;
    private Path folder;
    private LocalCluster cluster;
    private ClientDriver driver;

    /** @param memberCommand main class of a member, and its arguments before {@code --config} */
    Contender(int members, Duration heartbeatTimeout, List<String> memberCommand) {
        this.members = members;
        this.heartbeatTimeout = heartbeatTimeout;
        this.memberCommand = memberCommand;
    }

    @Override
    public void start() throws IOException {
        folder = java.nio.file.Files.createTempDirectory("calx-failover");
        ClusterFolder made = new ClusterFolder(folder);
        made.create(
                new ClusterPlan(members, 0, 0, false, Duration.ZERO, 0, heartbeatTimeout, IdleMode.BACKOFF),
                Network.LOOPBACK,
                Map.of());
        cluster = new LocalCluster(made, memberCommand, Network.LOOPBACK);
        cluster.start();
        awaitWhole();
        driver = ClientDriver.start(IdleMode.BACKOFF);
        connect(driver.endpoint(cluster.addresses(), Network.LOOPBACK.clientHost()));
    }

    /** Connects the client and sets up what it needs. */
    abstract void connect(AeronEndpoint endpoint);

    /** Closes the client. */
    abstract void disconnect();

    /** Waits until all members take part and one leads. */
    void awaitWhole() {
        if (!cluster.awaitReady(START_PATIENCE)) {
            throw new IllegalStateException("the cluster in " + folder + " is not ready");
        }
    }

    /** Kills the leader. @return the killed member */
    LocalCluster.Member killLeader() {
        LocalCluster.Member leader = cluster.leader().orElseThrow(() -> new IllegalStateException("nobody leads"));
        leader.process().kill();
        return leader;
    }

    @Override
    public void close() {
        disconnect();
        CloseHelper.quietClose(driver);
        if (cluster != null) {
            cluster.processes().forEach(process -> process.kill());
            cluster.close();
            for (int member = 0; member < members; member++) {
                ClusterFolder.removeDriver(cluster.folder().data(member));
            }
        }
        IoUtil.delete(folder.toFile(), true);
    }
}
