package org.calx.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.calx.api.client.AeronExchangeClient;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.EventFeed;
import org.calx.api.client.ExchangeClient;
import org.calx.api.event.ExchangeEvent.CommandResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class KillTest {
    private static final int OPERATOR = 1;
    private static final int IN_FLIGHT = 300;

    @TempDir
    Path folder;

    @Test
    void aKilledNodeLosesNothingThatWasAnsweredAndDoesNothingTwice() throws Exception {
        EventTape tape = new EventTape(0);
        Map<Long, Integer> firstAnswers = new HashMap<>();
        NodeProcess first = NodeProcess.start(folder);
        try (ExchangeClient client = AeronExchangeClient.connect(first.endpoint(), OPERATOR, 1, 0)) {
            client.addReader(tape);
            client.addReader((sequence, timestampNs, lastOfCommand, event) -> {
                if (event instanceof CommandResult result && !result.duplicate()) {
                    firstAnswers.merge(result.sequence(), 1, Integer::sum);
                }
            });
            TradingDay day = new TradingDay(client, 1);
            day.open();
            day.trade(200);

            List<CompletableFuture<CommandOutcome>> inFlight = new ArrayList<>();
            for (int i = 0; i < IN_FLIGHT; i++) {
                inFlight.add(day.send());
            }
            day.await(inFlight.get(IN_FLIGHT / 3));
            first.kill();
            try (NodeProcess second = NodeProcess.start(folder)) {
                assertThat(second.endpoint()).isEqualTo(first.endpoint());
                inFlight.forEach(day::await);
                day.trade(100);
            }
        }
        assertThat(firstAnswers.values()).containsOnly(1);
        assertRecovered(tape);
    }

    private void assertRecovered(EventTape tape) {
        NodeState state = NodeStates.ofStopped(folder);
        assertThat(state.lastEventSequence()).isGreaterThanOrEqualTo(tape.lastSequence());
        assertThat(state.ignoredMessages()).isZero();
        try (ClusterNode node = ClusterNode.start(ClusterNodeConfig.single(folder));
                EventFeed feed = AeronExchangeClient.feed(node.endpoint(), 0)) {
            NodeStates.assertSame(node.state(), state);
            EventTape whole = new EventTape(0).readTo(feed, tape.lastSequence());
            assertThat(whole.lines.subList(0, tape.lines.size())).isEqualTo(tape.lines);
        }
    }
}
