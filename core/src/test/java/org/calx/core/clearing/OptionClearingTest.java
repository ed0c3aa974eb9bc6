package org.calx.core.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calx.core.clearing.ClearingRig.CALL;
import static org.calx.core.clearing.ClearingRig.PUT;
import static org.calx.core.clearing.ClearingRig.USD;

import org.calx.core.clearing.ClearingRig.Order;
import org.calx.model.Currency;
import org.calx.model.Fixing;
import org.calx.model.FixingStatus;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarginPolicy;
import org.calx.model.OptionTerms;
import org.calx.model.OptionType;
import org.calx.model.RejectReason;
import org.calx.model.ShortOptionMethod;
import org.calx.model.Side;
import org.junit.jupiter.api.Test;

/** Options: premium at the fill, no variation, net option value, and cash at expiry. A lot is 730 units: 0.20 is 146 USD. */
class OptionClearingTest {
    private static final int BUYER = 1;
    private static final int SELLER = 2;
    private static final long FEE = 1_500_000;

    private final ClearingRig rig = ClearingRig.listed().listOptions().fund(3, 10_000);

    private long cash(int account) {
        return rig.clearing.balanceMicros(account, Currency.USD);
    }

    private long requirement(int account) {
        return rig.clearing.requirementMicros(account, Currency.USD);
    }

    @Test
    void thePremiumMovesAtTheFillThroughTheClearingAccount() {
        rig.recorded.take();
        rig.trade(BUYER, SELLER, CALL, 20, 3);
        assertThat(cash(BUYER)).isEqualTo((10_000 - 3 * 146) * USD - 3 * FEE);
        assertThat(cash(SELLER)).isEqualTo((10_000 + 3 * 146) * USD - 3 * 750_000);
        assertThat(rig.clearing.balanceMicros(HouseAccount.CLEARING, Currency.USD))
                .isZero();
        assertThat(rig.recorded.take())
                .anySatisfy(event -> assertThat(event).contains("posted", "PREMIUM", "1", "-2", "438000000"))
                .anySatisfy(event -> assertThat(event).contains("posted", "PREMIUM", "-2", "2", "438000000"));
        rig.clearing.audit();
    }

    @Test
    void equityIsCashAndTheRequirementCountsTheOptionsValue() {
        rig.trade(BUYER, SELLER, CALL, 20, 1);
        assertThat(rig.clearing.equityMicros(BUYER, Currency.USD)).isEqualTo(cash(BUYER));
        assertThat(requirement(BUYER)).as("146 at risk, all of it paid").isZero();
        assertThat(requirement(SELLER)).as("300 at risk and 146 owed").isEqualTo(446 * USD);
        ClearingRig.accept(rig.clearing.setMark(CALL, 300_000, 0));
        assertThat(rig.clearing.equityMicros(BUYER, Currency.USD)).isEqualTo(cash(BUYER));
        assertThat(requirement(SELLER)).isEqualTo((300 + 219) * USD);
        rig.clearing.audit();
    }

    @Test
    void aBuyerNeedsThePremiumAndASellerCannotSpendItBeforehand() {
        rig.clearing.withdraw(BUYER, Currency.USD, 9_800 * USD);
        assertThat(rig.check(new Order(BUYER, CALL, Side.BUY, 20, 1))).isEqualTo(RejectReason.NONE);
        assertThat(rig.check(new Order(BUYER, CALL, Side.BUY, 20, 2))).isEqualTo(RejectReason.INSUFFICIENT_MARGIN);
        rig.work(BUYER, CALL, Side.BUY, 20, 1);
        assertThat(requirement(BUYER))
                .as("the premium of a resting order and its fee")
                .isEqualTo(146 * USD + FEE);
        rig.work(BUYER, PUT, Side.SELL, 20, 1);
        assertThat(requirement(BUYER))
                .as("the premium to come pays for no other order")
                .isGreaterThan(300 * USD);
        rig.clearing.audit();
    }

    @Test
    void aLongOptionHedgesAShortOneAndAFuture() {
        rig.trade(BUYER, SELLER, 1, 250, 1);
        long outright = requirement(SELLER);
        rig.trade(SELLER, BUYER, CALL, 20, 1);
        assertThat(outright).isEqualTo(300 * USD);
        assertThat(requirement(SELLER))
                .as("100 at risk in scenario 15 and a calendar spread of 40, less 146 that the call is worth")
                .isZero();
        rig.clearing.audit();
    }

