package org.calx.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calx.core.clearing.ClearingRig.USD;

import org.calx.core.clearing.ClearingRig;
import org.calx.core.clearing.ClearingRig.Order;
import org.calx.model.Currency;
import org.calx.model.InstrumentSpec;
import org.calx.model.OrderType;
import org.calx.model.ProductClass;
import org.calx.model.ProductSpec;
import org.calx.model.RejectReason;
import org.calx.model.Side;
import org.calx.model.TimeInForce;
import org.junit.jupiter.api.Test;

class PreTradeRiskTest {
    private static final long NO_BID = Long.MIN_VALUE;
    private static final long NO_ASK = Long.MAX_VALUE;

    private final ClearingRig rig = ClearingRig.listed().fund(3, 10_000);

    @Test
    void quantityMustBeFromOneLotToTheLargestOrder() {
        assertThat(limit(Side.BUY, 250, 0)).isEqualTo(RejectReason.QUANTITY_NOT_POSITIVE);
        assertThat(limit(Side.BUY, 250, -1)).isEqualTo(RejectReason.QUANTITY_NOT_POSITIVE);
        assertThat(limit(Side.BUY, 250, 500)).isEqualTo(RejectReason.NONE);
        assertThat(limit(Side.BUY, 250, 501)).isEqualTo(RejectReason.QUANTITY_TOO_LARGE);
    }

    @Test
    void aMarketOrderIsImmediateAndAPostOnlyOrderRests() {
        assertThat(terms(OrderType.MARKET, TimeInForce.GOOD_TIL_CANCELLED, false))
                .isEqualTo(RejectReason.TIME_IN_FORCE_NOT_ALLOWED);
        assertThat(terms(OrderType.MARKET, TimeInForce.DAY, false)).isEqualTo(RejectReason.TIME_IN_FORCE_NOT_ALLOWED);
        assertThat(terms(OrderType.MARKET, TimeInForce.IMMEDIATE_OR_CANCEL, false))
                .isEqualTo(RejectReason.NONE);
        assertThat(terms(OrderType.MARKET, TimeInForce.FILL_OR_KILL, false)).isEqualTo(RejectReason.NONE);
        assertThat(terms(OrderType.MARKET, TimeInForce.IMMEDIATE_OR_CANCEL, true))
                .isEqualTo(RejectReason.TIME_IN_FORCE_NOT_ALLOWED);
        assertThat(terms(OrderType.LIMIT, TimeInForce.FILL_OR_KILL, true))
                .isEqualTo(RejectReason.TIME_IN_FORCE_NOT_ALLOWED);
        assertThat(terms(OrderType.LIMIT, TimeInForce.DAY, true)).isEqualTo(RejectReason.NONE);
    }

    @Test
    void thePriceBandBoundsTheAggressiveSideAlone() {
        assertThat(limit(Side.BUY, 270, 1)).isEqualTo(RejectReason.NONE);
        assertThat(limit(Side.BUY, 271, 1)).isEqualTo(RejectReason.PRICE_OUT_OF_BAND);
        assertThat(limit(Side.BUY, 1, 1)).isEqualTo(RejectReason.NONE);
        assertThat(limit(Side.SELL, 230, 1)).isEqualTo(RejectReason.NONE);
        assertThat(limit(Side.SELL, 229, 1)).isEqualTo(RejectReason.PRICE_OUT_OF_BAND);
        assertThat(limit(Side.SELL, 900, 1)).isEqualTo(RejectReason.NONE);
    }

    @Test
    void computeHasNoPriceBelowOneTickAndPowerMay() {
        assertThat(limit(Side.BUY, 0, 1)).isEqualTo(RejectReason.PRICE_OUT_OF_BAND);
        assertThat(check(4, Side.BUY, -500, 1, NO_BID, NO_ASK, 0)).isEqualTo(RejectReason.NONE);
        assertThat(limit(Side.SELL, Long.MAX_VALUE, 1)).isEqualTo(RejectReason.PRICE_OUT_OF_BAND);
        assertThat(check(4, Side.BUY, Long.MIN_VALUE, 1, NO_BID, NO_ASK, 0)).isEqualTo(RejectReason.PRICE_OUT_OF_BAND);
    }

