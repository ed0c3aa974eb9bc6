package org.calx.cluster;

import org.agrona.DirectBuffer;

/** Where encoded events go, batch by batch. */
@FunctionalInterface
public interface EventSink {

    /**
     * Takes one batch: events of one command, back to back, from offset 0. The buffer is used again afterwards.
     *
     * @param firstSequence number of the batch's first event
     * @param lastSequence number of the batch's last event
     */
    void onBatch(DirectBuffer buffer, int length, long firstSequence, long lastSequence);
}
