package org.calx.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.calx.api.client.AeronExchangeClient;
import org.calx.api.client.EventFeed;
import org.calx.api.client.ExchangeClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class ThreeMembersTest {
    private static final int OPERATOR = 1;
    private static final int MEMBERS = 3;

    @TempDir
    Path folder;

    private final List<ClusterNode> nodes = new ArrayList<>();
    private final List<MemberAddress> members = new ArrayList<>();

    @AfterEach
    void closeNodes() {
        nodes.forEach(ClusterNode::closeNow);
    }

    @Test
    void everyMemberHasTheSameStateAndStreamAndTheLossOfTheLeaderLosesNothing() throws IOException {
        startAll();
        int leader = leader();
        int follower = (leader + 1) % MEMBERS;
        int other = (leader + 2) % MEMBERS;
        EventTape tape = new EventTape(0);
        long last;
        try (ClientDriver driver = ClientDriver.start(IdleMode.BACKOFF);
                ExchangeClient client =
                        AeronExchangeClient.connect(driver.endpoint(members, "localhost"), OPERATOR, 1, 0)) {
            client.addReader(tape);
            TradingDay day = new TradingDay(client, 1);
            day.open();
            day.trade(200);
            nodes.get(leader).closeNow();
            day.trade(200);
            last = tape.lastSequence();
            assertThat(AeronExchangeClient.lastRecordedEvent(
                            driver.endpoint(members, "localhost"), Duration.ofSeconds(30)))
                    .isEqualTo(last);
        }
        EventTape half = read(follower, 0, last / 2);
        EventTape rest = read(other, half.lastSequence(), last);
        List<String> moved = new ArrayList<>(half.lines);
        moved.addAll(rest.lines);
        assertThat(moved).isEqualTo(tape.lines);
        assertThat(read(follower, 0, last).lines).isEqualTo(tape.lines);
        NodeStates.assertSame(nodes.get(other).state(), nodes.get(follower).state());
    }

    private EventTape read(int member, long after, long last) {
        try (EventFeed feed = AeronExchangeClient.feed(nodes.get(member).endpoint(), after)) {
            return new EventTape(after).readTo(feed, last);
        }
    }

    private void startAll() throws IOException {
        int basePort = freePort();
        for (int id = 0; id < MEMBERS; id++) {
            members.add(new MemberAddress("localhost", basePort + 5 * id));
        }
        for (int id = 0; id < MEMBERS; id++) {
            ClusterNodeConfig config = ClusterNodeConfig.single(folder.resolve("member-" + id))
                    .withMembers(id, members)
                    .withLeaderHeartbeatTimeout(Duration.ofSeconds(3));
            nodes.add(ClusterNode.start(config));
        }
    }

    private int leader() {
        while (true) {
            for (int id = 0; id < nodes.size(); id++) {
                if (nodes.get(id).isLeader()) {
                    return id;
                }
            }
            Thread.yield();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Math.min(socket.getLocalPort(), 65_000);
        }
    }
}
