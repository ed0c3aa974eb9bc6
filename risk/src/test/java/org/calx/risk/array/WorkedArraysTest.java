package org.calx.risk.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.calx.pricing.OptionType;
import org.calx.pricing.vanilla.VanillaModel;
import org.junit.jupiter.api.Test;

/** A contract of 1,000 GPU-hours at 2.50, scanned by 0.30 and 0.10 of volatility: {@code docs/spec/risk.md}. */
class WorkedArraysTest {
    private static final ScanRange RANGE = ScanRange.usual(0.30, 0.10, 3, 1 / 3.0, 1 / 365.0);
    private static final double CENTS = 1_000 * 100;

    @Test
    void future() {
        assertThat(new RiskArrays().future(RANGE, CENTS).lossMinor())
                .containsExactly(
                        0, 0, -10000, -10000, 10000, 10000, -20000, -20000, 20000, 20000, -30000, -30000, 30000, 30000,
                        -30000, 30000);
    }

    @Test
    void call() {
        RiskArray call = array(terms(OptionType.CALL, 2.75));
        assertThat(call.lossMinor())
                .containsExactly(
                        -2305, 2688, -6187, -525, 829, 4963, -10832, -4762, 3258, 6452, -16223, -10041, 5054, 7339,
                        -19803, 2723);
        assertThat(call.compositeDelta()).isEqualTo(3219);
        assertThat(call.priceMinor()).isEqualTo(8176);
    }

    @Test
    void put() {
        RiskArray put = array(terms(OptionType.PUT, 2.25));
        assertThat(put.lossMinor())
                .containsExactly(
                        -2024, 2332, 299, 4030, -5008, -176, 2070, 5129, -8760, -3707, 3397, 5810, -13370, -8429, 2206,
                        -19510);
        assertThat(put.compositeDelta()).isEqualTo(-2539);
        assertThat(put.priceMinor()).isEqualTo(6729);
    }

    /** Nineteen options are a whole batch and part of another: each has the array that it has alone. */
    @Test
    void optionsTogetherHaveTheArraysOfEachAlone() {
        List<OptionTerms> terms = new ArrayList<>();
        for (int i = 0; i < 19; i++) {
            terms.add(new OptionTerms(
                    i % 2 == 0 ? OptionType.CALL : OptionType.PUT, 2.5, 1 + 0.2 * i, 0.01 * i, 0.05 * i, 0.01 * i));
        }
        List<RiskArray> together = new RiskArrays().options(VanillaModel.BLACK76, terms, RANGE, CENTS);
        assertThat(together).hasSize(terms.size());
        for (int i = 0; i < terms.size(); i++) {
            assertThat(together.get(i)).usingRecursiveComparison().isEqualTo(array(terms.get(i)));
        }
    }

    @Test
    void theOptionWithoutAValueIsNamed() {
        List<OptionTerms> terms = new ArrayList<>(Collections.nCopies(20, terms(OptionType.CALL, 2.75)));
        terms.set(11, terms(OptionType.CALL, -1));
        assertThatThrownBy(() -> new RiskArrays().options(VanillaModel.BLACK76, terms, RANGE, CENTS))
                .isInstanceOfSatisfying(
                        NoValueException.class, e -> assertThat(e.index()).isEqualTo(11))
                .hasMessageContaining("strike=-1.0");
    }

    private static RiskArray array(OptionTerms terms) {
        return new RiskArrays()
                .options(VanillaModel.BLACK76, List.of(terms), RANGE, CENTS)
                .getFirst();
    }

    private static OptionTerms terms(OptionType type, double strike) {
        return new OptionTerms(type, 2.50, strike, 30 / 365.0, 0.60, 0);
    }

    @Test
    void aGridHasScenariosOfItsOwn() {
        List<Scenario> usual = RANGE.scenarios();
        List<Scenario> grid = List.of(usual.get(12), new Scenario(0, 0, 1), usual.get(3), new Scenario(-1, -1, 0.5));
        ScanRange range = new ScanRange(RANGE.price(), RANGE.volatility(), grid, RANGE.lookAheadYears());
        RiskArrays arrays = new RiskArrays();
        assertThat(arrays.future(range, CENTS).lossMinor()).containsExactly(30000, 0, -10000, 15000);
        RiskArray call = arrays.options(VanillaModel.BLACK76, List.of(terms(OptionType.CALL, 2.75)), range, CENTS)
                .getFirst();
        // The second is a day's decay, by Black-76 with 29 days; the last half of what the sixteen have as their
        // fourteenth.
        assertThat(call.lossMinor()).containsExactly(5054, 258, -525, 3670);
        assertThat(call.compositeDelta()).isEqualTo(3219);
        assertThat(array(terms(OptionType.CALL, 2.75)).lossMinor()).hasSize(16);
    }
}
