package org.calx.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calx.core.clearing.ClearingRig.FIRST_DAY;
import static org.calx.core.clearing.ClearingRig.USD;

import org.calx.core.clearing.ClearingRig;
import org.calx.core.clearing.HouseAccount;
import org.calx.model.Currency;
import org.calx.model.MarketPhase;
import org.calx.model.RejectReason;
import org.calx.model.SettlementTier;
import org.calx.model.Side;
import org.junit.jupiter.api.Test;

class DailySettlementTest {
    private static final long NO_BID = Long.MIN_VALUE;
    private static final long NO_ASK = Long.MAX_VALUE;
    private static final long FRESH = 1_000;
    private static final long STALE = 1_001;

    private final ClearingRig rig = ClearingRig.listed().fund(3, 10_000);

    @Test
    void theWindowsAverageComesFirst() {
        rig.instruments.prices().addClosingTrade(1, 251, 4);
        rig.instruments.prices().addClosingTrade(1, 252, 6);
        settle(NO_BID, NO_ASK, 0);
        assertThat(settled()).isEqualTo(2_516_000);
        assertThat(tier()).isEqualTo(SettlementTier.VOLUME_WEIGHTED);
    }

    @Test
    void theAverageIsRoundedHalfUpToMicros() {
        rig.instruments.prices().addClosingTrade(1, 250, 2);
        rig.instruments.prices().addClosingTrade(1, 251, 13);
        settle(NO_BID, NO_ASK, 0);
        assertThat(settled()).isEqualTo(2_508_667);
    }

    @Test
    void tooLittleVolumeFallsToTheMidOfANarrowBook() {
        rig.instruments.prices().addClosingTrade(1, 280, 9);
        settle(249, 252, 0);
        assertThat(settled()).isEqualTo(2_505_000);
        assertThat(tier()).isEqualTo(SettlementTier.BOOK_MID);
    }

    @Test
    void aWideBookFallsToTheFreshMark() {
        rig.clearing.setMark(1, 2_540_000, 0);
        settle(248, 253, FRESH);
        assertThat(settled()).isEqualTo(2_540_000);
        assertThat(tier()).isEqualTo(SettlementTier.MARK);
    }

    @Test
    void aStaleMarkFallsToThePreviousPrice() {
        rig.clearing.setMark(1, 2_540_000, 0);
        settle(NO_BID, 250, STALE);
        assertThat(settled()).isEqualTo(2_500_000);
        assertThat(tier()).isEqualTo(SettlementTier.PREVIOUS);
    }

    @Test
    void tradesOfOneDaysWindowDoNotCountOnTheNext() {
        rig.instruments.prices().addClosingTrade(1, 260, 50);
        settle(NO_BID, NO_ASK, 0);
        rig.closeOn(FIRST_DAY + 1);
        rig.daily.settle(1, FIRST_DAY + 1, 249, 251, 0);
        assertThat(settled()).isEqualTo(2_500_000);
        assertThat(tier()).isEqualTo(SettlementTier.BOOK_MID);
    }

    /** 2 lots bought at 2.60, settled at 2.505: 2 × 730 × 0.095 = 138.70 USD. */
    @Test
    void variationMovesFromLoserToWinnerThroughTheClearingAccount() {
        rig.trade(2, 1, 1, 260, 2);
        rig.recorded.take();
        settle(250, 251, 0);
        assertThat(rig.recorded.take())
                .containsExactly(
                        "settlementPriceSet 1 20758 2505000 BOOK_MID",
                        "posted 9 VARIATION -2 1 USD 138700000 -138700000 10137200000",
                        "positionChanged 1 1 -2 -3657300000",
                        "posted 10 VARIATION 2 -2 USD 138700000 9858300000 0",
                        "positionChanged 2 1 2 3657300000",
                        "valuationSet 1 2505000");
        assertThat(rig.clearing.balanceMicros(HouseAccount.CLEARING, Currency.USD))
                .isZero();
        rig.clearing.audit();
    }