    @Test
    void aFreshMarkIsTheReferenceThenTheMidInsideTheBandThenTheLastSettlement() {
        rig.clearing.setMark(1, 2_600_000, 5_000);
        assertThat(check(1, Side.BUY, 280, 1, 240, 250, 6_000)).isEqualTo(RejectReason.NONE);
        assertThat(check(1, Side.BUY, 281, 1, 240, 250, 6_000)).isEqualTo(RejectReason.PRICE_OUT_OF_BAND);
        assertThat(check(1, Side.BUY, 265, 1, 240, 250, 6_001)).isEqualTo(RejectReason.NONE);
        assertThat(check(1, Side.BUY, 266, 1, 240, 250, 6_001)).isEqualTo(RejectReason.PRICE_OUT_OF_BAND);
        assertThat(check(1, Side.BUY, 270, 1, 300, 310, 6_001)).isEqualTo(RejectReason.NONE);
        assertThat(check(1, Side.BUY, 271, 1, 300, 310, 6_001)).isEqualTo(RejectReason.PRICE_OUT_OF_BAND);
        assertThat(check(1, Side.BUY, 271, 1, 300, NO_ASK, 6_001)).isEqualTo(RejectReason.PRICE_OUT_OF_BAND);
    }

    @Test
    void aMarketOrderReachesProtectionFromTheBestPriceAndNoFurtherThanTheBand() {
        assertThat(rig.risk.marketLimitTicks(1, Side.BUY, NO_BID, 255, 0)).isEqualTo(265);
        assertThat(rig.risk.marketLimitTicks(1, Side.BUY, NO_BID, 262, 0)).isEqualTo(270);
        assertThat(rig.risk.marketLimitTicks(1, Side.SELL, 245, NO_ASK, 0)).isEqualTo(235);
        assertThat(rig.risk.marketLimitTicks(1, Side.SELL, 235, NO_ASK, 0)).isEqualTo(230);
    }

    /** 10,000 USD, 300 of scanning risk and 1.50 of fee a lot: 33 lots at the valuation, 26 of them 0.10 above it. */
    @Test
    void anOrderNeedsItsScanningRiskItsLossAtOnceAndItsFee() {
        assertThat(exposure(1, 1, Side.BUY, 250, 33)).isEqualTo(RejectReason.NONE);
        assertThat(exposure(1, 1, Side.BUY, 250, 34)).isEqualTo(RejectReason.INSUFFICIENT_MARGIN);
        assertThat(exposure(1, 1, Side.BUY, 260, 26)).isEqualTo(RejectReason.NONE);
        assertThat(exposure(1, 1, Side.BUY, 260, 27)).isEqualTo(RejectReason.INSUFFICIENT_MARGIN);
    }

    @Test
    void theTwoSidesOfAQuoteNeedMarginForTheLargerSideAlone() {
        rig.work(1, 1, Side.BUY, 250, 33);
        assertThat(exposure(1, 1, Side.SELL, 250, 33)).isEqualTo(RejectReason.NONE);
        rig.work(1, 1, Side.SELL, 250, 33);
        assertThat(exposure(1, 1, Side.SELL, 250, 1)).isEqualTo(RejectReason.INSUFFICIENT_MARGIN);
    }

    @Test
    void thePositionLimitCountsWhatTheOrdersCouldReach() {
        rig.fund(3, 1_000_000);
        rig.trade(1, 2, 1, 250, 400);
        rig.work(1, 1, Side.BUY, 250, 400);
        assertThat(exposure(1, 1, Side.BUY, 250, 200)).isEqualTo(RejectReason.NONE);
        assertThat(exposure(1, 1, Side.BUY, 250, 201)).isEqualTo(RejectReason.POSITION_LIMIT);
        assertThat(exposure(1, 1, Side.SELL, 250, 1_400)).isEqualTo(RejectReason.NONE);
        assertThat(exposure(1, 1, Side.SELL, 250, 1_401)).isEqualTo(RejectReason.POSITION_LIMIT);
    }

