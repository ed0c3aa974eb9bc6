package org.calx.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.agrona.DirectBuffer;
import org.calx.api.client.CommandLog;
import org.calx.api.client.ExchangeClient;
import org.calx.api.client.SequencedClient;
import org.calx.api.event.ExchangeEvent.CommandResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossyLogTest {
    private static final int OPERATOR = 1;
    private static final long POLL_NS = 1_000;

    private long nowNs;

    /** A log that takes everything and loses or doubles some of it. */
    private record LossyLog(CommandLog log, Random random, int[] lost, int[] doubled) implements CommandLog {
        @Override
        public boolean offer(DirectBuffer buffer, int offset, int length) {
            int chance = random.nextInt(10);
            if (chance < 2) {
                lost[0]++;
                return true;
            }
            if (chance < 4) {
                doubled[0]++;
                log.offer(buffer, offset, length);
            }
            return log.offer(buffer, offset, length);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void lostAndDoubledSendsHaveOneEffectAndOneAnswer(long seed) {
        InProcessExchange exchange = new InProcessExchange(() -> 1);
        LossyLog log = new LossyLog(exchange, new Random(seed), new int[1], new int[1]);
        Map<Long, CommandResult> firstAnswers = new HashMap<>();
        int[] duplicates = {0};
        try (ExchangeClient client =
                new SequencedClient(OPERATOR, 1, null, log, exchange.feed(0), () -> nowNs += POLL_NS, 50 * POLL_NS)) {
            client.addReader((sequence, timestampNs, lastOfCommand, event) -> {
                if (event instanceof CommandResult answer && answer.duplicate()) {
                    duplicates[0]++;
                    assertThat(same(answer)).as("seed " + seed).isEqualTo(same(firstAnswers.get(answer.sequence())));
                } else if (event instanceof CommandResult answer) {
                    assertThat(firstAnswers.put(answer.sequence(), answer))
                            .as("seed " + seed)
                            .isNull();
                }
            });
            TradingDay day = new TradingDay(client, seed);
            day.open();
            day.trade(500);
        }
        assertThat(firstAnswers).as("seed " + seed).hasSizeGreaterThan(500);
        assertThat(log.lost[0]).isPositive();
        assertThat(duplicates[0]).as("seed " + seed).isGreaterThanOrEqualTo(log.doubled[0]);
    }

    private static CommandResult same(CommandResult answer) {
        return new CommandResult(
                answer.senderId(), answer.epoch(), answer.sequence(), answer.reason(), answer.reference(), false);
    }
}
