package org.calx.risk.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FundTest {
    /**
     * By hand. Uncovered in scenario 1: A 60, B 10, C and D (one group) 30 + 25 = 55: two groups 115. In scenario 2: A 0, B 90,
     * group 20: 110. So scenario 1 decides, cover 1 is 90; with 10 % the fund is 127 (126.5 rounded up).
     */
    @Test
    void coversTheTwoGreatestGroupsOfTheWorstScenario() {
        List<MemberStress> members = List.of(
                new MemberStress("A", "A", 40, 50, new long[] {100, 40}),
                new MemberStress("B", "B", 10, 30, new long[] {20, 100}),
                new MemberStress("C", "CD", 20, 15, new long[] {50, -500}),
                new MemberStress("D", "CD", 5, 5, new long[] {30, 25}));
        DefaultFund fund = DefaultFund.size(members, 1_000, 10);
        assertThat(fund.scenario()).isZero();
        assertThat(fund.cover1Minor()).isEqualTo(90);
        assertThat(fund.cover2Minor()).isEqualTo(115);
        assertThat(fund.sizeMinor()).isEqualTo(127);
        // 87 above the floors by 50:30:15:5 is 43.5, 26.1, 13.05, 4.35; the remainder of one goes to A.
        assertThat(fund.contributionMinor()).containsExactly(54, 36, 23, 14);
        assertThat(Arrays.stream(fund.contributionMinor()).sum()).isEqualTo(127);
    }

    @Test
    void floorsHoldWhereNothingIsUncoveredAndScenariosMustMatch() {
        MemberStress calm = new MemberStress("A", "A", 100, 0, new long[] {10});
        assertThat(DefaultFund.size(List.of(calm, calm), 0, 7).contributionMinor())
                .containsExactly(7, 7);
        MemberStress two = new MemberStress("B", "B", 0, 0, new long[] {1, 2});
        assertThatThrownBy(() -> DefaultFund.size(List.of(calm, two), 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** 400 units at 2.50, spread 0.02, 3 % a day, volume 10,000: 400 × 0.01 + 1000 × 0.03 × 0.2 = 10. */
    @Test
    void closingCostsSpreadImpactAndTime() {
        CloseOutCost cost = new CloseOutCost(2.5, 0.01, 0.03, 10_000, 0.2, 1, 1);
        assertThat(cost.liquidity(-400)).isCloseTo(10, within(1e-12));
        // 2,000 units are one day at a fifth of the volume, 8,000 are four: margin doubles.
        assertThat(cost.concentration(2_000, 100)).isZero();
        assertThat(cost.concentration(-8_000, 100)).isCloseTo(100, within(1e-12));
    }

    @Test
    void floorsKeepMarginFromFallingOrFromJumping() {
        assertThat(MarginFloor.STRESS_WEIGHT.margin(100, 300, 0, 0)).isEqualTo(150);
        assertThat(MarginFloor.TEN_YEARS.margin(100, 0, 130, 0)).isEqualTo(130);
        // Calm: the buffer is whole. Rising by a fifth: the buffer takes it up but for 2 %. Rising by far: the model
        // rules.
        assertThat(MarginFloor.BUFFER.margin(100, 0, 0, 0)).isEqualTo(125);
        assertThat(MarginFloor.BUFFER.margin(100, 0, 0, 125)).isEqualTo(125);
        assertThat(MarginFloor.BUFFER.margin(120, 0, 0, 125)).isCloseTo(127.5, within(1e-12));
        assertThat(MarginFloor.BUFFER.margin(180, 0, 0, 125)).isEqualTo(180);
        assertThat(MarginFloor.BUFFER.margin(80, 0, 0, 125)).isEqualTo(100);
    }
}
