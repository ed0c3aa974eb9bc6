package org.calx.api.client;

import io.aeron.archive.client.AeronArchive;
import io.aeron.archive.client.PersistentSubscription;
import io.aeron.logbuffer.FragmentHandler;
import io.aeron.logbuffer.Header;
import java.util.concurrent.TimeUnit;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
import org.calx.api.event.EventReader;

/**
 * The recorded event stream from the event after a given one: first a replay of the recording, then the live stream, and
 * a replay again whenever the reader was too slow for it. When the node is restarted the feed goes on by event number.
 */
final class AeronEventFeed implements EventFeed {
    private static final long RETRY_NS = TimeUnit.MILLISECONDS.toNanos(100);

    private final AeronLink link;
    private final EventCursor cursor;
    private final FragmentHandler handler = this::onBatch;

    private PersistentSubscription subscription;
    private long retryAtNs = System.nanoTime();
    private EventReader reader;
    private RuntimeException readerFailure;

    /** A feed of the events after this number. */
    AeronEventFeed(AeronLink link, long afterSequence) {
        this.link = link;
        this.cursor = new EventCursor(afterSequence);
    }

    /**
     * {@inheritDoc}
     *
     * <p>What a reader throws is thrown on; the feed must then be closed, for it has not moved on.
     *
     * @throws IllegalStateException if the next event is no longer recorded, or the stream is broken
     */
    @Override
    public int poll(EventReader eventReader, int limit) {
        if (subscription == null && !connect()) {
            return 0;
        }
        reader = eventReader;
        int taken = 0;
        try {
            taken = subscription.poll(handler, limit);
            if (subscription.hasFailed()) {
                disconnect(subscription.failureReason());
            }
        } catch (RuntimeException e) {
            if (e != readerFailure) {
                disconnect(e);
            }
        }
        if (readerFailure != null) {
            RuntimeException failure = readerFailure;
            readerFailure = null;
            throw failure;
        }
        return taken;
    }

    /** Closes the feed and the link that it was given. */
    @Override
    public void close() {
        unsubscribe();
        link.close();
    }

    private void onBatch(DirectBuffer buffer, int offset, int length, Header header) {
        try {
            cursor.onBatch(buffer, offset, length, reader);
        } catch (RuntimeException e) {
            readerFailure = e;
            throw e;
        }
    }

    private boolean connect() {
        long lastSequence = cursor.lastSequence();
        if (System.nanoTime() - retryAtNs < 0) {
            return false;
        }
        try (AeronArchive archive =
                AeronArchive.connect(EventStream.localArchive().aeron(link.aeron()))) {
            EventRecording recording = EventRecording.find(archive);
            if (recording == null) {
                retryAtNs = System.nanoTime() + RETRY_NS;
                return false;
            }
            subscribe(
                    recording.recordingId(),
                    recording.positionOf(lastSequence + 1, archive, EventStream.REPLAY_CHANNEL, Thread::yield));
            return true;
        } catch (EventsMissingException e) {
            throw e;
        } catch (RuntimeException e) {
            disconnect(e);
            return false;
        }
    }

    private void subscribe(long recordingId, long position) {
        subscription = PersistentSubscription.create(new PersistentSubscription.Context()
                .aeron(link.aeron())
                .aeronArchiveContext(EventStream.localArchive().aeron(link.aeron()))
                .recordingId(recordingId)
                .startPosition(position)
                .liveChannel(EventStream.LIVE_CHANNEL)
                .liveStreamId(EventStream.STREAM_ID)
                .replayChannel(EventStream.REPLAY_CHANNEL)
                .replayStreamId(EventStream.REPLAY_STREAM_ID));
    }

    private void unsubscribe() {
        CloseHelper.quietClose(subscription);
        subscription = null;
    }

    private void disconnect(Exception reason) {
        System.getLogger("org.calx.api.client")
                .log(
                        System.Logger.Level.DEBUG,
                        "event feed lost after event " + cursor.lastSequence() + ", trying again",
                        reason);
        unsubscribe();
        retryAtNs = System.nanoTime() + RETRY_NS;
    }
}
