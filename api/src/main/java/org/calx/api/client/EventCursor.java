package org.calx.api.client;

import org.agrona.DirectBuffer;
import org.calx.api.event.EventReader;
import org.calx.api.wire.EventDecoder;

/** A reader's place in the event stream. Events come once each and in order, from whatever member and position. */
public final class EventCursor {
    private final EventDecoder decoder = new EventDecoder();
    private long lastSequence;

    /** Goes on with the event after this one. */
    public EventCursor(long afterSequence) {
        lastSequence = afterSequence;
    }

    /** Number of the last event read. */
    public long lastSequence() {
        return lastSequence;
    }

    /**
     * Hands over those events of a batch that have not been read.
     *
     * @throws IllegalStateException if events before the batch are missing, or it is none
     */
    public void onBatch(DirectBuffer buffer, int offset, int length, EventReader reader) {
        long first = decoder.firstSequence(buffer, offset, length);
        if (first > lastSequence + 1) {
            throw new IllegalStateException(
                    "event stream: " + first + " follows " + lastSequence + ", events are missing");
        }
        lastSequence = Math.max(lastSequence, decoder.decode(buffer, offset, length, lastSequence, reader));
    }
}
