package org.calx.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.calx.api.client.AeronExchangeClient;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.ExchangeClient;
import org.calx.api.client.OrderRequest;
import org.calx.api.event.ExchangeEvent.OrderCancelled;
import org.calx.model.CancelReason;
import org.calx.model.SenderRole;
import org.calx.model.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The log's timer on real members: it fires by itself, after a change of the leader and after a restart. */
@Timeout(240)
class LivenessTest {
    private static final int OPERATOR = 1;
    private static final int GATEWAY = 2;
    private static final long SESSION = 7;
    private static final long SILENCE_NS = TimeUnit.SECONDS.toNanos(10);
    private static final long ELECTION_NS = TimeUnit.SECONDS.toNanos(2);
    private static final long COUNTDOWN_NS = TimeUnit.SECONDS.toNanos(8);
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(120);

    @TempDir
    Path folder;

    private final List<Cancelled> cancelled = new ArrayList<>();

    private record Cancelled(long timestampNs, OrderCancelled order) {}

    /** The followers wait three seconds before they elect, so an end within twelve would be the old leader's. */
    @Test
    void aChangeOfTheLeaderGivesASilentGatewayItsTimeAnew() throws IOException {
        try (ThreeMembers members = ThreeMembers.start(folder);
                ClientDriver driver = ClientDriver.start(IdleMode.BACKOFF);
                ExchangeClient operator =
                        AeronExchangeClient.connect(driver.endpoint(members.addresses(), "localhost"), OPERATOR, 1, 0);
                ExchangeClient gateway =
                        AeronExchangeClient.connect(driver.endpoint(members.addresses(), "localhost"), GATEWAY, 1, 0)) {
            watch(operator);
            TradingDay day = new TradingDay(operator, 1);
            day.open();
            accepted(day.await(operator.registerSender(GATEWAY, SenderRole.GATEWAY, 0)));
            TradingDay quotes = new TradingDay(gateway, 1);
            long openedNs =
                    accepted(quotes.await(gateway.openSession(1, SESSION, 0))).timestampNs();
            long orderId = accepted(quotes.await(gateway.submitOrder(order(1).inSession(SESSION))))
                    .reference();
            members.node(members.leader()).closeNow();
            awaitCancelled(operator, 1);
            assertThat(cancelled.getFirst().order().orderId()).isEqualTo(orderId);
            assertThat(cancelled.getFirst().order().reason()).isEqualTo(CancelReason.GATEWAY_LOST);
            assertThat(cancelled.getFirst().timestampNs() - openedNs).isGreaterThan(SILENCE_NS + ELECTION_NS);
        }
    }

    @Test
    void countdownsRunOnAfterARestartFromASnapshotAndTheLog() {
        long last;
        NodeState running;
        ClusterNode first = ClusterNode.start(ClusterNodeConfig.single(folder));
        try (ExchangeClient operator = AeronExchangeClient.connect(first.endpoint(), OPERATOR, 1, 0)) {
            watch(operator);
            TradingDay day = new TradingDay(operator, 1);
            day.open();
            accepted(day.await(operator.submitOrder(order(1))));
            accepted(day.await(operator.submitOrder(order(2))));
            accepted(day.await(operator.cancelAllAfter(1, COUNTDOWN_NS)));
            assertThat(first.takeSnapshot()).isTrue();
            last = accepted(day.await(operator.cancelAllAfter(2, COUNTDOWN_NS))).eventSequence();
        }
        first.closeNow();
        assertThat(cancelled).isEmpty();
        try (ClusterNode second = ClusterNode.start(ClusterNodeConfig.single(folder));
                ExchangeClient operator = AeronExchangeClient.connect(second.endpoint(), OPERATOR, 2, last)) {
            watch(operator);
            awaitCancelled(operator, 2);
            assertThat(cancelled).extracting(each -> each.order().accountId()).containsExactlyInAnyOrder(1, 2);
            assertThat(cancelled).allMatch(each -> each.order().reason() == CancelReason.COUNTDOWN);
            running = second.state();
            second.closeNow();
        }
        try (StoppedNode stopped = StoppedNode.open(folder)) {
            NodeStates.assertSame(stopped.state(), running);
            NodeStates.assertSame(stopped.stateFromLog(), running);
        }
    }

    private static OrderRequest order(int accountId) {
        return OrderRequest.limit(accountId, TradingDay.INSTRUMENT, Side.BUY, 240, 1);
    }

    private static CommandOutcome accepted(CommandOutcome outcome) {
        assertThat(outcome.accepted()).as("%s", outcome.reason()).isTrue();
        return outcome;
    }

    private void watch(ExchangeClient client) {
        client.addReader((sequence, timestampNs, lastOfCommand, event) -> {
            if (event instanceof OrderCancelled order) {
                cancelled.add(new Cancelled(timestampNs, order));
            }
        });
    }

    private void awaitCancelled(ExchangeClient client, int count) {
        long deadlineNs = System.nanoTime() + PATIENCE_NS;
        while (cancelled.size() < count) {
            if (client.poll() == 0) {
                Thread.yield();
            }
            assertThat(System.nanoTime() - deadlineNs).as("nothing cancelled").isNegative();
        }
    }
}
