package org.calx.risk.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.calx.model.Fixing;
import org.calx.model.FixingStatus;
import org.calx.model.InstrumentSpec;
import org.calx.model.OptionTerms;
import org.calx.model.OptionType;
import org.calx.model.ProductClass;
import org.calx.pricing.vanilla.Bachelier;
import org.junit.jupiter.api.Test;

class OptionMarketTest {
    private static final int FIRST = 20_000;
    private static final int LAST = 20_029;
    private static final InstrumentSpec MONTH =
            new InstrumentSpec(1, "DEBASE-31DEC26", 1, FIRST, LAST, LAST, 720, 50_000_000);

    private static InstrumentSpec option(OptionType type, long strikeMicros) {
        return new InstrumentSpec(
                2, "option", 1, FIRST, LAST, LAST, 720, 1_000_000, new OptionTerms(1, type, strikeMicros));
    }

    @Test
    void aMonthsVarianceIsWholeBeforeItAndAThirdWithinIt() {
        AveragingMonths months = new AveragingMonths();
        assertThat(months.varianceYears(MONTH, FIRST - 100)).isCloseTo((100 + 29 / 3.0) / 365, within(1e-15));
        assertThat(months.varianceYears(MONTH, FIRST)).isCloseTo(29 / 3.0 / 365, within(1e-15));
        for (int day = FIRST; day < FIRST + 15; day++) {
            months.onFixing(new Fixing(1, day, 50_000_000, 5, FixingStatus.FINAL));
        }
        // Half of the thirty days is open, so a move moves the month by half.
        assertThat(months.varianceYears(MONTH, FIRST + 14)).isCloseTo(0.25 * 15 / 3 / 365, within(1e-15));
        assertThat(months.varianceYears(MONTH, LAST)).isZero();
    }

    @Test
    void powerBelowZeroIsValuedByANormalModel() {
        OptionMarket put = OptionMarket.of(option(OptionType.PUT, -10_000_000), ProductClass.POWER, -20_000_000, 0.25);
        double expected = Bachelier.price(org.calx.pricing.OptionType.PUT, -20, -10, 0.25, 30, 0);
        assertThat(put.priceMicros(30)).isEqualTo(Math.round(1e6 * expected));
        assertThat(put.volatility(put.priceMicros(30))).isCloseTo(30, within(1e-5));
        assertThat(put.volatilityOf(0.6)).isCloseTo(12, within(1e-12));
    }

    @Test
    void noTimeValueTellsNoVolatility() {
        OptionMarket call = OptionMarket.of(option(OptionType.CALL, 2_000_000), ProductClass.COMPUTE, 2_500_000, 0.25);
        assertThat(call.volatility(500_000)).isNaN();
        assertThat(call.volatility(400_000)).isNaN();
        assertThat(call.volatility(2_500_000)).isNaN();
        assertThat(call.volatilityOf(0.6)).isEqualTo(0.6);
        OptionMarket settled = OptionMarket.of(option(OptionType.CALL, 2_000_000), ProductClass.COMPUTE, 2_500_000, 0);
        assertThat(settled.priceMicros(0.6)).isEqualTo(500_000);
        assertThat(settled.volatility(510_000)).isNaN();
    }

    /** A future that is worth nothing any more, or less, still has a value by Black-76. */
    @Test
    void computeBelowZeroIsTakenForNextToNothing() {
        OptionMarket put = OptionMarket.of(option(OptionType.PUT, 2_000_000), ProductClass.COMPUTE, -1, 0.25);
        assertThat(put.priceMicros(0.6)).isEqualTo(2_000_000);
    }
}
