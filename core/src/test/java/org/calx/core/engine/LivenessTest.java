package org.calx.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.calx.core.liveness.Periods;
import org.calx.core.liveness.Sessions;
import org.calx.core.snapshot.TextSnapshotReader;
import org.calx.core.snapshot.TextSnapshotWriter;
import org.calx.model.RejectReason;
import org.calx.model.SenderRole;
import org.calx.model.SessionEnd;
import org.calx.model.Side;
import org.calx.model.VenueLimits;
import org.junit.jupiter.api.Test;

/** Sessions and countdowns at their limits; what they do otherwise is in the golden logs. */
class LivenessTest {
    private static final int GATEWAY = 7;
    private static final int ALICE = 1;
    private static final int BOB = 2;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final VenueLimits LIMITS = new VenueLimits(8, 4, 2_048, 1_000, 100, 64, 16);

    private final TestVenue venue = new TestVenue(LIMITS, 2, 1);
    private final CommandHeader header = new CommandHeader();
    private long nowNs = SECOND_NS;
    private long sequence;

    LivenessTest() {
        venue.exchange.operate(
                venue.next(), new org.calx.model.OperatorCommand.RegisterSender(GATEWAY, SenderRole.GATEWAY, 0));
        venue.log.take();
    }

    @Test
    void ordersAreCancelledInStepsOldestFirst() {
        open(ALICE, 1, 0);
        enter(ALICE, 1, 600);
        endSession(1, SessionEnd.CLOSED);
        assertThat(cancelled(venue.takeEvents())).isEqualTo(LivenessDesk.STEP);
        assertThat(venue.exchange.nextTimerNs()).isEqualTo(nowNs);
        assertThat(cancelled(fire())).isEqualTo(LivenessDesk.STEP);
        List<String> last = fire();
        assertThat(cancelled(last)).isEqualTo(600 - 2 * LivenessDesk.STEP);
        assertThat(last.getLast()).isEqualTo("timerFired " + (600 - 2 * LivenessDesk.STEP));
        assertThat(venue.exchange.nextTimerNs()).isEqualTo(Long.MAX_VALUE);
        assertThat(venue.exchange.audit()).isPositive();
    }

    @Test
    void whatIsEnteredWhileACountdownsOrdersAreCancelledIsSpared() {
        enter(ALICE, 0, 300);
        countdown(ALICE, Periods.MIN_COUNTDOWN_NS);
        nowNs += Periods.MIN_COUNTDOWN_NS;
        assertThat(cancelled(fire())).isEqualTo(LivenessDesk.STEP - 1);
        enter(ALICE, 0, 5);
        assertThat(cancelled(fire())).isEqualTo(300 - LivenessDesk.STEP + 1);
        assertThat(fire()).isEmpty();
        countdown(ALICE, Periods.MIN_COUNTDOWN_NS);
        nowNs += Periods.MIN_COUNTDOWN_NS;
        assertThat(cancelled(fire())).isEqualTo(5);
    }

    @Test
    void aTimerThatFiresTooEarlyOrForNothingSaysNothing() {
        enter(ALICE, 0, 1);
        countdown(ALICE, 2 * SECOND_NS);
        nowNs += SECOND_NS;
        assertThat(fire()).isEmpty();
        countdown(ALICE, 2 * SECOND_NS);
        nowNs += SECOND_NS + 1;
        assertThat(fire()).isEmpty();
        nowNs += SECOND_NS;
        assertThat(cancelled(fire())).isEqualTo(1);
    }

    @Test
    void aNewLeaderLetsEveryPeriodBeginAnew() {
        open(ALICE, 1, 3 * SECOND_NS);
        open(BOB, 2, 3 * SECOND_NS);
        enter(ALICE, 1, 1);
        enter(BOB, 2, 1);
        countdown(BOB, 4 * SECOND_NS);
        endSession(1, SessionEnd.DROPPED);
        nowNs += 2 * SECOND_NS;
        venue.exchange.onNewLeader(nowNs);
        long newLeaderNs = nowNs;
        venue.log.take();
        assertThat(venue.exchange.nextTimerNs()).isEqualTo(newLeaderNs + 3 * SECOND_NS);
        nowNs = newLeaderNs + 4 * SECOND_NS - 1;
        assertThat(fire()).anyMatch(event -> event.matches("orderCancelled .* 1 1 .* DISCONNECTED"));
        assertThat(venue.exchange.nextTimerNs()).isEqualTo(newLeaderNs + 4 * SECOND_NS);
        nowNs++;
        assertThat(fire()).anyMatch(event -> event.matches("orderCancelled .* 2 1 .* COUNTDOWN"));
        assertThat(venue.exchange.nextTimerNs()).isEqualTo(newLeaderNs + Periods.SILENCE_NS);
    }

