package org.calx.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.calx.api.event.EventReader;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.RejectReason;
import org.junit.jupiter.api.Test;

class FanOutFeedTest {
    private final Source source = new Source();
    private final FanOutFeed feed = new FanOutFeed(source);

    @Test
    void everyViewReadsEveryEventOnceAndInOrder() {
        EventFeed first = feed.view();
        EventFeed second = feed.view();
        assertThat(read(first, 2)).containsExactly(1L, 2L);
        assertThat(read(second, 1)).containsExactly(1L);
        assertThat(read(first, 1)).containsExactly(3L);
        assertThat(read(second, 9)).containsExactly(2L, 3L);
        assertThat(read(second, 1)).containsExactly(4L);
        assertThat(read(first, 9)).containsExactly(4L);
    }

    @Test
    void aClosedViewHoldsNothingBack() {
        EventFeed first = feed.view();
        EventFeed second = feed.view();
        second.close();
        assertThat(read(first, 3)).containsExactly(1L, 2L, 3L);
    }

    private static List<Long> read(EventFeed view, int limit) {
        List<Long> read = new ArrayList<>();
        view.poll((sequence, timestampNs, lastOfCommand, event) -> read.add(sequence), limit);
        return read;
    }

    /** Has always a next event. */
    private static final class Source implements EventFeed {
        private long sequence;

        @Override
        public int poll(EventReader reader, int limit) {
            for (int i = 0; i < limit; i++) {
                sequence++;
                reader.onEvent(
                        sequence,
                        9,
                        true,
                        new ExchangeEvent.CommandResult(1, 1, sequence, RejectReason.NONE, 0, false));
            }
            return limit;
        }

        @Override
        public void close() {}
    }
}
