package org.calx.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.calx.core.clearing.Backlog;
import org.calx.core.snapshot.TextSnapshotReader;
import org.calx.core.snapshot.TextSnapshotWriter;
import org.calx.model.Currency;
import org.calx.model.OperatorCommand;
import org.calx.model.RejectReason;
import org.calx.model.Side;
import org.calx.model.VenueLimits;
import org.junit.jupiter.api.Test;

/**
 * New arrays and marks where more accounts hold than one command counts: they hold at once for every decision, and the accounts are
 * told of in bounded steps.
 */
class BacklogTest {
    private static final int ACCOUNTS = 700;
    private static final VenueLimits LIMITS = new VenueLimits(ACCOUNTS, 2, 2_048, 10, 100, 64, 16);

    /** Of one lot by the venue's first arrays, and by the new ones. */
    private static final long OLD_MICROS = 219 * TestVenue.DOLLAR;

    private static final long NEW_MICROS = 400_000 * TestVenue.DOLLAR;

    private final TestVenue venue = new TestVenue(LIMITS, ACCOUNTS, 1);

    BacklogTest() {
        for (int account = 2; account <= ACCOUNTS; account++) {
            venue.submit(1, 1, Side.SELL, 250, 1);
            venue.submit(account, 1, Side.BUY, 250, 1);
        }
        venue.log.take();
    }

    @Test
    void everyAccountIsToldInStepsOfBoundedSize() {
        setArray();
        assertThat(told()).as("in the command").isEmpty();
        int accounts = 0;
        int steps = 0;
        while (venue.exchange.nextTimerNs() != Long.MAX_VALUE) {
            List<String> told = fire();
            assertThat(told.size()).isLessThanOrEqualTo(Backlog.STEP);
            accounts += told.size();
            steps++;
        }
        assertThat(accounts).isEqualTo(ACCOUNTS);
        assertThat(steps).isGreaterThanOrEqualTo(2 * ACCOUNTS / Backlog.STEP);
        assertThat(venue.exchange.audit()).isPositive();
    }

    /**
     * A million covers two lots by the new arrays and thousands by the old ones. Selling three of the one lot held leaves two, short:
     * by the new arrays the lot held pays for one of them, by the old ones for next to nothing.
     */
    @Test
    void noOrderIsDecidedByTheOldArrays() {
        setArray();
        assertThat(venue.submit(ACCOUNTS, 1, Side.BUY, 249, 2)).isZero();
        assertThat(venue.submit(ACCOUNTS - 1, 1, Side.BUY, 249, 1)).isPositive();
        assertThat(venue.submit(ACCOUNTS - 2, 1, Side.SELL, 251, 3)).isPositive();
        assertThat(venue.exchange.audit()).isPositive();
    }

    @Test
    void anAmendmentIsDecidedByTheNewOnes() {
        long orderId = venue.submit(ACCOUNTS, 1, Side.BUY, 249, 1);
        setArray();
        venue.exchange.amendOrder(venue.next(), ACCOUNTS, orderId, 249, 2);
        assertThat(venue.lastReason()).isEqualTo(RejectReason.INSUFFICIENT_MARGIN);
        finish();
        assertThat(venue.exchange.audit()).isPositive();
    }

    /** Account 1 is short 699 lots; a mark from 2.50 to 2.60 costs it 699 × 73. */
    @Test
    void aMarkHoldsAtOnceForEveryDecision() {
        venue.exchange.setMark(venue.next(), 1, 2_500_000);
        finish();
        venue.exchange.setMark(venue.next(), 1, 2_600_000);
        assertThat(told()).isEmpty();
        long free = 1_000_000 * TestVenue.DOLLAR - 699 * (OLD_MICROS + 73 * TestVenue.DOLLAR);
        venue.exchange.operate(venue.next(), new OperatorCommand.Withdraw(1, Currency.USD, free + 1));
        assertThat(venue.lastReason()).isEqualTo(RejectReason.INSUFFICIENT_CASH);
        venue.exchange.operate(venue.next(), new OperatorCommand.Withdraw(1, Currency.USD, free));
        assertThat(venue.lastReason()).isEqualTo(RejectReason.NONE);
        assertThat(venue.exchange.audit()).isPositive();
    }

    @Test
    void anExchangeRestoredOnTheWayGoesOnAlike() {
        setArray();
        fire();
        venue.submit(ACCOUNTS, 1, Side.BUY, 249, 1);
        venue.log.take();
        TextSnapshotWriter writer = new TextSnapshotWriter();
        venue.exchange.writeTo(writer);
        EventLog log = new EventLog();
        Exchange restored = new Exchange(log.events());
        restored.readFrom(new TextSnapshotReader(writer.text()));
        while (venue.exchange.nextTimerNs() != Long.MAX_VALUE) {
            assertThat(restored.stateDigest()).isEqualTo(venue.exchange.stateDigest());
            restored.onTimer(restored.nextTimerNs());
            venue.exchange.onTimer(venue.exchange.nextTimerNs());
            assertThat(log.take()).isEqualTo(venue.log.take());
        }
        assertThat(restored.nextTimerNs()).isEqualTo(Long.MAX_VALUE);
        assertThat(restored.stateDigest()).isEqualTo(venue.exchange.stateDigest());
    }

    /** Whoever begins at an image must not be told twice, or too early, what the steps will tell. */
    @Test
    void aStateImageTellsWhatWasToldOfAccountsBehind() {
        setArray();
        venue.log.take();
        venue.exchange.tellState();
        assertThat(told()).contains("requirementChanged 2 USD " + OLD_MICROS);
        assertThat(venue.exchange.nextTimerNs()).isNotEqualTo(Long.MAX_VALUE);
    }

    private void setArray() {
        venue.exchange.setRiskArray(venue.next(), 1, 2, TestVenue.scanArray(NEW_MICROS));
    }

    private List<String> told() {
        return venue.log.takeToldEvents().stream()
                .filter(line -> line.startsWith("requirementChanged"))
                .toList();
    }

    private List<String> fire() {
        venue.exchange.onTimer(venue.exchange.nextTimerNs());
        return told();
    }

    private void finish() {
        while (venue.exchange.nextTimerNs() != Long.MAX_VALUE) {
            fire();
        }
    }
}
