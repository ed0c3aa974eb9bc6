package org.calx.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calx.core.clearing.ClearingRig.USD;

import org.calx.core.clearing.ClearingRig;
import org.calx.core.clearing.ClearingRig.Order;
import org.calx.model.AccountRisk;
import org.calx.model.Currency;
import org.calx.model.MarketPhase;
import org.calx.model.Rating;
import org.calx.model.RejectReason;
import org.calx.model.RiskRules;
import org.calx.model.Side;
import org.calx.model.VolatilityState;
import org.junit.jupiter.api.Test;

/** Limits and multipliers, worked by hand: a lot scans 300 USD, is worth 1,825 USD and costs at most 1.50 in fees. */
class AccountLimitsTest {
    private final ClearingRig rig = ClearingRig.listed().fund(3, 10_000);

    @Test
    void aRatingMultipliesWhatTheAccountScans() {
        rig.trade(1, 2, 1, 250, 10);
        assertThat(rig.clearing.requirementMicros(1, Currency.USD)).isEqualTo(3_000 * USD);
        accept(rig.clearing.rules().setAccountRisk(new AccountRisk(1, Rating.D, false, 0, 0, 0, 0)));
        assertThat(rig.clearing.requirementMicros(1, Currency.USD)).isEqualTo(3_750 * USD);
        assertThat(rig.clearing.requirementMicros(2, Currency.USD)).isEqualTo(3_000 * USD);
        rig.clearing.audit();
    }

    @Test
    void aVolatilityStateMultipliesTheProductAndLeavesFillsCovered() {
        accept(rig.clearing.rules().setRiskRules(rules(VolatilityState.STRESSED, 0, 0, 0)));
        rig.work(1, 1, Side.BUY, 240, 10);
        // A fill at 2.40 gains 73.00 a lot at once: 450.00 - 73.00 + 1.50.
        assertThat(rig.clearing.requirementMicros(1, Currency.USD)).isEqualTo(3_785 * USD);
        long free = rig.freeMicros(1, Currency.USD);
        rig.fillResting(rig.orders.getFirst(), 2, 10);
        assertThat(rig.freeMicros(1, Currency.USD)).isGreaterThanOrEqualTo(free);
        rig.clearing.audit();
    }

    @Test
    void concentrationGrowsWithTheSquareAboveTheThreshold() {
        accept(rig.clearing.rules().setRiskRules(rules(VolatilityState.NORMAL, 40, 1_000 * USD, 0)));
        rig.trade(1, 2, 1, 250, 10);
        assertThat(rig.clearing.requirementMicros(1, Currency.USD)).isEqualTo(3_000 * USD);
        rig.trade(1, 2, 1, 250, 5);
        assertThat(rig.clearing.requirementMicros(1, Currency.USD)).isEqualTo((4_500 + 250) * USD);
        rig.trade(1, 2, 1, 250, 5);
        assertThat(rig.clearing.requirementMicros(1, Currency.USD)).isEqualTo((6_000 + 1_000) * USD);
        rig.clearing.audit();
    }

    @Test
    void anAccountsOwnLargestOrderComesAfterItsMargin() {
        accept(rig.clearing.rules().setAccountRisk(new AccountRisk(1, Rating.A, false, 5, 0, 0, 0)));
        assertThat(check(1, Side.BUY, 5)).isEqualTo(RejectReason.NONE);
        assertThat(check(1, Side.BUY, 6)).isEqualTo(RejectReason.ACCOUNT_ORDER_LIMIT);
        assertThat(check(1, Side.BUY, 34)).isEqualTo(RejectReason.INSUFFICIENT_MARGIN);
        assertThat(rig.risk.acceptableLots(1, 1, Side.BUY, 250, 34)).isEqualTo(5);
    }

    @Test
    void aSmallAccountAndTheSpotMonthHaveTheirOwnPositionLimits() {
        rig.fund(3, 1_000_000);
        assertThat(check(1, Side.BUY, 201)).isEqualTo(RejectReason.NONE);
        accept(rig.clearing.rules().setAccountRisk(new AccountRisk(1, Rating.A, true, 0, 0, 0, 0)));
        assertThat(check(1, Side.BUY, 200)).isEqualTo(RejectReason.NONE);
        assertThat(check(1, Side.BUY, 201)).isEqualTo(RejectReason.POSITION_LIMIT);
        accept(rig.clearing.rules().setRiskRules(rules(VolatilityState.NORMAL, 0, 0, 5)));
        assertThat(check(2, Side.BUY, 51)).isEqualTo(RejectReason.NONE);
        rig.markets.setPhase(1, ClearingRig.FIRST_DAY + 25, MarketPhase.OPEN);
        assertThat(check(2, Side.BUY, 51)).isEqualTo(RejectReason.NONE);
        rig.markets.setPhase(1, ClearingRig.FIRST_DAY + 26, MarketPhase.OPEN);
        assertThat(check(2, Side.BUY, 50)).isEqualTo(RejectReason.NONE);
        assertThat(check(2, Side.BUY, 51)).isEqualTo(RejectReason.POSITION_LIMIT);
    }