    @Test
    void theShortOptionMinimumHoldsWhereScanningIsLess() {
        rig.trade(BUYER, SELLER, CALL, 20, 1);
        MarginPolicy policy = MarginPolicy.span(1, 400 * USD, ShortOptionMethod.SUM);
        ClearingRig.accept(rig.clearing.rules().setMarginPolicy(policy));
        assertThat(requirement(SELLER)).isEqualTo((400 + 146) * USD);
        rig.trade(BUYER, SELLER, PUT, 20, 1);
        assertThat(requirement(SELLER)).isGreaterThanOrEqualTo((800 + 292) * USD);
        ClearingRig.accept(
                rig.clearing.rules().setMarginPolicy(MarginPolicy.span(1, 400 * USD, ShortOptionMethod.MAX)));
        assertThat(requirement(SELLER)).isLessThan((800 + 292) * USD);
        assertThat(rig.clearing.rules().setMarginPolicy(MarginPolicy.span(1, -1, ShortOptionMethod.SUM)))
                .isEqualTo(RejectReason.INVALID_PARAMETER);
        rig.clearing.audit();
    }

    @Test
    void dailySettlementMovesNoMoney() {
        rig.trade(BUYER, SELLER, CALL, 20, 2);
        long before = cash(BUYER);
        rig.closeOn(ClearingRig.FIRST_DAY);
        rig.clearing.setMark(CALL, 250_000, 0);
        rig.daily.settle(CALL, ClearingRig.FIRST_DAY, Long.MIN_VALUE, Long.MAX_VALUE, 0);
        assertThat(cash(BUYER)).isEqualTo(before);
        assertThat(rig.clearing.openValueMicros(BUYER, CALL)).isEqualTo(2 * 730 * 250_000L);
        rig.clearing.audit();
    }

    @Test
    void anOptionExpiresAfterItsUnderlyingInCash() {
        rig.trade(BUYER, SELLER, CALL, 20, 2);
        rig.closeOn(ClearingRig.LAST_DAY);
        assertThat(rig.expiry.check(CALL, ClearingRig.LAST_DAY)).isEqualTo(RejectReason.NOT_SETTLED);
        rig.fixings.record(new Fixing(1, ClearingRig.LAST_DAY, 2_700_000, 3, FixingStatus.FINAL));
        ClearingRig.accept(rig.expiry.check(1, ClearingRig.LAST_DAY));
        rig.expiry.expire(1, ClearingRig.LAST_DAY);
        long before = cash(BUYER);
        ClearingRig.accept(rig.expiry.check(CALL, ClearingRig.LAST_DAY));
        rig.expiry.expire(CALL, ClearingRig.LAST_DAY);
        assertThat(cash(BUYER) - before).isEqualTo(2 * (146 * USD - 400_000));
        assertThat(rig.instruments.prices().settlementMicros(CALL)).isEqualTo(200_000);
        assertThat(requirement(SELLER)).isZero();
        assertThat(rig.clearing.positionLots(SELLER, CALL)).isZero();
        rig.clearing.audit();
    }

    @Test
    void whatIsNotAnOptionOnAListedMonthIsRefused() {
        InstrumentSpec on = rig.instruments.spec(1);
        assertThat(list(on, 1, on.unitsPerLot(), new OptionTerms(5, OptionType.CALL, 1)))
                .as("another product's")
                .isEqualTo(RejectReason.INVALID_PARAMETER);
        assertThat(list(on, 1, 1, new OptionTerms(1, OptionType.CALL, 1))).isEqualTo(RejectReason.INVALID_PARAMETER);
        assertThat(list(on, 1, on.unitsPerLot(), new OptionTerms(1, OptionType.CALL, 0)))
                .as("strike")
                .isEqualTo(RejectReason.INVALID_PARAMETER);
        assertThat(list(on, -1, on.unitsPerLot(), new OptionTerms(1, OptionType.CALL, 1)))
                .as("premium")
                .isEqualTo(RejectReason.INVALID_PARAMETER);
        assertThat(list(on, 1, on.unitsPerLot(), new OptionTerms(CALL, OptionType.CALL, 1)))
                .as("an option on an option")
                .isEqualTo(RejectReason.INVALID_PARAMETER);
        assertThat(list(on, 1, on.unitsPerLot(), new OptionTerms(99, OptionType.CALL, 1)))
                .isEqualTo(RejectReason.UNKNOWN_INSTRUMENT);
        assertThat(rig.clearing.setMark(CALL, -1, 0)).isEqualTo(RejectReason.PRICE_OUT_OF_BAND);
    }

    private RejectReason list(InstrumentSpec on, long premium, int units, OptionTerms terms) {
        return rig.instruments.checkList(new InstrumentSpec(
                9,
                "X",
                on.productId(),
                on.firstFixingDay(),
                on.lastFixingDay(),
                on.lastTradingDay(),
                units,
                premium,
                terms));
    }
}
