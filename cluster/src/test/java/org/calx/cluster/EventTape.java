package org.calx.cluster;

import java.util.ArrayList;
import java.util.List;
import org.calx.api.client.EventFeed;
import org.calx.api.event.EventReader;
import org.calx.api.event.ExchangeEvent;

/** What a reader of the stream has been told, as text, checked for gaps and repeats as it comes. */
final class EventTape implements EventReader {
    private static final long PATIENCE_NS = 60_000_000_000L;

    final List<String> lines = new ArrayList<>();
    private long lastSequence;

    EventTape(long afterSequence) {
        lastSequence = afterSequence;
    }

    @Override
    public void onEvent(long sequence, long timestampNs, boolean lastOfCommand, ExchangeEvent event) {
        if (sequence != lastSequence + 1) {
            throw new AssertionError("event " + sequence + " follows " + lastSequence);
        }
        lastSequence = sequence;
        String text =
                event instanceof ExchangeEvent.RiskArraySet set ? "RiskArraySet " + set.version() : event.toString();
        lines.add(sequence + (lastOfCommand ? "* " : " ") + text);
    }

    long lastSequence() {
        return lastSequence;
    }

    /** Reads on until the event of this number. */
    EventTape readTo(EventFeed feed, long sequence) {
        long deadlineNs = System.nanoTime() + PATIENCE_NS;
        while (lastSequence < sequence) {
            if (feed.poll(this, 16) == 0) {
                Thread.yield();
            }
            if (System.nanoTime() - deadlineNs > 0) {
                throw new AssertionError("stream ends at " + lastSequence + ", expected " + sequence);
            }
        }
        return this;
    }
}
