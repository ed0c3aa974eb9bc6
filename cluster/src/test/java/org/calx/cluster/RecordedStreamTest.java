package org.calx.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aeron.Aeron;
import io.aeron.ChannelUri;
import io.aeron.ChannelUriStringBuilder;
import io.aeron.ExclusivePublication;
import io.aeron.archive.client.AeronArchive;
import io.aeron.archive.codecs.SourceLocation;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;
import org.calx.api.client.AeronExchangeClient;
import org.calx.api.client.EventFeed;
import org.calx.api.client.EventRecording;
import org.calx.api.client.EventStream;
import org.calx.api.client.ExchangeClient;
import org.calx.api.wire.EventDecoder;
import org.calx.model.RejectReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RecordedStreamTest {
    private static final int OPERATOR = 1;

    @TempDir
    Path folder;

    private final EventTape original = new EventTape(0);

    @Test
    void aTornLastCommandIsCutAndTheStreamGoesOn() {
        NodeState before = runNode();
        withArchive(archive -> appendTornCommand(archive, before.lastEventSequence() + 1));
        assertGoesOn(before);
    }

    @Test
    void whatTheRecordingLacksIsMadeAgainFromTheLog() {
        NodeState before = runNode();
        withArchive(archive -> truncate(archive, 40));
        assertGoesOn(before);
    }

    @Test
    void aRecordingThatEndsBeforeTheSnapshotIsNotStartedFrom() {
        NodeState before = runNode();
        try (ClusterNode node = ClusterNode.start(config())) {
            assertThat(node.takeSnapshot()).isTrue();
        }
        withArchive(archive -> truncate(archive, 40));
        assertThatThrownBy(() -> ClusterNode.start(config()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ends with event 40");
        NodeStates.assertSame(NodeStates.ofStopped(folder), before);
    }

    @Test
    void aReaderThatStandsStillNeitherHoldsUpTheExchangeNorMissesAnEvent() {
        try (ClusterNode node = ClusterNode.start(config().withEventTermLength(64 * 1024));
                ExchangeClient client = AeronExchangeClient.connect(node.endpoint(), OPERATOR, 1, 0);
                EventFeed slow = AeronExchangeClient.feed(node.endpoint(), 0)) {
            TradingDay day = new TradingDay(client, 1);
            day.open();
            EventTape tape = new EventTape(0).readTo(slow, 10);
            day.trade(3_000);
            tape.readTo(slow, node.state().lastEventSequence());
            day.trade(10);
            tape.readTo(slow, node.state().lastEventSequence());
        }
    }

    @Test
    void aReaderMayBeginAnywhere() {
        try (ClusterNode node = ClusterNode.start(config().withEventTermLength(64 * 1024));
                ExchangeClient client = AeronExchangeClient.connect(node.endpoint(), OPERATOR, 1, 0)) {
            TradingDay day = new TradingDay(client, 1);
            day.open();
            day.trade(1_500);
            long last = node.state().lastEventSequence();
            for (long after = 0; after <= last; after += last / 7) {
                try (EventFeed feed = AeronExchangeClient.feed(node.endpoint(), after)) {
                    assertThat(new EventTape(after).readTo(feed, last).lines).hasSize((int) (last - after));
                }
            }
        }
    }

    private ClusterNodeConfig config() {
        return ClusterNodeConfig.single(folder);
    }

    private NodeState runNode() {
        ClusterNode node = ClusterNode.start(config());
        try (ExchangeClient client = AeronExchangeClient.connect(node.endpoint(), OPERATOR, 1, 0);
                EventFeed feed = AeronExchangeClient.feed(node.endpoint(), 0)) {
            TradingDay day = new TradingDay(client, 1);
            day.open();
            day.trade(200);
            NodeState state = node.state();
            original.readTo(feed, state.lastEventSequence());
            return state;
        } finally {
            node.closeNow();
        }
    }

    private void assertGoesOn(NodeState before) {
        try (ClusterNode node = ClusterNode.start(config());
                ExchangeClient client = AeronExchangeClient.connect(node.endpoint(), OPERATOR, 2, 0);
                EventFeed feed = AeronExchangeClient.feed(node.endpoint(), 0)) {
            NodeStates.assertSame(node.state(), before);
            new TradingDay(client, 2).trade(20);
            EventTape tape = new EventTape(0).readTo(feed, node.state().lastEventSequence());
            assertThat(tape.lines.subList(0, original.lines.size())).isEqualTo(original.lines);
            assertThat(tape.lines).hasSizeGreaterThan(original.lines.size());
        }
    }

    private void withArchive(Consumer<AeronArchive> work) {
        try (NodeFolder opened = NodeFolder.open(folder);
                MediaThread media = new MediaThread(opened, config(), error -> {}).start();
                Aeron aeron = Aeron.connect(
                        new Aeron.Context().aeronDirectoryName(opened.driver().getPath()));
                AeronArchive archive =
                        AeronArchive.connect(EventStream.localArchive().aeron(aeron))) {
            assertThat(media).isNotNull();
            work.accept(archive);
        }
    }

    private static void truncate(AeronArchive archive, long afterSequence) {
        EventRecording recording = EventRecording.find(archive);
        EventDecoder decoder = new EventDecoder();
        long[] position = {0};
        try (io.aeron.Subscription replay = archive.replay(
                recording.recordingId(), 0, recording.stopPosition(), "aeron:ipc", EventStream.REPLAY_STREAM_ID)) {
            while (position[0] == 0) {
                replay.poll(
                        (buffer, offset, length, header) -> {
                            if (decoder.lastSequence(buffer, offset, length) >= afterSequence && position[0] == 0) {
                                position[0] = header.position();
                            }
                        },
                        10);
            }
        }
        archive.truncateRecording(recording.recordingId(), position[0]);
    }

    private static void appendTornCommand(AeronArchive archive, long sequence) {
        EventRecording recording = EventRecording.find(archive);
        String channel = new ChannelUriStringBuilder()
                .media("ipc")
                .mtu(1_408)
                .initialPosition(recording.stopPosition(), recording.initialTermId(), recording.termLength())
                .build();
        try (ExclusivePublication publication =
                archive.context().aeron().addExclusivePublication(channel, EventStream.STREAM_ID)) {
            archive.extendRecording(
                    recording.recordingId(),
                    ChannelUri.addSessionId("aeron:ipc", publication.sessionId()),
                    EventStream.STREAM_ID,
                    SourceLocation.LOCAL);
            EventEncoder torn = new EventEncoder(
                    (buffer, length, first, last) -> {
                        if (first == sequence) {
                            offer(publication, new UnsafeBuffer(buffer, 0, length));
                        }
                    },
                    EventBatch.MIN_BATCH_BYTES);
            torn.restore(sequence - 1);
            torn.begin(1);
            for (int i = 0; i < 100; i++) {
                torn.markSet(99, i);
            }
            torn.commandResult(1, 1, 1, RejectReason.NONE, 0, false);
            while (archive.getRecordingPosition(recording.recordingId()) < publication.position()) {
                Thread.yield();
            }
        }
    }

    private static void offer(ExclusivePublication publication, UnsafeBuffer batch) {
        while (publication.offer(batch) < 0) {
            Thread.yield();
        }
    }
}
