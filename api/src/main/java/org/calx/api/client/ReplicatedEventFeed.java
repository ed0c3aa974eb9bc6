package org.calx.api.client;

import io.aeron.logbuffer.FragmentHandler;
import io.aeron.logbuffer.Header;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
import org.calx.api.event.EventReader;
import org.calx.api.wire.EventDecoder;

/**
 * The recorded event stream, read from a majority of the members at once: every event is taken from the member that has it
 * first, by number, so the loss of a minority of the members, or their standing still, is not even noticed. A member that
 * is lost is replaced by another one, or tried again.
 */
final class ReplicatedEventFeed implements EventFeed {
    private static final long RETRY_NS = TimeUnit.MILLISECONDS.toNanos(200);

    private final AeronLink link;
    private final List<Replica> replicas;
    private final EventDecoder decoder = new EventDecoder();
    private final FragmentHandler handler = this::onBatch;

    private long lastSequence;
    private EventReader reader;
    private RuntimeException readerFailure;

    /** A feed of the events after this number. */
    ReplicatedEventFeed(AeronLink link, long afterSequence) {
        this.link = link;
        this.lastSequence = afterSequence;
        this.replicas = link.endpoint().archives().stream()
                .map(address -> new Replica(link, address))
                .toList();
    }

    /**
     * {@inheritDoc}
     *
     * <p>What a reader throws is thrown on; the feed must then be closed, for it has not moved on.
     *
     * @throws EventsMissingException if no member has the next event recorded
     */
    @Override
    public int poll(EventReader eventReader, int limit) {
        openEnough();
        reader = eventReader;
        int taken = 0;
        for (Replica replica : replicas) {
            taken += poll(replica, limit);
        }
        return taken;
    }

    /** Closes the feed and the link that it was given. */
    @Override
    public void close() {
        replicas.forEach(Replica::close);
        CloseHelper.close(link);
    }

    private int poll(Replica replica, int limit) {
        try {
            return replica.poll(handler, limit);
        } catch (RuntimeException e) {
            if (e == readerFailure) {
                readerFailure = null;
                throw e;
            }
            replica.fail(e);
            return 0;
        }
    }

    private void openEnough() {
        int inUse = 0;
        int missing = 0;
        Replica longestUnused = null;
        for (Replica replica : replicas) {
            if (replica.isInUse()) {
                inUse++;
            } else if (longestUnused == null || replica.changedNs() - longestUnused.changedNs() < 0) {
                longestUnused = replica;
            }
            missing += replica.missing() == null ? 0 : 1;
        }
        if (missing == replicas.size()) {
            throw replicas.get(0).missing();
        }
        if (inUse <= replicas.size() / 2 && System.nanoTime() - longestUnused.changedNs() > RETRY_NS) {
            longestUnused.open(lastSequence);
        }
    }

    private void onBatch(DirectBuffer buffer, int offset, int length, Header header) {
        long first = decoder.firstSequence(buffer, offset, length);
        if (first > lastSequence + 1) {
            throw new IllegalStateException(
                    "event stream: " + first + " follows " + lastSequence + ", events are missing");
        }
        if (decoder.lastSequence(buffer, offset, length) <= lastSequence) {
            return;
        }
        try {
            lastSequence = decoder.decode(buffer, offset, length, lastSequence, reader);
        } catch (RuntimeException e) {
            readerFailure = e;
            throw e;
        }
    }
}
