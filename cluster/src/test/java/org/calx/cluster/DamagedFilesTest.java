package org.calx.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.calx.api.client.AeronExchangeClient;
import org.calx.api.client.ExchangeClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A node with two snapshots and a log beyond them, whose files are then damaged. */
@Timeout(120)
class DamagedFilesTest {
    private static final int PAGE = 4_096;

    @TempDir
    Path temporary;

    private Path folder;
    private Path killed;
    private NodeState before;

    @BeforeEach
    void trade() throws IOException {
        folder = temporary.resolve("node");
        killed = temporary.resolve("killed");
        ClusterNode node = ClusterNode.start(ClusterNodeConfig.single(folder));
        try (ExchangeClient client = AeronExchangeClient.connect(node.endpoint(), 1, 1, 0)) {
            TradingDay day = new TradingDay(client, 1);
            day.open();
            for (int i = 0; i < 2; i++) {
                day.trade(100);
                assertThat(node.takeSnapshot()).isTrue();
            }
            day.trade(100);
            before = node.state();
            copy(folder, killed);
        } finally {
            node.closeNow();
        }
    }

    @Test
    void theWholeLogGivesTheSameStateAsSnapshotAndLog() {
        try (StoppedNode node = StoppedNode.open(folder)) {
            NodeStates.assertSame(node.state(), before);
            NodeStates.assertSame(node.stateFromLog(), before);
        }
    }

    @Test
    void aDamagedSnapshotIsPassedOverForTheOneBefore() throws IOException {
        StoredSnapshot damaged = log().snapshots().getFirst();
        flip(snapshot(0), 400);
        assertStartsWithTheSameState();
        assertThat(log().snapshots()).doesNotContain(damaged);
    }

    @Test
    void aDamagedSnapshotOfTheConsensusModuleIsToo() throws IOException {
        flip(file(log().snapshots().getFirst().consensusRecordingId()), 150);
        assertStartsWithTheSameState();
    }

    @Test
    void aSnapshotThatWasCutShortIsToo() throws IOException {
        truncate(snapshot(0), 3_000);
        assertStartsWithTheSameState();
    }

    @Test
    void withoutASoundSnapshotTheWholeLogIsReplayed() throws IOException {
        flip(snapshot(0), 400);
        truncate(snapshot(1), 0);
        assertStartsWithTheSameState();
    }

    @Test
    void aDamagedLogIsNamedAndWhatTheNewestSnapshotCoversIsNotNeeded() throws IOException {
        flip(file(log().recordingId()), 20_000);
        try (StoppedNode node = StoppedNode.open(folder)) {
            NodeStates.assertSame(node.state(), before);
            assertThatThrownBy(node::stateFromLog)
                    .isInstanceOf(DamagedFileException.class)
                    .hasMessageContaining("archive/1-0.rec is damaged")
                    .hasMessageContaining("checksum");
        }
        assertStartsWithTheSameState();
    }

    @Test
    void aLogDamagedAfterTheNewestSnapshotIsNotStartedFrom() throws IOException {
        flip(file(log().recordingId()), log().snapshots().getFirst().logPosition() + 2_000);
        assertThatThrownBy(() -> ClusterNode.start(ClusterNodeConfig.single(folder)))
                .hasMessageContaining("archive/1-0.rec is damaged")
                .hasMessageContaining("move this folder away");
        assertThat(log().snapshots()).hasSize(2);
    }

    @Test
    void aTornTailIsCutAndWhatItTookFromTheLogIsSaid() throws IOException {
        tear(killed.resolve("archive/1-0.rec"));
        assertThatThrownBy(() -> ClusterNode.start(ClusterNodeConfig.single(killed)))
                .hasMessageContaining("the log ends with event")
                .hasMessageContaining("and the recorded stream with event " + before.lastEventSequence())
                .hasMessageContaining("calx repair");
        long lost;
        try (StoppedNode node = StoppedNode.open(killed)) {
            lost = node.cutUnexplainedEvents();
        }
        assertThat(lost).isPositive();
        try (ClusterNode node = ClusterNode.start(ClusterNodeConfig.single(killed))) {
            assertThat(node.state().lastEventSequence()).isEqualTo(before.lastEventSequence() - lost);
        }
    }

    @Test
    void aTornTailOfTheEventsIsMadeAgain() throws IOException {
        tear(killed.resolve("archive/0-0.rec"));
        try (ClusterNode node = ClusterNode.start(ClusterNodeConfig.single(killed))) {
            NodeStates.assertSame(node.state(), before);
        }
    }

    private void assertStartsWithTheSameState() {
        ClusterNode node = ClusterNode.start(ClusterNodeConfig.single(folder));
        try {
            NodeStates.assertSame(node.state(), before);
            assertThat(node.takeSnapshot()).isTrue();
        } finally {
            node.closeNow();
        }
        NodeStates.assertSame(NodeStates.ofStopped(folder), before);
    }

    private StoredLog log() {
        return StoredLog.read(folder.resolve("cluster").toFile());
    }

    private Path snapshot(int place) {
        return file(log().snapshots().get(place).recordingId());
    }

    private Path file(long recordingId) {
        return folder.resolve("archive").resolve(recordingId + "-0.rec");
    }

    static void flip(Path file, long at) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, at);
            one.put(0, (byte) ~one.get(0)).rewind();
            channel.write(one, at);
        }
    }

    private static void truncate(Path file, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }

    /** Loses every page after the last one that a fragment runs over into, as a machine without power may. */
    private static void tear(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int lost = 0;
        int at = 0;
        while (bytes.getInt(at) > 0) {
            int end = at + (bytes.getInt(at) + 31) / 32 * 32;
            if (at / PAGE != (end - 1) / PAGE) {
                lost = end / PAGE * PAGE;
            }
            at = end;
        }
        assertThat(lost).isPositive();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(at - lost), lost);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.copy(file, to.resolve(from.relativize(file)));
        }
    }
}
