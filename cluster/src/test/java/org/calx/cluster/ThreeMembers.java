package org.calx.cluster;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Three members in this process. Followers wait three seconds for a silent leader before they elect another. */
final class ThreeMembers implements AutoCloseable {
    static final int COUNT = 3;

    private final List<ClusterNode> nodes = new ArrayList<>();
    private final List<MemberAddress> addresses = new ArrayList<>();

    private final Path folder;

    private ThreeMembers(Path folder) {
        this.folder = folder;
    }

    static ThreeMembers start(Path folder) throws IOException {
        ThreeMembers members = new ThreeMembers(folder);
        int basePort = freePort();
        for (int id = 0; id < COUNT; id++) {
            members.addresses.add(new MemberAddress("localhost", basePort + 5 * id));
        }
        for (int id = 0; id < COUNT; id++) {
            members.nodes.add(members.launch(id));
        }
        return members;
    }

    /** Starts a member that was closed, on whatever is in its folder now. */
    void restart(int id) {
        nodes.set(id, launch(id));
    }

    private ClusterNode launch(int id) {
        return ClusterNode.start(ClusterNodeConfig.single(folder.resolve("member-" + id))
                .withMembers(id, addresses)
                .withLeaderHeartbeatTimeout(Duration.ofSeconds(3)));
    }

    List<MemberAddress> addresses() {
        return addresses;
    }

    ClusterNode node(int id) {
        return nodes.get(id);
    }

    /** Waits until one of them leads. @return its id */
    int leader() {
        while (true) {
            for (int id = 0; id < COUNT; id++) {
                if (nodes.get(id).isLeader()) {
                    return id;
                }
            }
            Thread.yield();
        }
    }

    @Override
    public void close() {
        nodes.forEach(ClusterNode::closeNow);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Math.min(socket.getLocalPort(), 65_000);
        }
    }
}
