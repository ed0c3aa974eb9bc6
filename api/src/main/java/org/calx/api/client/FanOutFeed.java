package org.calx.api.client;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.agrona.CloseHelper;
import org.calx.api.event.EventReader;
import org.calx.api.event.ExchangeEvent;

/**
 * One event feed for several readers of the same thread. A reader that stays behind by more than {@value #MAX_WAITING}
 * events is a defect of the program and stops it.
 */
final class FanOutFeed implements AutoCloseable {
    private static final int MAX_WAITING = 1_000_000;

    private final EventFeed source;
    private final List<View> views = new CopyOnWriteArrayList<>();

    FanOutFeed(EventFeed source) {
        this.source = source;
    }

    /** A reader's own cursor, from the source's present place on. */
    EventFeed view() {
        View view = new View();
        views.add(view);
        return view;
    }

    @Override
    public void close() {
        CloseHelper.close(source);
    }

    private record Waiting(long sequence, long timestampNs, boolean lastOfCommand, ExchangeEvent event) {}

    private final class View implements EventFeed {
        private final Queue<Waiting> waiting = new ArrayDeque<>();

        @Override
        public int poll(EventReader reader, int limit) {
            if (waiting.isEmpty()) {
                return source.poll(
                        (sequence, timestampNs, lastOfCommand, event) -> {
                            tellOthers(new Waiting(sequence, timestampNs, lastOfCommand, event));
                            reader.onEvent(sequence, timestampNs, lastOfCommand, event);
                        },
                        limit);
            }
            int taken = 0;
            for (Waiting next = waiting.poll(); next != null; next = taken < limit ? waiting.poll() : null) {
                taken++;
                reader.onEvent(next.sequence(), next.timestampNs(), next.lastOfCommand(), next.event());
            }
            return taken;
        }

        private void tellOthers(Waiting event) {
            for (View view : views) {
                if (view == this) {
                    continue;
                }
                if (view.waiting.size() >= MAX_WAITING) {
                    throw new IllegalStateException(
                            "a reader of the event stream is " + MAX_WAITING + " events behind");
                }
                view.waiting.add(event);
            }
        }

        @Override
        public void close() {
            views.remove(this);
        }
    }
}
