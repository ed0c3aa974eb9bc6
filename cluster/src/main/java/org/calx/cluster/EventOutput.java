package org.calx.cluster;

import io.aeron.cluster.service.Cluster;

/** Where a member's events go. Used on the service's thread alone. */
interface EventOutput extends EventSink, AutoCloseable {

    /** Begins, before any event. */
    void open(Cluster cluster);

    /**
     * The state goes on after this event, as a snapshot says; called after {@link #open}.
     *
     * @throws IllegalStateException if what is stored ends before it
     */
    void resumeAfter(long sequence);

    /** The log has been replayed to its end. @throws IllegalStateException if more is stored than it explains */
    void logEnds(long lastSequence);

    /** Looks after what was handed over. @throws IllegalStateException if it can no longer be kept */
    void check();

    /** Waits until everything handed over is stored, so that a snapshot never knows more than the stream. */
    void awaitStored();

    @Override
    void close();
}