    @Test
    void aPositionClosedDuringTheDayIsPaidItsGain() {
        rig.trade(2, 1, 1, 250, 3);
        rig.trade(3, 2, 1, 252, 3);
        settle(NO_BID, NO_ASK, 0);
        assertThat(rig.clearing.balanceMicros(2, Currency.USD))
                .isEqualTo(10_000 * USD + 3 * 14_600_000 - 4_500_000 - 2_250_000);
        assertThat(rig.clearing.openValueMicros(2, 1)).isZero();
    }

    @Test
    void settlingTheSameDateAgainDoesNothing() {
        rig.trade(2, 1, 1, 260, 2);
        settle(250, 251, 0);
        rig.recorded.take();
        assertThat(rig.daily.check(1, FIRST_DAY)).isEqualTo(RejectReason.NONE);
        assertThat(rig.daily.isSettled(1, FIRST_DAY)).isTrue();
        settle(270, 271, 0);
        assertThat(rig.recorded.take()).isEmpty();
        assertThat(settled()).isEqualTo(2_505_000);
    }

    @Test
    void withAFreshMarkSettlementLeavesEquityAlone() {
        rig.clearing.setMark(1, 2_550_000, 0);
        rig.trade(2, 1, 1, 260, 2);
        long before = rig.clearing.equityMicros(2, Currency.USD);
        settle(250, 251, FRESH);
        assertThat(rig.clearing.equityMicros(2, Currency.USD)).isEqualTo(before);
    }

    @Test
    void withoutAFreshMarkTheSettlementPriceIsTheValuation() {
        rig.clearing.setMark(1, 2_550_000, 0);
        rig.work(3, 1, Side.BUY, 260, 1);
        settle(250, 251, STALE);
        assertThat(rig.instruments.prices().valuationMicros(1)).isEqualTo(2_505_000);
        rig.clearing.audit();
    }

    @Test
    void theDateIsTheMarketsAndTheMarketIsClosed() {
        assertThat(rig.daily.check(9, FIRST_DAY)).isEqualTo(RejectReason.UNKNOWN_INSTRUMENT);
        assertThat(rig.daily.check(1, FIRST_DAY + 1)).isEqualTo(RejectReason.WRONG_BUSINESS_DATE);
        rig.markets.setPhase(1, FIRST_DAY, MarketPhase.CLOSING);
        assertThat(rig.daily.check(1, FIRST_DAY)).isEqualTo(RejectReason.WRONG_PHASE);
        rig.instruments.expire(1);
        rig.closeOn(FIRST_DAY);
        assertThat(rig.daily.check(1, FIRST_DAY)).isEqualTo(RejectReason.INSTRUMENT_EXPIRED);
    }

    @Test
    void aMarketIsSettledWhenEveryInstrumentThatTradesIs() {
        rig.trade(1, 2, 1, 250, 1);
        rig.work(3, 6, Side.BUY, 250, 1);
        rig.daily.settle(1, FIRST_DAY, NO_BID, NO_ASK, 0);
        assertThat(rig.daily.isMarketSettled(1, FIRST_DAY)).isFalse();
        rig.daily.settle(6, FIRST_DAY, NO_BID, NO_ASK, 0);
        assertThat(rig.daily.isMarketSettled(1, FIRST_DAY)).isTrue();
        assertThat(rig.daily.isMarketSettled(1, FIRST_DAY + 1)).isFalse();
    }

    @Test
    void anInstrumentListedAfterTheCloseDoesNotHoldUpTheNextDay() {
        assertThat(rig.daily.isMarketSettled(1, FIRST_DAY)).isTrue();
    }

    private void settle(long bid, long ask, long nowNs) {
        rig.daily.settle(1, FIRST_DAY, bid, ask, nowNs);
    }

    private long settled() {
        return rig.instruments.prices().settlementMicros(1);
    }

    private SettlementTier tier() {
        return rig.instruments.prices().settlementTier(1);
    }
}