    /** 20 lots lose 2,628 USD by a fall of 0.18: above 30 % of what is left of 10,000 less fees. */
    @Test
    void aFloatingLossFreezesOpeningAndNotClosing() {
        rig.trade(1, 2, 1, 250, 20);
        rig.clearing.setMark(1, 2_350_000, 1);
        assertThat(check(1, 1, Side.BUY, 235, 1)).isEqualTo(RejectReason.NONE);
        rig.clearing.setMark(1, 2_320_000, 2);
        assertThat(check(1, 1, Side.BUY, 232, 1)).isEqualTo(RejectReason.FLOATING_LOSS);
        assertThat(check(1, 3, Side.BUY, 232, 1)).isEqualTo(RejectReason.FLOATING_LOSS);
        assertThat(check(1, 1, Side.SELL, 232, 20)).isEqualTo(RejectReason.NONE);
        assertThat(check(2, 1, Side.SELL, 232, 1)).isEqualTo(RejectReason.NONE);
    }

    @Test
    void leverageBoundsTheValueOfAllThatCouldBeHeld() {
        accept(rig.clearing.rules().setAccountRisk(new AccountRisk(1, Rating.A, false, 0, 0, 1, 0)));
        assertThat(check(1, Side.BUY, 5)).isEqualTo(RejectReason.NONE);
        assertThat(check(1, Side.BUY, 6)).isEqualTo(RejectReason.LEVERAGE_LIMIT);
        rig.work(1, 1, Side.BUY, 250, 3);
        assertThat(check(1, 2, Side.SELL, 250, 2)).isEqualTo(RejectReason.NONE);
        assertThat(check(1, 2, Side.SELL, 250, 3)).isEqualTo(RejectReason.LEVERAGE_LIMIT);
        assertThat(check(1, 1, Side.SELL, 250, 3)).isEqualTo(RejectReason.NONE);
    }

    @Test
    void aDrawdownIsCountedFromTheHighestSettlementAndMovesWithCash() {
        accept(rig.clearing.rules().setAccountRisk(new AccountRisk(1, Rating.A, false, 0, 0, 0, 1_000)));
        rig.trade(1, 2, 1, 250, 10);
        rig.clearing.variation().settle(1, 2_600_000, true);
        assertThat(rig.clearing.highestEquityMicros(1, Currency.USD)).isEqualTo(10_715 * USD);
        rig.clearing.variation().settle(1, 2_460_000, true);
        assertThat(check(1, 1, Side.BUY, 246, 1)).isEqualTo(RejectReason.NONE);
        rig.clearing.variation().settle(1, 2_450_000, true);
        assertThat(check(1, 1, Side.BUY, 245, 1)).isEqualTo(RejectReason.DRAWDOWN);
        assertThat(check(1, 1, Side.SELL, 245, 10)).isEqualTo(RejectReason.NONE);
        accept(rig.clearing.deposit(1, Currency.USD, 100 * USD));
        assertThat(rig.clearing.highestEquityMicros(1, Currency.USD)).isEqualTo(10_815 * USD);
        assertThat(rig.copy().clearing.highestEquityMicros(1, Currency.USD)).isEqualTo(10_815 * USD);
    }

    private RejectReason check(int accountId, Side side, long lots) {
        return check(accountId, 1, side, 250, lots);
    }

    private RejectReason check(int accountId, int instrumentId, Side side, long priceTicks, long lots) {
        return rig.check(new Order(accountId, instrumentId, side, priceTicks, lots));
    }

    private static RiskRules rules(VolatilityState state, long volumeLots, long concentrationMicros, int spotDays) {
        return new RiskRules(
                1,
                state,
                12_500,
                15_000,
                10_000,
                11_000,
                12_500,
                volumeLots,
                2_500,
                concentrationMicros,
                3_000,
                spotDays,
                50,
                200);
    }

    private static void accept(RejectReason reason) {
        ClearingRig.accept(reason);
    }
}
