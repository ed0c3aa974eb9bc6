package org.calx.api.client;

import org.agrona.DirectBuffer;

/**
 * The seam in front of the replicated log: where encoded commands go in. Not thread-safe unless it says so.
 */
public interface CommandLog extends AutoCloseable {

    /**
     * Offers one encoded command. That it was taken does not mean that it reaches the log: whoever sends holds it until
     * its {@code CommandResult} is in the event stream, and sends it again with the same sequence.
     *
     * @return false if it cannot be taken now; try again later
     */
    boolean offer(DirectBuffer buffer, int offset, int length);

    /**
     * Keeps the way to the log open; a sender calls it in its polling loop.
     *
     * @return work done, 0 when there was none
     */
    default int poll() {
        return 0;
    }

    /**
     * Grows whenever commands that were taken before may have been lost: the log has a new leader, or the way to it was
     * opened anew. Who sends then sends again what has no answer.
     */
    default long term() {
        return 0;
    }

    @Override
    default void close() {}
}
