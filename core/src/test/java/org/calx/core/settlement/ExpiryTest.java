package org.calx.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.calx.core.clearing.ClearingRig.FIRST_DAY;
import static org.calx.core.clearing.ClearingRig.LAST_DAY;
import static org.calx.core.clearing.ClearingRig.USD;

import org.calx.core.clearing.ClearingRig;
import org.calx.core.clearing.HouseAccount;
import org.calx.model.Currency;
import org.calx.model.Fixing;
import org.calx.model.FixingStatus;
import org.calx.model.InstrumentSpec;
import org.calx.model.RejectReason;
import org.calx.model.SettlementTier;
import org.calx.model.Side;
import org.junit.jupiter.api.Test;

class ExpiryTest {
    private final ClearingRig rig = ClearingRig.listed().fund(3, 10_000);
    private final InstrumentSpec month = rig.instruments.spec(1);

    @Test
    void theAverageLeavesOutDaysWithoutAFixing() {
        fix(FIRST_DAY, 2_400_000, FixingStatus.FINAL);
        fix(FIRST_DAY + 3, 2_500_000, FixingStatus.FINAL);
        fix(LAST_DAY, 2_700_000, FixingStatus.FINAL);
        assertThat(MonthAverage.count(rig.fixings, month)).isEqualTo(3);
        assertThat(MonthAverage.sumMicros(rig.fixings, month)).isEqualTo(7_600_000);
        assertThat(MonthAverage.meanMicros(rig.fixings, month)).isEqualTo(2_533_300);
    }

    @Test
    void theAverageIsRoundedHalfUpToFourDecimals() {
        fix(FIRST_DAY, 2_400_000, FixingStatus.FINAL);
        fix(FIRST_DAY + 1, 2_400_100, FixingStatus.FINAL);
        assertThat(MonthAverage.meanMicros(rig.fixings, month)).isEqualTo(2_400_100);
        fix(FIRST_DAY + 2, 2_400_000, FixingStatus.FINAL);
        assertThat(MonthAverage.meanMicros(rig.fixings, month)).isEqualTo(2_400_000);
    }

    @Test
    void aNegativeAverageIsRoundedAwayFromZeroToo() {
        InstrumentSpec power = rig.instruments.spec(4);
        rig.fixings.record(new Fixing(2, FIRST_DAY, -50, 5, FixingStatus.FINAL));
        assertThat(MonthAverage.meanMicros(rig.fixings, power)).isEqualTo(-100);
    }

    @Test
    void daysOutsideTheMonthDoNotCount() {
        fix(FIRST_DAY, 2_400_000, FixingStatus.FINAL);
        fix(FIRST_DAY - 1, 9_000_000, FixingStatus.FINAL);
        fix(LAST_DAY + 1, 9_000_000, FixingStatus.FINAL);
        assertThat(MonthAverage.meanMicros(rig.fixings, month)).isEqualTo(2_400_000);
        assertThat(MonthAverage.count(rig.fixings, month)).isEqualTo(1);
    }

    /** 4 lots bought at 2.50, average 2.60: 4 × 73 USD; fees 1.50 and 0.75 a lot at the trade, 0.40 at settlement. */
    @Test
    void finalSettlementPaysTheDifferenceAndEndsThePositions() {
        rig.trade(2, 1, 1, 250, 4);
        fix(FIRST_DAY, 2_600_000, FixingStatus.FINAL);
        rig.closeOn(LAST_DAY);
        rig.recorded.take();
        rig.expiry.expire(1, LAST_DAY);
        assertThat(rig.recorded.take())
                .containsExactly(
                        "instrumentExpired 1 20788 2600000 1",
                        "posted 9 FINAL_SETTLEMENT 1 -2 USD 292000000 9705000000 292000000",
                        "posted 10 SETTLEMENT_FEE 1 -3 USD 1600000 9703400000 10600000",
                        "positionChanged 1 1 0 0",
                        "posted 11 FINAL_SETTLEMENT -2 2 USD 292000000 0 10286000000",
                        "posted 12 SETTLEMENT_FEE 2 -3 USD 1600000 10284400000 12200000",
                        "positionChanged 2 1 0 0");
        assertThat(rig.clearing.requirementMicros(2, Currency.USD)).isZero();
        assertThat(rig.clearing.equityMicros(2, Currency.USD)).isEqualTo((10_000 + 292) * USD - 7_600_000);
        assertThat(rig.clearing.balanceMicros(HouseAccount.CLEARING, Currency.USD))
                .isZero();
        assertThat(rig.instruments.prices().settlementTier(1)).isEqualTo(SettlementTier.FIXING_AVERAGE);
        assertThat(rig.instruments.prices().fixingCount(1)).isEqualTo(1);
        rig.clearing.audit();
    }

