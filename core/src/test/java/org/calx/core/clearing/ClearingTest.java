package org.calx.core.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.calx.core.clearing.ClearingRig.USD;

import org.calx.core.clearing.ClearingRig.Order;
import org.calx.margin.ScenarioArray;
import org.calx.model.Currency;
import org.calx.model.RejectReason;
import org.calx.model.Side;
import org.junit.jupiter.api.Test;

class ClearingTest {
    private final ClearingRig rig = ClearingRig.listed().fund(3, 10_000);
    private final Clearing clearing = rig.clearing;

    ClearingTest() {
        clearing.setMark(1, 2_500_000, 0);
        rig.recorded.take();
    }

    @Test
    void aFillMovesPositionsAndFeesOfBothSides() {
        Order resting = rig.work(1, 1, Side.SELL, 260, 3);
        rig.fillResting(resting, 2, 2);
        assertThat(rig.recorded.take())
                .containsExactly(
                        "positionChanged 2 1 2 3796000000",
                        "posted 7 TRADING_FEE 2 -3 USD 3000000 9997000000 3000000",
                        "positionChanged 1 1 -2 -3796000000",
                        "posted 8 TRADING_FEE 1 -3 USD 1500000 9998500000 4500000");
        assertThat(clearing.openLots(1, 1, Side.SELL)).isEqualTo(1);
        clearing.audit();
    }

    /** A buy at 2.60 against 2.50 loses 73 USD a lot at once, and 1.50 of fee. */
    @Test
    void aFillBeyondTheMarkCostsTheDifferenceAtOnce() {
        rig.trade(2, 1, 1, 260, 1);
        assertThat(clearing.equityMicros(2, Currency.USD)).isEqualTo((10_000 - 73) * USD - 1_500_000);
        assertThat(clearing.equityMicros(1, Currency.USD)).isEqualTo((10_000 + 73) * USD - 750_000);
    }

    @Test
    void oneTickOfOneLotIsWorth7Point30() {
        rig.trade(2, 1, 1, 250, 1);
        long before = clearing.equityMicros(2, Currency.USD);
        clearing.setMark(1, 2_510_000, 1);
        assertThat(clearing.equityMicros(2, Currency.USD) - before).isEqualTo(7_300_000);
    }

    @Test
    void aRebateIsPaidByTheHouse() {
        ClearingRig.accept(clearing.rules().setParameters(ClearingRig.parameters(1, -200_000, 500_000)));
        rig.trade(2, 1, 1, 250, 4);
        assertThat(clearing.balanceMicros(1, Currency.USD)).isEqualTo(10_000 * USD + 800_000);
        assertThat(clearing.balanceMicros(HouseAccount.FEES, Currency.USD)).isEqualTo(2_000_000 - 800_000);
        clearing.audit();
    }

    @Test
    void whatIsRequiredIsToldOnceAtTheEndOfTheCommand() {
        rig.work(1, 1, Side.BUY, 250, 2);
        rig.work(1, 1, Side.BUY, 250, 1);
        clearing.endCommand();
        assertThat(rig.recorded.take()).containsExactly("requirementChanged 1 USD " + (3 * 300 * USD + 3 * 1_500_000));
        clearing.endCommand();
        assertThat(rig.recorded.take()).isEmpty();
    }

    @Test
    void aMarkChangesWhatWorkingOrdersReserve() {
        rig.work(1, 1, Side.BUY, 260, 10);
        assertThat(clearing.requirementMicros(1, Currency.USD)).isEqualTo(10 * (300 + 73) * USD + 15_000_000);
        clearing.setMark(1, 2_600_000, 1);
        assertThat(clearing.requirementMicros(1, Currency.USD)).isEqualTo(10 * 300 * USD + 15_000_000);
        clearing.endCommand();
        assertThat(rig.recorded.take())
                .containsExactly("markSet 1 2600000", "requirementChanged 1 USD " + (10 * 300 * USD + 15_000_000));
        clearing.audit();
    }

    @Test
    void aRiskArrayChangesWhatPositionsAndOrdersRequire() {
        rig.trade(2, 1, 1, 250, 2);
        rig.work(2, 1, Side.BUY, 250, 1);
        clearing.setRiskArray(1, 2, ScenarioArray.ofFuture(500 * USD));
        assertThat(clearing.requirementMicros(2, Currency.USD)).isEqualTo(3 * 500 * USD + 1_500_000);
        assertThat(clearing.requirementMicros(1, Currency.USD)).isEqualTo(2 * 500 * USD);
        clearing.audit();
    }

