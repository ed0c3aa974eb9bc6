package org.calx.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.calx.gateway.view.EventScript.ALICE;
import static org.calx.gateway.view.EventScript.BOB;
import static org.calx.gateway.view.EventScript.INSTRUMENT;
import static org.calx.gateway.view.EventScript.accepted;
import static org.calx.gateway.view.EventScript.imaged;
import static org.calx.gateway.view.EventScript.rested;
import static org.calx.gateway.view.EventScript.trade;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.CancelReason;
import org.calx.model.Currency;
import org.calx.model.JournalKind;
import org.calx.model.Side;
import org.junit.jupiter.api.Test;

class ViewsTest {
    private final Views views = new Views();
    private final EventScript script = new EventScript(views);

    private InstrumentView instrument() {
        return views.listings().bySymbol("H100-31DEC26").orElseThrow();
    }

    private long lots(Side side, long ticks) {
        return instrument().book.lotsAt(side, ticks);
    }

    private OrderView order(int account, long orderId) {
        return views.orders().find(account, orderId).orElseThrow();
    }

    @Test
    void restingOrdersMakeLevels() {
        script.opened()
                .command(accepted(1, ALICE, Side.BUY, 249, 5), rested(1, ALICE, Side.BUY, 249, 5))
                .command(accepted(2, BOB, Side.BUY, 249, 7), rested(2, BOB, Side.BUY, 249, 7));
        assertThat(lots(Side.BUY, 249)).isEqualTo(12);
        assertThat(instrument().book.changeId()).isEqualTo(script.sequence());
    }

    @Test
    void aTradeTakesFromTheBookAndTellsBothSides() {
        script.opened()
                .command(accepted(1, ALICE, Side.SELL, 251, 5), rested(1, ALICE, Side.SELL, 251, 5))
                .command(accepted(2, BOB, Side.BUY, 252, 3), trade(9, 251, 3, Side.BUY, 2, 0, 1, 2));
        assertThat(lots(Side.SELL, 251)).isEqualTo(2);
        assertThat(order(ALICE, 1).state()).isEqualTo(OrderState.OPEN);
        assertThat(order(BOB, 2).state()).isEqualTo(OrderState.FILLED);
        assertThat(order(BOB, 2).filledCostTicks()).isEqualTo(753);
        UserTrade bobs = views.accounts().get(BOB).tradesNewestFirst().next();
        UserTrade alices = views.accounts().get(ALICE).tradesNewestFirst().next();
        assertThat(bobs.aggressor()).isTrue();
        assertThat(bobs.feeMicros()).isEqualTo(2);
        assertThat(alices.aggressor()).isFalse();
        assertThat(alices.side()).isEqualTo(Side.SELL);
        assertThat(alices.remainingLots()).isEqualTo(2);
    }

    @Test
    void aFilledRestingOrderLeavesTheBook() {
        script.opened()
                .command(accepted(1, ALICE, Side.SELL, 251, 5), rested(1, ALICE, Side.SELL, 251, 5))
                .command(
                        accepted(2, BOB, Side.BUY, 251, 8),
                        trade(9, 251, 5, Side.BUY, 2, 3, 1, 0),
                        rested(2, BOB, Side.BUY, 251, 3));
        assertThat(instrument().book.levels(Side.SELL)).isEmpty();
        assertThat(lots(Side.BUY, 251)).isEqualTo(3);
        assertThat(views.accounts().get(ALICE).openOrders()).isEmpty();
    }

    @Test
    void anAmendmentThatKeepsItsPlaceChangesTheLevelAtOnce() {
        script.opened()
                .command(accepted(1, ALICE, Side.BUY, 249, 5), rested(1, ALICE, Side.BUY, 249, 5))
                .command(new ExchangeEvent.OrderAmended(1, ALICE, INSTRUMENT, Side.BUY, 249, 3, 3, true));
        assertThat(lots(Side.BUY, 249)).isEqualTo(3);
    }

    @Test
    void anAmendmentThatLosesItsPlaceIsOutUntilItRests() {
        script.opened().command(accepted(1, ALICE, Side.BUY, 249, 5), rested(1, ALICE, Side.BUY, 249, 5));
        script.command(
                new ExchangeEvent.OrderAmended(1, ALICE, INSTRUMENT, Side.BUY, 250, 6, 6, false),
                rested(1, ALICE, Side.BUY, 250, 6));
        assertThat(lots(Side.BUY, 249)).isZero();
        assertThat(lots(Side.BUY, 250)).isEqualTo(6);
    }

    @Test
    void aMassCancellationIsCounted() {
        script.opened();
        for (long id = 1; id <= 3; id++) {
            script.command(accepted(id, ALICE, Side.BUY, 249, 5), rested(id, ALICE, Side.BUY, 249, 5));
        }
        ExchangeEvent[] cancelled = new ExchangeEvent[3];
        for (int i = 0; i < 3; i++) {
            cancelled[i] = new ExchangeEvent.OrderCancelled(
                    i + 1, ALICE, INSTRUMENT, Side.BUY, 249, 5, CancelReason.MASS_CANCEL);
        }
        script.command(cancelled);
        assertThat(instrument().book.levels(Side.BUY)).isEmpty();
        assertThat(views.accounts().get(ALICE).massCancelled(script.sequence())).isEqualTo(3);
        assertThat(order(ALICE, 2).cancelReason()).isEqualTo(CancelReason.MASS_CANCEL);
    }

