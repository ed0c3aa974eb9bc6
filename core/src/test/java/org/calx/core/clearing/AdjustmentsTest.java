package org.calx.core.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calx.core.clearing.ClearingRig.USD;

import org.calx.model.Currency;
import org.calx.model.Fixing;
import org.calx.model.FixingStatus;
import org.calx.model.MarginPolicy;
import org.calx.model.MarginPolicy.Adjustments;
import org.calx.model.RejectReason;
import org.calx.model.Side;
import org.junit.jupiter.api.Test;

/** Special margin above a share of the open interest, and relief as the averaging month is fixed. */
class AdjustmentsTest {
    private static final int HOLDER = 1;

    private final ClearingRig rig = ClearingRig.listed().fund(3, 100_000);

    private void set(Adjustments adjustments) {
        ClearingRig.accept(
                rig.clearing.rules().setMarginPolicy(MarginPolicy.defaults(1).with(adjustments)));
    }

    private long requirement() {
        rig.clearing.audit();
        return rig.clearing.requirementMicros(HOLDER, Currency.USD);
    }

    private void fix(int day, FixingStatus status) {
        Fixing fixing = new Fixing(1, day, 2_500_000, 3, status);
        rig.fixings.record(fixing);
        rig.clearing.rules().noteFixing(fixing, rig.fixings);
    }

    @Test
    void whatExceedsAQuarterOfTheOpenInterestCostsSpecialMargin() {
        rig.trade(HOLDER, 2, 1, 250, 30);
        assertThat(requirement()).isEqualTo(30 * 300 * USD);
        set(new Adjustments(100, 2_500, 50 * USD, 10_000));
        assertThat(requirement()).as("5 lots above 25 of 100").isEqualTo((30 * 300 + 5 * 50) * USD);
        long held = requirement();
        long added = rig.clearing.addedRequirementMicros(HOLDER, 1, Side.BUY, 240, 10);
        rig.work(HOLDER, 1, Side.BUY, 240, 10);
        assertThat(requirement()).as("what orders could make of it counts").isGreaterThan((30 * 300 + 15 * 50) * USD);
        assertThat(requirement()).as("before they work as after").isEqualTo(held + added);
        set(new Adjustments(0, 2_500, 50 * USD, 10_000));
        assertThat(requirement()).as("an open interest that is not known").isLessThan((30 * 300 + 10 * 300) * USD);
        set(Adjustments.NONE);
    }

    @Test
    void arraysShrinkWithWhatIsFixedOfTheMonthDownToTheFloor() {
        rig.trade(HOLDER, 2, 1, 250, 31);
        fix(ClearingRig.FIRST_DAY, FixingStatus.FINAL);
        assertThat(requirement()).as("without relief").isEqualTo(31 * 300 * USD);
        set(new Adjustments(0, 2_500, 0, 2_000));
        assertThat(requirement()).as("30 of 31 days, rounded up to 0.9678").isEqualTo(31 * 29_034 * USD / 100);
        fix(ClearingRig.FIRST_DAY + 1, FixingStatus.PRELIMINARY);
        assertThat(requirement()).as("a preliminary fixing may change").isEqualTo(31 * 29_034 * USD / 100);
        fix(ClearingRig.FIRST_DAY + 1, FixingStatus.FINAL);
        assertThat(requirement()).as("29 of 31 days, 0.9355").isEqualTo(31 * 28_065 * USD / 100);
        for (int day = ClearingRig.FIRST_DAY + 2; day <= ClearingRig.LAST_DAY; day++) {
            fix(day, FixingStatus.FINAL);
        }
        assertThat(requirement()).as("the floor of 0.2").isEqualTo(31 * 60 * USD);
        rig.trade(HOLDER, 2, 2, 250, 1);
        assertThat(requirement()).as("another month is not fixed").isEqualTo((31 * 60 + 300) * USD);
    }

    @Test
    void aSnapshotKeepsBoth() {
        rig.trade(HOLDER, 2, 1, 250, 30);
        fix(ClearingRig.FIRST_DAY, FixingStatus.FINAL);
        set(new Adjustments(100, 2_500, 50 * USD, 2_000));
        assertThat(rig.copy().clearing.requirementMicros(HOLDER, Currency.USD)).isEqualTo(requirement());
    }

    @Test
    void impossibleNumbersAreRefused() {
        for (Adjustments wrong : new Adjustments[] {
            new Adjustments(-1, 2_500, 0, 10_000),
            new Adjustments(0, 10_001, 0, 10_000),
            new Adjustments(0, 2_500, -1, 10_000),
            new Adjustments(0, 2_500, 0, 10_001)
        }) {
            assertThat(rig.clearing
                            .rules()
                            .setMarginPolicy(MarginPolicy.defaults(1).with(wrong)))
                    .isEqualTo(RejectReason.INVALID_PARAMETER);
        }
    }
}