    @Test
    void anOlderRiskArrayIsRefused() {
        assertThat(clearing.setRiskArray(1, 1, ScenarioArray.ofFuture(1))).isEqualTo(RejectReason.INVALID_PARAMETER);
        assertThat(clearing.setRiskArray(9, 1, ScenarioArray.ofFuture(1))).isEqualTo(RejectReason.UNKNOWN_INSTRUMENT);
    }

    @Test
    void aMarkFarFromTheLastSettlementIsRefused() {
        assertThat(clearing.setMark(1, 2_500_000 + 200 * 10_000, 1)).isEqualTo(RejectReason.NONE);
        assertThat(clearing.setMark(1, 2_500_000 + 201 * 10_000, 1)).isEqualTo(RejectReason.PRICE_OUT_OF_BAND);
        assertThat(clearing.setMark(1, Long.MAX_VALUE, 1)).isEqualTo(RejectReason.PRICE_OUT_OF_BAND);
        assertThat(clearing.setMark(1, Long.MIN_VALUE, 1)).isEqualTo(RejectReason.PRICE_OUT_OF_BAND);
    }

    @Test
    void aCalendarPositionIsChargedAlthoughItsScanningLossIsNothing() {
        rig.trade(2, 1, 1, 250, 5);
        rig.trade(1, 2, 2, 250, 5);
        assertThat(clearing.requirementMicros(2, Currency.USD)).isEqualTo(5 * 40 * USD);
        clearing.audit();
    }

    @Test
    void moneyLeavesOnlyAsFarAsNothingNeedsIt() {
        rig.work(1, 1, Side.BUY, 250, 10);
        assertThat(clearing.withdraw(1, Currency.USD, 7_000 * USD)).isEqualTo(RejectReason.INSUFFICIENT_CASH);
        assertThat(clearing.withdraw(1, Currency.USD, 6_985 * USD)).isEqualTo(RejectReason.NONE);
        assertThat(clearing.withdraw(1, Currency.USD, 1)).isEqualTo(RejectReason.INSUFFICIENT_CASH);
    }

    @Test
    void unrealisedGainsAreNotPaidOut() {
        rig.trade(2, 1, 1, 250, 10);
        clearing.setMark(1, 4_000_000, 1);
        assertThat(rig.freeMicros(2, Currency.USD)).isGreaterThan(10_000 * USD);
        assertThat(clearing.withdraw(2, Currency.USD, 10_000 * USD)).isEqualTo(RejectReason.INSUFFICIENT_CASH);
    }

    @Test
    void depositsAreBounded() {
        assertThat(clearing.deposit(1, Currency.USD, 0)).isEqualTo(RejectReason.INVALID_PARAMETER);
        assertThat(clearing.deposit(1, Currency.USD, -5)).isEqualTo(RejectReason.INVALID_PARAMETER);
        assertThat(clearing.deposit(1, Currency.USD, Long.MAX_VALUE)).isEqualTo(RejectReason.INVALID_PARAMETER);
    }

    @Test
    void releasingWhatWasNeverReservedIsABrokenInvariant() {
        rig.work(1, 1, Side.BUY, 250, 1);
        assertThatThrownBy(() -> clearing.release(1, 1, Side.BUY, 250, 2)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theAuditNoticesAnOrderThatIsNotReserved() {
        rig.work(1, 1, Side.BUY, 250, 1);
        rig.orders.clear();
        assertThatThrownBy(clearing::audit)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("open buys of account 1");
    }

    @Test
    void tradingWithOneselfLeavesThePositionAndCostsBothFees() {
        rig.trade(1, 1, 1, 250, 5);
        assertThat(clearing.positionLots(1, 1)).isZero();
        assertThat(clearing.openValueMicros(1, 1)).isZero();
        assertThat(clearing.balanceMicros(1, Currency.USD)).isEqualTo(10_000 * USD - 5 * 2_250_000);
    }

    @Test
    void anImageShowsWhatIsNotZero() {
        rig.trade(2, 1, 1, 250, 1);
        rig.recorded.take();
        assertThat(clearing.snapshot().writeAccountImage(2)).isEqualTo(4);
        assertThat(rig.recorded.take())
                .containsExactly(
                        "imageBalance 2 USD 9998500000",
                        "imageBalance 2 EUR 10000000000",
                        "positionChanged 2 1 1 1825000000",
                        "requirementChanged 2 USD 300000000");
        assertThat(clearing.snapshot().writeHouseImage(HouseAccount.FEES)).isEqualTo(1);
        assertThat(clearing.snapshot().writeHouseImage(HouseAccount.CLEARING)).isZero();
    }
}
