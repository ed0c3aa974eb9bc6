package org.calx.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.calx.api.client.AeronExchangeClient;
import org.calx.api.client.EventFeed;
import org.calx.api.client.ExchangeClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ClusterNodeTest {
    private static final int OPERATOR = 1;

    @TempDir
    Path folder;

    @Test
    void theLogGivesTheSameStreamAsTheExchangeInProcess() {
        InProcessExchange reference = new InProcessExchange();
        EventTape expected = new EventTape(0);
        try (ExchangeClient client = reference.client(OPERATOR, 1)) {
            trade(client, 500);
        }
        expected.readTo(reference.feed(0), reference.lastEventSequence());

        try (ClusterNode node = ClusterNode.start(ClusterNodeConfig.single(folder));
                ExchangeClient client = AeronExchangeClient.connect(node.endpoint(), OPERATOR, 1, 0);
                EventFeed feed = AeronExchangeClient.feed(node.endpoint(), 0)) {
            trade(client, 500);
            assertThat(node.state().ignoredMessages()).isZero();
            EventTape tape = new EventTape(0).readTo(feed, expected.lastSequence());
            assertThat(tape.lines).isEqualTo(expected.lines);
            assertThat(node.state().lastEventSequence()).isEqualTo(expected.lastSequence());
        }
    }

    @Test
    void aRestartFromTheLogGoesOnWithTheNextEvent() {
        restart(false);
    }

    @Test
    void aRestartFromASnapshotAndTheLogAfterItGoesOnWithTheNextEvent() {
        restart(true);
    }

    private void restart(boolean withSnapshot) {
        EventTape tape = new EventTape(0);
        NodeState before;
        ClusterNode first = ClusterNode.start(ClusterNodeConfig.single(folder));
        try (ExchangeClient client = AeronExchangeClient.connect(first.endpoint(), OPERATOR, 1, 0);
                EventFeed feed = AeronExchangeClient.feed(first.endpoint(), 0)) {
            trade(client, 300);
            assertThat(!withSnapshot || first.takeSnapshot()).isTrue();
            new TradingDay(client, 2).trade(300);
            before = first.state();
            tape.readTo(feed, before.lastEventSequence() / 2);
        }
        first.closeNow();

        NodeStates.assertSame(NodeStates.ofStopped(folder), before);
        try (ClusterNode second = ClusterNode.start(ClusterNodeConfig.single(folder));
                ExchangeClient client = AeronExchangeClient.connect(second.endpoint(), OPERATOR, 2, 0);
                EventFeed feed = AeronExchangeClient.feed(second.endpoint(), tape.lastSequence());
                EventFeed whole = AeronExchangeClient.feed(second.endpoint(), 0)) {
            NodeStates.assertSame(second.state(), before);
            new TradingDay(client, 3).trade(100);
            long last = second.state().lastEventSequence();
            assertThat(last).isGreaterThan(before.lastEventSequence());
            tape.readTo(feed, last);
            assertThat(tape.lines).isEqualTo(new EventTape(0).readTo(whole, last).lines);
        }
    }

    @Test
    void aMemberTellsHowFarItsExchangeIsBehindTheLog() {
        try (ClusterNode node = ClusterNode.start(ClusterNodeConfig.single(folder));
                ExchangeClient client = AeronExchangeClient.connect(node.endpoint(), OPERATOR, 1, 0)) {
            trade(client, 300);
            while (node.status().behindBytes() != 0) {
                Thread.onSpinWait();
            }
            assertThat(node.status().commitPosition()).isGreaterThan(300 * 32);
            assertThat(node.status().ready()).isTrue();
        }
    }

    @Test
    void aFolderInUseIsRefused() {
        try (ClusterNode node = ClusterNode.start(ClusterNodeConfig.single(folder))) {
            assertThat(node.isLeader()).isTrue();
            assertThatThrownBy(() -> ClusterNode.start(ClusterNodeConfig.single(folder)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("already running");
            assertThatThrownBy(() -> NodeStates.ofStopped(folder)).hasMessageContaining("already running");
        }
    }

    @Test
    void aFolderWithoutANodeHasNoDigest() {
        assertThatThrownBy(() -> NodeStates.ofStopped(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no node");
    }

    private static void trade(ExchangeClient client, int commands) {
        TradingDay day = new TradingDay(client, 1);
        day.open();
        day.trade(commands);
    }
}
