package org.calx.api.event;

/** Who is told the event stream, event by event, in order and without gap. */
@FunctionalInterface
public interface EventReader {

    /**
     * The next event.
     *
     * @param sequence the event's number in the stream, one above the last
     * @param timestampNs the log's time of its command, nanoseconds since 1970-01-01
     * @param lastOfCommand whether the command's events end here: act on what has been read only then
     * @param event the event
     */
    void onEvent(long sequence, long timestampNs, boolean lastOfCommand, ExchangeEvent event);
}