    @Test
    void anAccountUnderWaterMayReduceButNotExtend() {
        rig.trade(1, 2, 1, 250, 33);
        rig.clearing.setMark(1, 2_300_000, 1);
        assertThat(rig.freeMicros(1, Currency.USD)).isNegative();
        assertThat(exposure(1, 1, Side.BUY, 230, 1)).isEqualTo(RejectReason.INSUFFICIENT_MARGIN);
        assertThat(exposure(1, 1, Side.SELL, 230, 33)).isEqualTo(RejectReason.NONE);
        assertThat(exposure(1, 1, Side.SELL, 230, 90)).isEqualTo(RejectReason.INSUFFICIENT_MARGIN);
        assertThat(exposure(1, 4, Side.BUY, 6_000, 1)).isEqualTo(RejectReason.NONE);
    }

    /** With 33 lots long, 9,950.50 of equity is left: a sale of q lots needs 301.50 q − 9,900, so 65 fit. */
    @Test
    void theSizeThatFitsIsTheLargestThatWouldBeAccepted() {
        assertThat(rig.risk.acceptableLots(1, 1, Side.BUY, 250, 500)).isEqualTo(33);
        assertThat(rig.risk.acceptableLots(1, 1, Side.BUY, 260, 27)).isEqualTo(26);
        rig.trade(1, 2, 1, 250, 33);
        assertThat(rig.risk.acceptableLots(1, 1, Side.BUY, 250, 1)).isZero();
        assertThat(rig.risk.acceptableLots(1, 1, Side.SELL, 250, 500)).isEqualTo(65);
    }

    @Test
    void withoutRiskArrayNothingTrades() {
        rig.instruments.list(new InstrumentSpec(7, "I7", 1, 1, 30, 30, 730, 2_500_000));
        assertThat(exposure(1, 7, Side.BUY, 250, 1)).isEqualTo(RejectReason.NO_RISK_ARRAY);
        assertThat(exposure(1, 7, Side.BUY, 250, 1_001)).isEqualTo(RejectReason.POSITION_LIMIT);
    }

    @Test
    void withoutParametersNothingTrades() {
        rig.products.define(new ProductSpec(4, "A100", ProductClass.COMPUTE, 1, Currency.USD, 10_000, "GPU-hour"));
        rig.instruments.list(new InstrumentSpec(8, "I8", 4, 1, 30, 30, 730, 2_500_000));
        assertThat(check(8, Side.BUY, 250, 1, NO_BID, NO_ASK, 0)).isEqualTo(RejectReason.INSTRUMENT_NOT_TRADING);
    }

    @Test
    void askingChangesNothing() {
        exposure(1, 2, Side.BUY, 250, 5);
        rig.clearing.endCommand();
        rig.recorded.take();
        assertThat(rig.clearing.requirementMicros(1, Currency.USD)).isZero();
        rig.clearing.audit();
    }

    /** The sale gains where the account's long positions lose most, so it adds nothing but 5 possible spreads. */
    @Test
    void whatIsAskedIsWhatReservingGives() {
        rig.trade(1, 2, 1, 255, 7);
        rig.work(1, 2, Side.SELL, 248, 4);
        rig.work(1, 3, Side.BUY, 251, 2);
        long before = rig.clearing.requirementMicros(1, Currency.USD);
        long asked = rig.clearing.addedRequirementMicros(1, 3, Side.SELL, 240, 9);
        rig.work(1, 3, Side.SELL, 240, 9);
        assertThat(rig.clearing.requirementMicros(1, Currency.USD) - before)
                .isEqualTo(asked)
                .isEqualTo(5 * 40 * USD);
    }

    private RejectReason exposure(int accountId, int instrumentId, Side side, long priceTicks, long lots) {
        return rig.check(new Order(accountId, instrumentId, side, priceTicks, lots));
    }

    private RejectReason limit(Side side, long priceTicks, long lots) {
        return check(1, side, priceTicks, lots, NO_BID, NO_ASK, 0);
    }

    private RejectReason check(int instrumentId, Side side, long price, long lots, long bid, long ask, long nowNs) {
        TimeInForce tif = TimeInForce.GOOD_TIL_CANCELLED;
        return rig.risk.checkTerms(instrumentId, side, OrderType.LIMIT, tif, false, price, lots, bid, ask, nowNs);
    }

    private RejectReason terms(OrderType type, TimeInForce timeInForce, boolean postOnly) {
        return rig.risk.checkTerms(1, Side.BUY, type, timeInForce, postOnly, 250, 1, NO_BID, NO_ASK, 0);
    }
}
