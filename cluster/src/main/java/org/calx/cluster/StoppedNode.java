package org.calx.cluster;

import io.aeron.archive.client.AeronArchive;
import java.nio.file.Path;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
import org.calx.api.client.EventRecording;
import org.calx.api.client.EventStream;
import org.calx.api.event.EventReader;
import org.calx.api.wire.EventDecoder;
import org.calx.core.engine.MarginVisitor;
import org.calx.model.ParameterSet;
import org.calx.model.RejectReason;

/**
 * The files of a node that is not running, to be looked at: only its archive is started, so neither its log nor its
 * recorded events change, and the node, single or a member of a cluster, may be started again afterwards.
 *
 * <p>A member's log may end with commands that no majority has: the others decide about them when it is started.
 */
public final class StoppedNode implements AutoCloseable {
    private final NodeFolder folder;
    private final MediaThread media;
    private final AeronArchive archive;

    private StoppedNode(NodeFolder folder) {
        this.folder = folder;
        ClusterNodeConfig config = ClusterNodeConfig.single(folder.directory());
        media = new MediaThread(folder, config, error -> {}).start();
        archive = AeronArchive.connect(
                EventStream.localArchive().aeronDirectoryName(folder.driver().getPath()));
    }

    /**
     * Opens the folder.
     *
     * @throws FolderInUseException if a node is running there
     * @throws IllegalStateException if the folder holds no node, or its archive cannot be started
     */
    public static StoppedNode open(Path directory) {
        if (!directory.resolve("cluster").toFile().isDirectory()) {
            throw new IllegalStateException("no node in " + directory);
        }
        NodeFolder folder = NodeFolder.open(directory);
        try {
            return new StoppedNode(folder);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Its state from the newest snapshot and the log after it. @throws DamagedFileException if they cannot be read */
    public NodeState state() {
        return recover((buffer, length, first, last) -> {}).state();
    }

    /** Its state from the whole log, whatever the snapshots say. @throws DamagedFileException if it is not all there */
    public NodeState stateFromLog() {
        return replay(log().withoutSnapshots(), (buffer, length, first, last) -> {})
                .state();
    }

    /**
     * Tells its whole state as the rows of one state image, from the newest snapshot and the log after it.
     *
     * @return what its state is
     * @throws DamagedFileException if they cannot be read
     */
    public NodeState tellState(EventReader reader) {
        Telling telling = new Telling(reader);
        ReplicatedExchange exchange = recover(telling);
        NodeState state = exchange.state();
        telling.begun = true;
        exchange.tellState();
        return state;
    }

    /**
     * Tells what every account has and must hold, before and after a set of margin parameters holds.
     *
     * @return why it cannot hold, or {@link RejectReason#NONE}
     * @throws DamagedFileException if the state cannot be read
     */
    public RejectReason preview(ParameterSet set, MarginVisitor before, MarginVisitor after) {
        return recover((buffer, length, first, last) -> {}).preview(set, before, after);
    }

    /**
     * Tells every event since the first command again, from the whole log.
     *
     * @return what its state is after them
     * @throws DamagedFileException if the log is not all there
     */
    public NodeState tellEvents(EventReader reader) {
        Telling telling = new Telling(reader);
        telling.begun = true;
        return replay(log().withoutSnapshots(), telling).state();
    }

    /**
     * Gives up the recorded events after the end of the log, which has lost the commands that made them.
     *
     * @return how many events were cut off
     */
    public long cutUnexplainedEvents() {
        EventRecording recording = EventRecording.find(archive);
        if (recording == null) {
            return 0;
        }
        long last = state().lastEventSequence();
        EventRecording.End end = recording.end(archive, Thread::onSpinWait);
        if (end.lastSequence() <= last) {
            return 0;
        }
        archive.truncateRecording(
                recording.recordingId(),
                recording.endOf(last, archive, EventStream.REPLAY_CHANNEL, Thread::onSpinWait));
        return end.lastSequence() - last;
    }

    private ReplicatedExchange recover(EventSink sink) {
        return replay(log(), sink);
    }

    private StoredLog log() {
        return StoredLog.read(folder.cluster(), archive);
    }

    private ReplicatedExchange replay(StoredLog log, EventSink sink) {
        ReplicatedExchange exchange = new ReplicatedExchange(sink);
        if (!log.snapshots().isEmpty()) {
            exchange.readFrom(log.snapshots().getFirst().read(archive));
        }
        if (log.exists()) {
            log.replay(archive, log.replayFrom(0), exchange);
        }
        return exchange;
    }

    @Override
    public void close() {
        CloseHelper.quietCloseAll(archive, media, folder);
    }

    /** Hands events on once it is told to. */
    private static final class Telling implements EventSink {
        private final EventDecoder decoder = new EventDecoder();
        private final EventReader reader;
        private boolean begun;

        Telling(EventReader reader) {
            this.reader = reader;
        }

        @Override
        public void onBatch(DirectBuffer buffer, int length, long firstSequence, long lastSequence) {
            if (begun) {
                decoder.decode(buffer, 0, length, firstSequence - 1, reader);
            }
        }
    }
}
