package org.calx.api.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.agrona.DirectBuffer;
import org.calx.api.codec.CommandEnvelopeDecoder;
import org.calx.api.codec.MessageHeaderDecoder;
import org.calx.api.event.EventReader;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.RejectReason;
import org.junit.jupiter.api.Test;

class SequencedClientTest {
    private static final long RESEND_AFTER_NS = 1_000;

    private final List<Long> offered = new ArrayList<>();
    private final Deque<ExchangeEvent> events = new ArrayDeque<>();
    private boolean logOpen = true;
    private long nowNs;
    private long term;
    private long eventSequence;

    private final SequencedClient client =
            new SequencedClient(5, 3, null, new Log(), new Feed(), () -> nowNs, RESEND_AFTER_NS);

    @Test
    void commandsAreNumberedFromOneAndCompleteWithTheirOwnResult() {
        CompletableFuture<CommandOutcome> first = client.cancelOrder(1, 10);
        CompletableFuture<CommandOutcome> second = client.cancelOrder(1, 11);
        answer(5, 3, 2, RejectReason.UNKNOWN_ORDER);
        client.poll();
        assertThat(offered).containsExactly(1L, 2L);
        assertThat(first).isNotDone();
        assertThat(second.join())
                .isEqualTo(new CommandOutcome(2, RejectReason.UNKNOWN_ORDER, 77, 1, 9, Optional.empty()));
    }

    @Test
    void answersToOthersAndToAnEarlierLifeAreNotTaken() {
        CompletableFuture<CommandOutcome> sent = client.requestImage();
        answer(6, 3, 1, RejectReason.NONE);
        answer(5, 2, 1, RejectReason.NONE);
        client.poll();
        assertThat(sent).isNotDone();
        assertThat(client.lastEventSequence()).isEqualTo(2);
    }

    @Test
    void whatIsUnansweredIsSentAgainAtOnceWhenTheLogHasANewLeader() {
        client.requestImage();
        client.requestImage();
        answer(5, 3, 1, RejectReason.NONE);
        client.poll();
        assertThat(offered).containsExactly(1L, 2L);
        term++;
        client.poll();
        client.poll();
        assertThat(offered).containsExactly(1L, 2L, 2L);
    }

    @Test
    void whatIsOverdueIsSentAgainUnderTheSameNumber() {
        client.requestImage();
        nowNs = RESEND_AFTER_NS - 1;
        client.poll();
        assertThat(offered).containsExactly(1L);
        nowNs = RESEND_AFTER_NS;
        client.poll();
        assertThat(offered).containsExactly(1L, 1L);
        nowNs += 2 * RESEND_AFTER_NS - 1;
        client.poll();
        assertThat(offered).hasSize(2);
        answer(5, 3, 1, RejectReason.NONE);
        answer(5, 3, 1, RejectReason.NONE);
        client.poll();
        nowNs += 100 * RESEND_AFTER_NS;
        client.poll();
        assertThat(offered).hasSize(2);
    }

    @Test
    void commandsWaitInOrderWhileTheLogTakesNone() {
        logOpen = false;
        client.cancelOrder(1, 10);
        client.cancelOrder(1, 11);
        client.poll();
        assertThat(offered).isEmpty();
        logOpen = true;
        client.poll();
        assertThat(offered).containsExactly(1L, 2L);
    }

    @Test
    void theWindowRefusesMoreThanTheExchangeRemembers() {
        for (int i = 0; i < ExchangeClient.MAX_UNANSWERED; i++) {
            client.requestImage();
        }
        answer(5, 3, 2, RejectReason.NONE);
        client.poll();
        assertThatThrownBy(client::requestImage)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("4096");
        answer(5, 3, 1, RejectReason.NONE);
        client.poll();
        assertThat(client.requestImage()).isNotDone();
    }

    @Test
    void readersAreToldBeforeTheFutureCompletes() {
        CompletableFuture<CommandOutcome> sent = client.requestImage();
        List<Boolean> doneWhenTold = new ArrayList<>();
        client.addReader((sequence, timestampNs, lastOfCommand, event) -> doneWhenTold.add(sent.isDone()));
        answer(5, 3, 1, RejectReason.NONE);
        client.poll();
        assertThat(doneWhenTold).containsExactly(false);
        assertThat(sent).isDone();
    }

    @Test
    void closingEndsWhatWaits() {
        CompletableFuture<CommandOutcome> sent = client.requestImage();
        client.close();
        assertThat(sent).isCompletedExceptionally();
        assertThatThrownBy(client::requestImage).isInstanceOf(IllegalStateException.class);
    }

    private void answer(int senderId, int epoch, long sequence, RejectReason reason) {
        events.add(new ExchangeEvent.CommandResult(senderId, epoch, sequence, reason, 77, false));
    }

    private final class Log implements CommandLog {
        @Override
        public boolean offer(DirectBuffer buffer, int offset, int length) {
            if (logOpen) {
                CommandEnvelopeDecoder envelope = new CommandEnvelopeDecoder();
                offered.add(envelope.wrap(buffer, offset + MessageHeaderDecoder.ENCODED_LENGTH)
                        .sequence());
            }
            return logOpen;
        }

        @Override
        public long term() {
            return term;
        }
    }

    private final class Feed implements EventFeed {
        @Override
        public int poll(EventReader reader, int limit) {
            int taken = 0;
            for (ExchangeEvent event = events.poll(); event != null; event = events.poll()) {
                reader.onEvent(++eventSequence, 9, true, event);
                taken++;
            }
            return taken;
        }

        @Override
        public void close() {}
    }
}
