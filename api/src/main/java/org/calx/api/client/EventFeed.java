package org.calx.api.client;

import org.calx.api.event.EventReader;

/**
 * The seam behind the exchange: a cursor on the recorded event stream. Not thread-safe; each reader has its own.
 */
public interface EventFeed extends AutoCloseable {

    /**
     * Hands over events that are there, without waiting.
     *
     * @param limit most messages of the stream to take
     * @return how many were taken; 0 when there is nothing new
     */
    int poll(EventReader reader, int limit);

    @Override
    void close();
}
