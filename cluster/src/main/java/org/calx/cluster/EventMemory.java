package org.calx.cluster;

import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.calx.api.client.EventFeed;
import org.calx.api.event.EventReader;
import org.calx.api.wire.EventDecoder;

/** The event stream kept in memory. Thread-safe. */
final class EventMemory implements EventSink {
    private final List<byte[]> batches = new ArrayList<>();

    @Override
    public synchronized void onBatch(DirectBuffer buffer, int length, long firstSequence, long lastSequence) {
        byte[] batch = new byte[length];
        buffer.getBytes(0, batch);
        batches.add(batch);
    }

    EventFeed feed(long afterSequence) {
        return new Feed(afterSequence);
    }

    private synchronized byte[] batch(int index) {
        return index < batches.size() ? batches.get(index) : null;
    }

    private final class Feed implements EventFeed {
        private final EventDecoder decoder = new EventDecoder();
        private final UnsafeBuffer view = new UnsafeBuffer(0, 0);
        private final long afterSequence;
        private int index;

        Feed(long afterSequence) {
            this.afterSequence = afterSequence;
        }

        @Override
        public int poll(EventReader reader, int limit) {
            int taken = 0;
            byte[] batch = batch(index);
            while (taken < limit && batch != null) {
                index++;
                taken++;
                view.wrap(batch);
                decoder.decode(view, 0, batch.length, afterSequence, reader);
                batch = batch(index);
            }
            return taken;
        }

        @Override
        public void close() {}
    }
}