    @Test
    void aNewLeaderBringsNothingForward() {
        open(ALICE, 1, 0);
        countdown(ALICE, 20 * SECOND_NS);
        long dueNs = nowNs + Periods.SILENCE_NS;
        venue.exchange.onNewLeader(nowNs - 5 * SECOND_NS);
        assertThat(venue.exchange.nextTimerNs()).isBetween(dueNs - 10, dueNs);
    }

    @Test
    void asManySessionsAsAreAllowedCanBeOpened() {
        for (int number = 1; number <= Sessions.CAPACITY; number++) {
            open(ALICE, number, 0);
        }
        openSession(ALICE, Sessions.CAPACITY + 1, 0);
        assertThat(venue.lastReason()).isEqualTo(RejectReason.TOO_MANY_SESSIONS);
        openSession(ALICE, 5, 0);
        assertThat(venue.lastReason()).isEqualTo(RejectReason.ALREADY_DEFINED);
        endSession(5, SessionEnd.DISABLED);
        open(ALICE, Sessions.CAPACITY + 1, 0);
        nowNs += Periods.SILENCE_NS;
        int steps = 0;
        while (venue.exchange.nextTimerNs() <= nowNs) {
            assertThat(fire()).hasSizeLessThanOrEqualTo(LivenessDesk.STEP + 1);
            steps++;
        }
        assertThat(steps).isEqualTo(Sessions.CAPACITY / LivenessDesk.STEP + 1);
        open(ALICE, 5, 0);
    }

    @Test
    void aSnapshotBetweenTwoStepsChangesNothing() {
        open(ALICE, 1, 0);
        enter(ALICE, 1, 300);
        open(BOB, 2, SECOND_NS);
        enter(BOB, 2, 3);
        endSession(2, SessionEnd.DROPPED);
        countdown(BOB, 30 * SECOND_NS);
        endSession(1, SessionEnd.CLOSED);
        EventLog log = new EventLog();
        Exchange restored = restored(log);
        venue.log.take();
        log.take();
        for (nowNs += SECOND_NS; nowNs < 40 * SECOND_NS; nowNs += SECOND_NS) {
            assertThat(restored.nextTimerNs()).isEqualTo(venue.exchange.nextTimerNs());
            venue.exchange.onTimer(nowNs);
            restored.onTimer(nowNs);
            assertThat(log.take()).isEqualTo(venue.log.take());
            assertThat(restored.stateDigest()).isEqualTo(venue.exchange.stateDigest());
        }
    }

    private Exchange restored(EventLog log) {
        TextSnapshotWriter writer = new TextSnapshotWriter();
        venue.exchange.writeTo(writer);
        Exchange restored = new Exchange(log.events());
        restored.readFrom(new TextSnapshotReader(writer.text()));
        return restored;
    }

    private void open(int accountId, long number, long graceNs) {
        openSession(accountId, number, graceNs);
        assertThat(venue.lastReason()).isEqualTo(RejectReason.NONE);
    }

    private void openSession(int accountId, long number, long graceNs) {
        venue.exchange.openSession(next(), accountId, number, graceNs);
    }

    private void endSession(long number, SessionEnd how) {
        venue.log.take();
        venue.exchange.endSession(next(), number, how);
    }

    private void countdown(int accountId, long durationNs) {
        venue.exchange.cancelAllAfter(next(), accountId, durationNs);
        assertThat(venue.lastReason()).isEqualTo(RejectReason.NONE);
    }

    private void enter(int accountId, long sessionNumber, int orders) {
        for (int i = 0; i < orders; i++) {
            OrderEntry order = venue.limit(accountId, 1, Side.BUY, 240, 1);
            order.sessionNumber = sessionNumber;
            venue.exchange.submitOrder(next(), order);
            assertThat(venue.lastReason()).isEqualTo(RejectReason.NONE);
        }
    }

    private List<String> fire() {
        venue.log.take();
        venue.exchange.onTimer(nowNs);
        return venue.log.takeToldEvents();
    }

    private static long cancelled(List<String> events) {
        return events.stream()
                .filter(event -> event.startsWith("orderCancelled "))
                .count();
    }

    private CommandHeader next() {
        return header.set(GATEWAY, 1, ++sequence, ++nowNs);
    }
}