    @Test
    void onlyWhatChangedOnBalanceIsTold() {
        List<LevelChange> told = new ArrayList<>();
        script.opened();
        views.setListener(changes -> told.addAll(changes.levelsOf(instrument())));
        script.command(accepted(1, ALICE, Side.BUY, 249, 5), rested(1, ALICE, Side.BUY, 249, 5));
        assertThat(told).containsExactly(new LevelChange(Side.BUY, 249, 0, 5));
        told.clear();
        long before = instrument().book.changeId();
        script.command(
                new ExchangeEvent.OrderCancelled(1, ALICE, INSTRUMENT, Side.BUY, 249, 5, CancelReason.REQUESTED),
                accepted(2, ALICE, Side.BUY, 249, 5),
                rested(2, ALICE, Side.BUY, 249, 5));
        assertThat(told).isEmpty();
        assertThat(instrument().book.changeId()).isEqualTo(before);
    }

    @Test
    void equityIsCashAndWhatPositionsGained() {
        script.opened()
                .command(
                        new ExchangeEvent.Posted(1, JournalKind.DEPOSIT, -1, ALICE, Currency.USD, 1_000, -1_000, 1_000),
                        new ExchangeEvent.MarkSet(INSTRUMENT, 2_600_000),
                        new ExchangeEvent.PositionChanged(ALICE, INSTRUMENT, -2, -2 * 730 * 2_500_000L));
        AccountView alice = views.accounts().get(ALICE);
        assertThat(alice.balanceMicros(Currency.USD)).isEqualTo(1_000);
        assertThat(alice.floatingMicros(Currency.USD)).isEqualTo(-2 * 730 * 100_000L);
        assertThat(alice.position(instrument()).averagePriceMicros()).isEqualTo(2_500_000);
    }

    @Test
    void openInterestIsTheSumOfLongPositions() {
        script.opened()
                .command(
                        new ExchangeEvent.PositionChanged(ALICE, INSTRUMENT, -3, 0),
                        new ExchangeEvent.PositionChanged(BOB, INSTRUMENT, 3, 0));
        assertThat(instrument().openInterestLots()).isEqualTo(3);
        script.command(
                new ExchangeEvent.PositionChanged(ALICE, INSTRUMENT, 1, 0),
                new ExchangeEvent.PositionChanged(BOB, INSTRUMENT, -1, 0));
        assertThat(instrument().openInterestLots()).isEqualTo(1);
    }

    @Test
    void dayStatsForgetWhatIsOlderThanADay() {
        script.opened()
                .command(accepted(1, ALICE, Side.SELL, 251, 9), rested(1, ALICE, Side.SELL, 251, 9))
                .command(accepted(2, BOB, Side.BUY, 251, 1), trade(1, 251, 1, Side.BUY, 2, 0, 1, 8))
                .later(86_000)
                .command(accepted(3, BOB, Side.BUY, 251, 2), trade(2, 251, 2, Side.BUY, 3, 0, 1, 6));
        assertThat(instrument().dayStats(script.nowNs()).volumeLots()).isEqualTo(3);
        script.later(1_000);
        assertThat(instrument().dayStats(script.nowNs()).volumeLots()).isEqualTo(2);
    }

    @Test
    void aReaderThatBeginsInTheMiddleAsksForAnImageAndStartsThere() {
        AtomicInteger asked = new AtomicInteger();
        views.setImageRequest(asked::incrementAndGet);
        script.command(new ExchangeEvent.MarkSet(77, 1)).command(new ExchangeEvent.MarkSet(78, 1));
        assertThat(asked).hasValue(1);
        script.command(new ExchangeEvent.ImageBegin(1));
        script.command(accepted(5, ALICE, Side.BUY, 248, 1), rested(5, ALICE, Side.BUY, 248, 1));
        assertThat(views.isReady()).isFalse();
        script.reference()
                .command(accepted(6, BOB, Side.BUY, 247, 4), rested(6, BOB, Side.BUY, 247, 4))
                .command(imaged(5, ALICE, Side.BUY, 248, 3, 1), imaged(6, BOB, Side.BUY, 247, 4, 4))
                .command(new ExchangeEvent.ImageEnd(1));
        assertThat(views.isReady()).isTrue();
        assertThat(lots(Side.BUY, 248)).isEqualTo(1);
        assertThat(lots(Side.BUY, 247)).isEqualTo(4);
        assertThat(order(ALICE, 5).filledLots()).isEqualTo(2);
    }

    @Test
    void anUnknownInstrumentStopsAReaderThatKnowsEverything() {
        script.opened();
        assertThatThrownBy(() -> script.command(new ExchangeEvent.MarkSet(77, 1)))
                .hasMessageContaining("unknown instrument 77");
    }
}
