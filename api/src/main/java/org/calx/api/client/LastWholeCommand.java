package org.calx.api.client;

import org.agrona.DirectBuffer;
import org.calx.api.wire.EventDecoder;

/** Finds where the last whole command of a recording ends; what follows it was torn off by the end of the process. */
public final class LastWholeCommand {
    private final EventDecoder decoder = new EventDecoder();
    private long lastSequence;
    private long position;

    /** Nothing has been found before this position. */
    public LastWholeCommand(long startPosition) {
        position = startPosition;
    }

    /** Looks at the next batch. @param endPosition where it ends in the recording */
    public void onBatch(DirectBuffer buffer, int offset, int length, long endPosition) {
        long sequence = decoder.lastSequence(buffer, offset, length);
        if (decoder.endsCommand()) {
            lastSequence = sequence;
            position = endPosition;
        }
    }

    /** Its last event, 0 if there is none. */
    public long lastSequence() {
        return lastSequence;
    }

    /** Where it ends. */
    public long position() {
        return position;
    }
}
