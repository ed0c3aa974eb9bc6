package org.calx.risk.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DefaultFundTest {
    @Test
    void contributionsShareTheFundByWeightToTheLastCent() {
        // 1,000 and a tenth; 3 : 2 : 2 of 1,100 is 471.43, 314.29, 314.29, a cent too many together.
        DefaultFund fund = DefaultFund.of(100_000, 100, 0, new long[] {3, 2, 2});
        assertThat(fund.sizeMinor()).isEqualTo(110_000);
        assertThat(fund.contributionsMinor()).containsExactly(47_143L, 31_429L, 31_428L);
    }

    @Test
    void everyGroupPaysTheMinimumFirst() {
        DefaultFund fund = DefaultFund.of(10_000, 0, 2_000, new long[] {9, 1, 0});
        assertThat(fund.contributionsMinor()).containsExactly(5_600L, 2_400L, 2_000L);
        DefaultFund least = DefaultFund.of(100, 0, 2_000, new long[] {9, 1, 0});
        assertThat(least.sizeMinor()).isEqualTo(6_000);
        assertThat(least.contributionsMinor()).containsExactly(2_000L, 2_000L, 2_000L);
    }

    @Test
    void withoutWeightsAllPayAlike() {
        assertThat(DefaultFund.of(100, 0, 0, new long[3]).contributionsMinor()).containsExactly(34L, 33L, 33L);
    }

    @Test
    void amountsWhoseProductIsLargerThanALongAreSharedExactly() {
        long weight = 4_000_000_000_000_000L;
        DefaultFund fund = DefaultFund.of(9_000_000_000_000_001L, 0, 0, new long[] {weight, weight});
        assertThat(fund.contributionsMinor()).containsExactly(4_500_000_000_000_001L, 4_500_000_000_000_000L);
    }

    @Test
    void amountsBelowZeroAreRefused() {
        assertThatThrownBy(() -> DefaultFund.of(-1, 0, 0, new long[1])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DefaultFund.of(1, 0, 0, new long[] {-1})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DefaultFund.of(1, 0, 0, new long[0])).isInstanceOf(IllegalArgumentException.class);
    }
}