    @Test
    void whatIsNoLongerRequiredIsTold() {
        rig.trade(2, 1, 1, 250, 4);
        rig.clearing.endCommand();
        fix(FIRST_DAY, 2_600_000, FixingStatus.FINAL);
        rig.closeOn(LAST_DAY);
        ClearingRig restored = rig.copy();
        restored.expiry.expire(1, LAST_DAY);
        restored.recorded.take();
        restored.clearing.endCommand();
        assertThat(restored.recorded.take())
                .containsExactly("requirementChanged 1 USD 0", "requirementChanged 2 USD 0");
    }

    @Test
    void otherMonthsKeepTheirMargin() {
        rig.trade(2, 1, 1, 250, 4);
        rig.trade(2, 1, 2, 250, 3);
        rig.trade(2, 1, 3, 250, 2);
        fix(FIRST_DAY, 2_600_000, FixingStatus.FINAL);
        rig.closeOn(LAST_DAY);
        rig.expiry.expire(1, LAST_DAY);
        assertThat(rig.clearing.requirementMicros(2, Currency.USD)).isEqualTo(5 * 300 * USD);
        rig.trade(1, 2, 2, 250, 3);
        assertThat(rig.clearing.requirementMicros(2, Currency.USD)).isEqualTo(2 * 300 * USD);
        rig.clearing.audit();
        assertThat(rig.copy().clearing.requirementMicros(2, Currency.USD)).isEqualTo(2 * 300 * USD);
    }

    @Test
    void expiryWaitsForTheLastTradingDayAndForFinalFixings() {
        rig.closeOn(LAST_DAY - 1);
        assertThat(rig.expiry.check(1, LAST_DAY - 1)).isEqualTo(RejectReason.WRONG_BUSINESS_DATE);
        rig.closeOn(LAST_DAY);
        assertThat(rig.expiry.check(1, LAST_DAY)).isEqualTo(RejectReason.FIXING_MISSING);
        fix(FIRST_DAY, 2_600_000, FixingStatus.FINAL);
        fix(LAST_DAY, 2_600_000, FixingStatus.PRELIMINARY);
        assertThat(rig.expiry.check(1, LAST_DAY)).isEqualTo(RejectReason.NOT_SETTLED);
        fix(LAST_DAY, 2_610_000, FixingStatus.FINAL);
        assertThat(rig.expiry.check(1, LAST_DAY)).isEqualTo(RejectReason.NONE);
        rig.expiry.expire(1, LAST_DAY);
        assertThat(rig.expiry.check(1, LAST_DAY)).isEqualTo(RejectReason.INSTRUMENT_EXPIRED);
    }

    @Test
    void anAverageThatNoLotCanBeWorthIsRefused() {
        fix(FIRST_DAY, 4_000_000_000_000L, FixingStatus.FINAL);
        rig.closeOn(LAST_DAY);
        assertThat(rig.expiry.check(1, LAST_DAY)).isEqualTo(RejectReason.INVALID_PARAMETER);
    }

    @Test
    void expiringWithWorkingOrdersIsABrokenInvariant() {
        rig.work(1, 1, Side.BUY, 250, 1);
        fix(FIRST_DAY, 2_600_000, FixingStatus.FINAL);
        assertThatThrownBy(() -> rig.expiry.expire(1, LAST_DAY)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFixingIsReplacedUntilItIsFinal() {
        rig.closeOn(FIRST_DAY);
        assertThat(checkFix(FIRST_DAY)).isEqualTo(RejectReason.NONE);
        fix(FIRST_DAY, 2_500_000, FixingStatus.PRELIMINARY);
        assertThat(checkFix(FIRST_DAY)).isEqualTo(RejectReason.NONE);
        fix(FIRST_DAY, 2_510_000, FixingStatus.FINAL);
        assertThat(checkFix(FIRST_DAY)).isEqualTo(RejectReason.FIXING_FINAL);
        assertThat(checkFix(FIRST_DAY + 8)).isEqualTo(RejectReason.WRONG_BUSINESS_DATE);
        assertThat(checkFix(FIRST_DAY - 101)).isEqualTo(RejectReason.WRONG_BUSINESS_DATE);
        assertThat(rig.fixings.checkRecord(
                        new Fixing(99, FIRST_DAY, 1, 1, FixingStatus.FINAL), rig.products, rig.markets))
                .isEqualTo(RejectReason.UNKNOWN_INDEX);
    }

    private RejectReason checkFix(int day) {
        return rig.fixings.checkRecord(new Fixing(1, day, 2_500_000, 5, FixingStatus.FINAL), rig.products, rig.markets);
    }

    private void fix(int day, long priceMicros, FixingStatus status) {
        rig.fixings.record(new Fixing(1, day, priceMicros, 5, status));
    }
}
