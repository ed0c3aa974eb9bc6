package org.calx.cluster;

import io.aeron.Aeron;
import io.aeron.ChannelUri;
import io.aeron.ChannelUriStringBuilder;
import io.aeron.ExclusivePublication;
import io.aeron.Publication;
import io.aeron.archive.client.AeronArchive;
import io.aeron.archive.codecs.SourceLocation;
import io.aeron.archive.status.RecordingPos;
import io.aeron.cluster.service.Cluster;
import java.util.concurrent.TimeUnit;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.status.CountersReader;
import org.calx.api.client.EventRecording;
import org.calx.api.client.EventStream;

/**
 * The recorded event stream: batches go to a publication that the local archive records while live readers subscribe to
 * it. The publication's terms are the bounded ring between the service and the recorder.
 *
 * <p>After a restart the recording is extended: what was torn off after its last whole command is cut, and events that
 * the log makes again and that are recorded already are dropped by their number.
 */
final class RecordedEvents implements EventOutput {
    private static final int MTU_LENGTH = 1_408;
    private static final String UNTETHERED_LIMIT = "|untethered-window-limit-timeout=250ms";

    private final int termLength;
    private final long maxBackPressureNs;

    private Cluster cluster;
    private ExclusivePublication publication;
    private CountersReader counters;
    private int recordingCounterId;
    private long recordingId;
    private RecordedSequence recorded = new RecordedSequence(0);

    /**
     * @param termLength length of a term of a new recording in bytes
     * @param maxBackPressureNs how long the recorder may stand still before the member stops
     */
    RecordedEvents(int termLength, long maxBackPressureNs) {
        this.termLength = termLength;
        this.maxBackPressureNs = maxBackPressureNs;
    }

    @Override
    public void open(Cluster owner) {
        cluster = owner;
        counters = owner.aeron().countersReader();
        try (AeronArchive archive =
                AeronArchive.connect(owner.context().archiveContext().clone())) {
            EventRecording recording = EventRecording.find(archive);
            if (recording == null) {
                begin(archive);
            } else {
                extend(archive, recording);
            }
        }
    }

    @Override
    public void onBatch(DirectBuffer buffer, int length, long firstSequence, long batchLastSequence) {
        if (!recorded.isNew(firstSequence, batchLastSequence)) {
            return;
        }
        if (publication.offer(buffer, 0, length) < 0) {
            offerPatiently(buffer, length);
        }
        recorded.recorded(batchLastSequence);
    }

    @Override
    public void resumeAfter(long sequence) {
        recorded.resumeAfter(sequence);
    }

    @Override
    public void check() {
        if (!RecordingPos.isActive(counters, recordingCounterId, recordingId)) {
            throw new IllegalStateException("the recording of the event stream has stopped");
        }
    }

    @Override
    public void awaitStored() {
        long deadlineNs = System.nanoTime() + maxBackPressureNs;
        while (counters.getCounterValue(recordingCounterId) < publication.position()) {
            waitFor("the recorder to store what was emitted", deadlineNs);
        }
    }

    @Override
    public void close() {
        CloseHelper.quietClose(publication);
    }

    private void begin(AeronArchive archive) {
        publication = cluster.aeron()
                .addExclusivePublication(
                        channel().termLength(termLength).mtu(MTU_LENGTH).build() + UNTETHERED_LIMIT,
                        EventStream.STREAM_ID);
        archive.startRecording(sessionChannel(), EventStream.STREAM_ID, SourceLocation.LOCAL, true);
        awaitRecording(archive);
    }

    private void extend(AeronArchive archive, EventRecording recording) {
        EventRecording.End end = recording.end(archive, this::idle);
        if (end.position() != recording.stopPosition()) {
            archive.truncateRecording(recording.recordingId(), end.position());
        }
        recorded = new RecordedSequence(end.lastSequence());
        publication = cluster.aeron()
                .addExclusivePublication(
                        channel()
                                        .mtu(MTU_LENGTH)
                                        .initialPosition(
                                                end.position(), recording.initialTermId(), recording.termLength())
                                        .build()
                                + UNTETHERED_LIMIT,
                        EventStream.STREAM_ID);
        archive.extendRecording(
                recording.recordingId(), sessionChannel(), EventStream.STREAM_ID, SourceLocation.LOCAL, true);
        awaitRecording(archive);
    }

    private static ChannelUriStringBuilder channel() {
        return new ChannelUriStringBuilder().media("ipc").alias("calx-events");
    }

    private String sessionChannel() {
        return ChannelUri.addSessionId("aeron:ipc?alias=calx-events", publication.sessionId());
    }

    private void awaitRecording(AeronArchive archive) {
        long deadlineNs = System.nanoTime() + maxBackPressureNs;
        long archiveId = archive.archiveId();
        recordingCounterId = RecordingPos.findCounterIdBySession(counters, publication.sessionId(), archiveId);
        while (recordingCounterId == Aeron.NULL_VALUE) {
            archive.checkForErrorResponse();
            waitFor("the recording of the event stream to begin", deadlineNs);
            recordingCounterId = RecordingPos.findCounterIdBySession(counters, publication.sessionId(), archiveId);
        }
        recordingId = RecordingPos.getRecordingId(counters, recordingCounterId);
    }

    private void offerPatiently(DirectBuffer buffer, int length) {
        long deadlineNs = System.nanoTime() + maxBackPressureNs;
        long result = publication.offer(buffer, 0, length);
        while (result < 0) {
            if (result == Publication.CLOSED || result == Publication.MAX_POSITION_EXCEEDED) {
                throw new IllegalStateException("the event stream takes no more: " + Publication.errorString(result));
            }
            waitFor("the recorder to keep up", deadlineNs);
            result = publication.offer(buffer, 0, length);
        }
    }

    private void waitFor(String what, long deadlineNs) {
        if (System.nanoTime() - deadlineNs > 0) {
            throw new IllegalStateException("waited " + TimeUnit.NANOSECONDS.toMillis(maxBackPressureNs) + " ms for "
                    + what + ": the member stops rather than lose events");
        }
        idle();
    }

    private void idle() {
        cluster.idleStrategy().idle();
    }
}
