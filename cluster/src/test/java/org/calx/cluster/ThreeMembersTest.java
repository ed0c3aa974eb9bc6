package org.calx.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.calx.api.client.AeronExchangeClient;
import org.calx.api.client.EventFeed;
import org.calx.api.client.ExchangeClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class ThreeMembersTest {
    private static final int OPERATOR = 1;

    @TempDir
    Path folder;

    private ThreeMembers members;

    @BeforeEach
    void startMembers() throws IOException {
        members = ThreeMembers.start(folder);
    }

    @AfterEach
    void closeMembers() {
        members.close();
    }

    @Test
    void everyMemberHasTheSameStateAndStreamAndTheLossOfTheLeaderLosesNothing() {
        int leader = members.leader();
        int follower = (leader + 1) % ThreeMembers.COUNT;
        int other = (leader + 2) % ThreeMembers.COUNT;
        EventTape tape = new EventTape(0);
        long last;
        try (ClientDriver driver = ClientDriver.start(IdleMode.BACKOFF);
                ExchangeClient client = AeronExchangeClient.connect(
                        driver.endpoint(members.addresses(), "localhost"), OPERATOR, 1, 0)) {
            client.addReader(tape);
            TradingDay day = new TradingDay(client, 1);
            day.open();
            day.trade(200);
            members.node(leader).closeNow();
            day.trade(200);
            last = tape.lastSequence();
            assertThat(AeronExchangeClient.lastRecordedEvent(
                            driver.endpoint(members.addresses(), "localhost"), Duration.ofSeconds(30)))
                    .isEqualTo(last);
        }
        EventTape half = read(follower, 0, last / 2);
        EventTape rest = read(other, half.lastSequence(), last);
        List<String> moved = new ArrayList<>(half.lines);
        moved.addAll(rest.lines);
        assertThat(moved).isEqualTo(tape.lines);
        assertThat(read(follower, 0, last).lines).isEqualTo(tape.lines);
        NodeStates.assertSame(
                members.node(other).state(), members.node(follower).state());
    }

    @Test
    void aMemberWithADamagedLogDoesNotStartAndWithAnEmptyFolderIsSeededByTheLeader() throws IOException {
        int follower = (members.leader() + 1) % ThreeMembers.COUNT;
        try (ClientDriver driver = ClientDriver.start(IdleMode.BACKOFF);
                ExchangeClient client = AeronExchangeClient.connect(
                        driver.endpoint(members.addresses(), "localhost"), OPERATOR, 1, 0)) {
            TradingDay day = new TradingDay(client, 1);
            day.open();
            day.trade(100);
            assertThat(members.node(members.leader()).takeSnapshot()).isTrue();
            day.trade(50);
            read(follower, 0, client.lastEventSequence());
            read(members.leader(), 0, client.lastEventSequence());
            NodeStates.assertSame(
                    members.node(follower).state(),
                    members.node(members.leader()).state());
            members.node(follower).closeNow();
            assertThat(members.node(members.leader()).prune(new Retention(1, 0)).kept())
                    .anyMatch(line -> line.contains("member " + follower + " does not tell"));
            Path damaged = folder.resolve("member-" + follower);
            StoredLog log = StoredLog.read(damaged.resolve("cluster").toFile());
            DamagedFilesTest.flip(
                    damaged.resolve("archive/" + log.recordingId() + "-0.rec"), log.replayFrom(0) + 1_000);
            assertThatThrownBy(() -> members.restart(follower)).hasMessageContaining("move this folder away");

            Files.move(damaged, folder.resolve("moved-away"));
            members.restart(follower);
            day.trade(50);
            EventTape tape = read(follower, 0, client.lastEventSequence());
            assertThat(tape.lastSequence()).isEqualTo(client.lastEventSequence());
            read(members.leader(), 0, client.lastEventSequence());
        }
        NodeStates.assertSame(
                members.node(follower).state(), members.node(members.leader()).state());
    }

    private EventTape read(int member, long after, long last) {
        try (EventFeed feed = AeronExchangeClient.feed(members.node(member).endpoint(), after)) {
            return new EventTape(after).readTo(feed, last);
        }
    }
}
