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

    private ThreeMembers() {}

    static ThreeMembers start(Path folder) throws IOException {
        ThreeMembers members = new ThreeMembers();
        int basePort = freePort();
        for (int id = 0; id < COUNT; id++) {
            members.addresses.add(new MemberAddress("localhost", basePort + 5 * id));
        }
        for (int id = 0; id < COUNT; id++) {
            ClusterNodeConfig config = ClusterNodeConfig.single(folder.resolve("member-" + id))
                    .withMembers(id, members.addresses)
                    .withLeaderHeartbeatTimeout(Duration.ofSeconds(3));
            members.nodes.add(ClusterNode.start(config));
        }
        return members;
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

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Math.min(socket.getLocalPort(), 65_000);
        }
    }
}
