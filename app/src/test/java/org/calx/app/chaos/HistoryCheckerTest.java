package org.calx.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.calx.api.event.ExchangeEvent;
import org.calx.app.chaos.OrderNote.Fate;
import org.calx.model.Currency;
import org.calx.model.JournalKind;
import org.calx.model.OrderType;
import org.calx.model.RejectReason;
import org.calx.model.ShortText;
import org.calx.model.Side;
import org.calx.model.TimeInForce;
import org.junit.jupiter.api.Test;

class HistoryCheckerTest {
    private static final int ACCOUNT = 7;

    private final HistoryChecker checker = new HistoryChecker();
    private final StreamRecord log = new StreamRecord();
    private long sequence;

    @Test
    void findsNothingWrongWithAnOrderThatIsInTheLogOnce() {
        accept(11, "a");
        check(new OrderNote(ACCOUNT, "a", Fate.ACKNOWLEDGED, 11, true));
        check(new OrderNote(ACCOUNT, "b", Fate.REFUSED, 0, false));
        assertThat(checker.findings()).isEmpty();
    }

    @Test
    void findsAnAcknowledgedOrderThatIsNotInTheLog() {
        check(new OrderNote(ACCOUNT, "a", Fate.ACKNOWLEDGED, 11, false));
        assertThat(checker.findings()).singleElement().asString().contains("a was acknowledged as order 11");
    }

    @Test
    void findsAnOrderThatIsInTheLogTwice() {
        accept(11, "a");
        accept(12, "a");
        check(new OrderNote(ACCOUNT, "a", Fate.ACKNOWLEDGED, 11, true));
        assertThat(checker.findings()).singleElement().asString().contains("[11, 12]");
    }

    @Test
    void findsARefusedOrderThatIsInTheLog() {
        accept(11, "a");
        check(new OrderNote(ACCOUNT, "a", Fate.REFUSED, 0, false));
        assertThat(checker.findings()).singleElement().asString().contains("a was refused");
    }

    @Test
    void findsACommandThatWasDoneTwice() {
        emit(new ExchangeEvent.CommandResult(2, 1, 5, RejectReason.NONE, 0, false));
        emit(new ExchangeEvent.CommandResult(2, 1, 5, RejectReason.NONE, 0, true));
        assertThat(log.faults()).isEmpty();
        emit(new ExchangeEvent.CommandResult(2, 1, 5, RejectReason.NONE, 0, false));
        assertThat(log.faults()).singleElement().asString().contains("was done twice");
    }

    @Test
    void findsAGapInTheStream() {
        sequence++;
        accept(11, "a");
        assertThat(log.faults()).singleElement().asString().contains("event 2 follows 0");
    }

    @Test
    void findsMoneyThatNoEntryMoved() {
        emit(new ExchangeEvent.Posted(1, JournalKind.values()[0], -1, ACCOUNT, Currency.USD, 100, -100, 100));
        assertThat(log.faults()).isEmpty();
        emit(new ExchangeEvent.Posted(2, JournalKind.values()[0], -1, ACCOUNT, Currency.USD, 50, -150, 151));
        assertThat(log.faults()).singleElement().asString().contains("leaves account 7 with 151");
    }

    @Test
    void findsAPositionThatNoFillExplains() {
        emit(new ExchangeEvent.PositionChanged(ACCOUNT, 1, 3, 0));
        assertThat(log.faults()).singleElement().asString().contains("is 3 lots, the fills make 0");
    }

    @Test
    void findsMembersWhoseStreamsDiffer() {
        StreamRecord other = new StreamRecord();
        accept(11, "a");
        other.onEvent(1, 9, true, new ExchangeEvent.AccountOpened(1, "another"));
        checker.compare(Map.of("member-0", log));
        assertThat(checker.findings()).isEmpty();
        checker.compare(Map.of("member-0", log, "member-1", other));
        assertThat(checker.findings()).singleElement().asString().contains("another content");
    }

    @Test
    void findsAGatewayThatTellsAnotherPosition() {
        checker.checkPositions(ACCOUNT, Map.of(), log);
        assertThat(checker.findings()).isEmpty();
        checker.checkPositions(ACCOUNT, Map.of("H100", 1L), log);
        assertThat(checker.findings()).hasSize(1);
    }

    private void check(OrderNote note) {
        checker.check(List.of(note), log);
    }

    private void accept(long orderId, String own) {
        emit(new ExchangeEvent.OrderAccepted(
                orderId,
                ACCOUNT,
                1,
                Side.BUY,
                OrderType.LIMIT,
                TimeInForce.DAY,
                false,
                250,
                1,
                ShortText.high(own),
                ShortText.low(own),
                0,
                0));
    }

    private void emit(ExchangeEvent event) {
        log.onEvent(++sequence, 9, true, event);
    }
}
