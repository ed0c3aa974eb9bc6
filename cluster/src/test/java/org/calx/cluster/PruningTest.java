package org.calx.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.calx.api.client.AeronEndpoint;
import org.calx.api.client.AeronExchangeClient;
import org.calx.api.client.EventFeed;
import org.calx.api.client.EventsMissingException;
import org.calx.api.client.ExchangeClient;
import org.calx.api.event.ExchangeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A node with files of 64 KiB, so that a few thousand commands fill several. */
@Timeout(120)
class PruningTest {
    private static final int FILE = 64 * 1024;
    private static final int SNAPSHOTS = 4;
    private static final long HOUR_NS = 3_600_000_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private ClusterNodeConfig config() {
        return ClusterNodeConfig.single(folder).withStorage(new StorageLengths(FILE, FILE, FILE));
    }

    @Test
    void whatIsLeftGivesTheSameStateAfterARestartAndAReaderThatIsBehindIsToldAndBeginsAtAnImage() throws IOException {
        NodeState before;
        ClusterNode node = ClusterNode.start(config());
        try (ExchangeClient client = AeronExchangeClient.connect(node.endpoint(), 1, 1, 0)) {
            TradingDay day = new TradingDay(client, 1);
            day.open();
            for (int i = 0; i < SNAPSHOTS; i++) {
                day.trade(800);
                assertThat(node.takeSnapshot()).isTrue();
            }
            day.trade(100);
            long bytesBefore = recordedBytes();

            PruneReport report = node.prune(new Retention(2, 3 * FILE));

            assertThat(report.snapshots()).isEqualTo(SNAPSHOTS - 2);
            assertThat(report.logBytes()).isPositive().isEqualTo(report.logBytes() / FILE * FILE);
            assertThat(report.eventBytes()).isGreaterThanOrEqualTo(FILE);
            assertThat(bytesBefore - recordedBytes()).isGreaterThanOrEqualTo(report.logBytes() + report.eventBytes());
            assertTold(node, client, day);
            before = node.state();
        } finally {
            node.closeNow();
        }
        assertRestarts(before);
    }

    @Test
    void aRecordingThatSomebodyReadsAndALogWithTooFewSnapshotsAreKept() {
        try (ClusterNode node = ClusterNode.start(config());
                ExchangeClient client = AeronExchangeClient.connect(node.endpoint(), 1, 1, 0);
                EventFeed slow = AeronExchangeClient.feed(node.endpoint(), 0)) {
            TradingDay day = new TradingDay(client, 1);
            day.open();
            day.trade(500);
            EventTape tape = new EventTape(0).readTo(slow, 10);
            day.trade(1_500);

            PruneReport report = node.prune(new Retention(1, 0));

            assertThat(report.snapshots()).isZero();
            assertThat(report.logBytes()).isZero();
            assertThat(report.kept()).anyMatch(line -> line.contains("only 0 snapshots are there"));
            tape.readTo(slow, node.state().lastEventSequence());
        }
    }

    @Test
    void whatASenderHasRetainedStaysUntilItIsReleased() {
        try (ClusterNode node = ClusterNode.start(config());
                ExchangeClient client = AeronExchangeClient.connect(node.endpoint(), 1, 1, 0)) {
            TradingDay day = new TradingDay(client, 1);
            day.open();
            assertThat(day.await(client.setProtocolVersion(2)).accepted()).isTrue();
            day.trade(500);
            long needed = node.state().lastEventSequence();
            assertThat(day.await(client.retainEvents(needed, HOUR_NS)).accepted())
                    .isTrue();
            day.trade(1_500);

            PruneReport report = node.prune(new Retention(1, 0));

            assertThat(report.kept()).anyMatch(line -> line.contains("a sender needs those after " + needed));
            long last = node.state().lastEventSequence();
            try (EventFeed consumer = AeronExchangeClient.feed(node.endpoint(), needed)) {
                new EventTape(needed).readTo(consumer, last);
            }
            assertThat(day.await(client.retainEvents(needed, 0)).accepted()).isTrue();
            assertThat(node.prune(new Retention(1, 0)).eventBytes()).isPositive();
            try (EventFeed late = AeronExchangeClient.feed(node.endpoint(), needed)) {
                assertThatThrownBy(() -> new EventTape(needed).readTo(late, last))
                        .isInstanceOf(EventsMissingException.class);
            }
        }
    }

    @Test
    void theFirstEventThatIsLeftIsToldAndAReaderCanBeginThere() throws IOException {
        List<MemberAddress> members = List.of(new MemberAddress("localhost", ThreeMembers.freePort()));
        try (ClusterNode node = ClusterNode.start(config().withMembers(0, members));
                ClientDriver driver = ClientDriver.start(IdleMode.BACKOFF)) {
            AeronEndpoint endpoint = driver.endpoint(members, "localhost");
            try (ExchangeClient client = AeronExchangeClient.connect(endpoint, 1, 1, 0)) {
                TradingDay day = new TradingDay(client, 1);
                day.open();
                assertThat(AeronExchangeClient.firstRecordedEvent(endpoint, PATIENCE))
                        .isEqualTo(1);
                day.trade(2_000);
                assertThat(node.prune(new Retention(1, 0)).eventBytes()).isPositive();
            }
            long first = AeronExchangeClient.firstRecordedEvent(endpoint, PATIENCE);
            assertThat(first).isGreaterThan(1);
            try (EventFeed feed = AeronExchangeClient.feed(endpoint, first - 1)) {
                new EventTape(first - 1).readTo(feed, node.state().lastEventSequence());
            }
        }
    }

    private void assertTold(ClusterNode node, ExchangeClient client, TradingDay day) {
        long last = node.state().lastEventSequence();
        try (EventFeed behind = AeronExchangeClient.feed(node.endpoint(), 100)) {
            assertThatThrownBy(() -> new EventTape(100).readTo(behind, last))
                    .isInstanceOf(EventsMissingException.class)
                    .hasMessageContaining("event 101 is not recorded here; the first is ");
        }
        try (EventFeed fresh = AeronExchangeClient.feed(node.endpoint(), last)) {
            boolean[] complete = {false};
            day.await(client.requestImage());
            while (!complete[0]) {
                day.trade(1);
                fresh.poll(
                        (sequence, timestampNs, lastOfCommand, event) ->
                                complete[0] |= event instanceof ExchangeEvent.ImageEnd,
                        16);
            }
        }
    }

    private void assertRestarts(NodeState before) {
        try (StoppedNode stopped = StoppedNode.open(folder)) {
            NodeStates.assertSame(stopped.state(), before);
            assertThatThrownBy(stopped::stateFromLog).hasMessageContaining("is needed from 0");
        }
        try (ClusterNode node = ClusterNode.start(config())) {
            NodeStates.assertSame(node.state(), before);
        }
    }

    private long recordedBytes() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("archive"))) {
            return files.filter(file -> file.toString().endsWith(".rec"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
