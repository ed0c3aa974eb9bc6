package org.calx.pricing.average;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.calx.pricing.OptionType;
import org.calx.pricing.ReferenceTable;
import org.calx.pricing.digital.DigitalOption;
import org.calx.pricing.spread.SpreadOption;
import org.junit.jupiter.api.Test;

class AverageTest {

    /** Haug, table 4-28: 26 weekly fixings on a future, volatility flat, rising or falling by 0.005 a fixing. */
    @Test
    void turnbullWakemanGivesThePublishedValues() throws Exception {
        ReferenceTable table = ReferenceTable.read("asian_options.csv", "ql_turnbull_wakeman");
        assertThat(table.size()).isEqualTo(15);
        for (int i = 0; i < table.size(); i++) {
            int n = (int) table.number(i, "fixings");
            double first = table.number(i, "first_fixing_years");
            double last = table.number(i, "length_years_or_days");
            double slope =
                    switch (table.text(i, "vol_term_structure")) {
                        case "up" -> 0.005;
                        case "down" -> -0.005;
                        default -> 0;
                    };
            double[] forwards = new double[n];
            double[] variances = new double[n];
            Arrays.fill(forwards, table.number(i, "spot"));
            for (int j = 0; j < n; j++) {
                double years = first + j * (last - first) / (n - 1);
                double volatility = table.number(i, "vol") - slope * (n - 1 - j);
                variances[j] = volatility * volatility * years;
            }
            boolean falls = false;
            for (int j = 1; j < n; j++) {
                falls |= variances[j] < variances[j - 1];
            }
            if (!falls) {
                AverageTerms terms = new AverageTerms(n, 0, 0, forwards, variances);
                double discount = Math.exp(-table.number(i, "rate_r") * last);
                double price = AverageOption.turnbullWakeman(table.type(i), terms, table.number(i, "strike"), discount);
                assertThat(price).isCloseTo(table.number(i, "expected"), within(slope < 0 ? 2.5 : 2e-4));
            }
        }
    }

    /**
     * E. Levy, 1997: 2 to 500 fixings from the given time on over eleven months, prices of 1.4 to 2.9. QuantLib holds its simulation to
     * 0.02 of these.
     */
    @Test
    void curranGivesThePublishedValues() throws Exception {
        ReferenceTable table = ReferenceTable.read("asian_options.csv", "ql_discrete_arith");
        assertThat(table.size()).isEqualTo(15);
        for (int i = 0; i < table.size(); i++) {
            int n = (int) table.number(i, "fixings");
            double rate = table.number(i, "rate_r");
            double carry = rate - 0.06;
            double[] forwards = new double[n];
            double[] variances = new double[n];
            double years = 0;
            for (int j = 0; j < n; j++) {
                years = table.number(i, "first_fixing_years") + j * table.number(i, "length_years_or_days") / (n - 1);
                forwards[j] = table.number(i, "spot") * Math.exp(carry * years);
                variances[j] = Math.pow(table.number(i, "vol"), 2) * years;
            }
            AverageTerms terms = new AverageTerms(n, 0, 0, forwards, variances);
            double strike = table.number(i, "strike");
            double price = AverageOption.curran(table.type(i), terms, strike, Math.exp(-rate * years));
            assertThat(price).as("row %d", i).isCloseTo(table.number(i, "expected"), within(0.01));
        }
    }

    @Test
    void approximationsAgreeWithSimulationAlsoWhenPartIsKnown() {
        for (int known : new int[] {0, 8, 15}) {
            AverageTerms terms = AverageTerms.flat(2.5, 0.6, 20, known, 2.4, 0.01, 0.2);
            for (OptionType type : OptionType.values()) {
                AverageMonteCarlo oracle = AverageMonteCarlo.simulate(type, terms, 2.45, 0.99, 20_000, 7);
                double near = 5 * oracle.standardError() + 1e-5;
                assertThat(AverageOption.curran(type, terms, 2.45, 0.99)).isCloseTo(oracle.price(), within(near));
                assertThat(AverageOption.turnbullWakeman(type, terms, 2.45, 0.99))
                        .isCloseTo(oracle.price(), within(near + 1e-3));
            }
        }
    }

    @Test
    void aStrikeThatTheKnownFixingsPassedIsExercisedForSure() {
        AverageTerms terms = AverageTerms.flat(2, 0.5, 10, 9, 3, 0.01, 0.01);
        assertThat(AverageOption.curran(OptionType.CALL, terms, 2, 1)).isCloseTo(0.9, within(1e-12));
        assertThat(AverageOption.turnbullWakeman(OptionType.PUT, terms, 2, 1)).isZero();
    }

    @Test
    void spreadsGiveThePublishedValues() throws Exception {
        ReferenceTable table = ReferenceTable.read(
                "two_asset_options.csv", name -> name.equals("ql_two_asset") || name.equals("ql_margrabe"));
        int checked = 0;
        for (int i = 0; i < table.size(); i++) {
            double years = table.number(i, "t_years");
            double rate = table.number(i, "rate_r");
            boolean kirk = table.text(i, "kind").equals("spread_on_futures_kirk");
            boolean exchange = table.text(i, "kind").equals("exchange Q1=1 Q2=1");
            if (kirk || exchange) {
                double forward1 = table.number(i, "s1") * (kirk ? 1 : carry(table, i, "q1"));
                double forward2 = table.number(i, "s2") * (kirk ? 1 : carry(table, i, "q2"));
                SpreadOption spread = new SpreadOption(
                        forward1,
                        forward2,
                        table.number(i, "vol1"),
                        table.number(i, "vol2"),
                        table.number(i, "rho"),
                        years,
                        rate);
                double price =
                        kirk ? spread.kirk(table.type(i), table.number(i, "strike")) : spread.margrabe(OptionType.CALL);
                assertThat(price).isCloseTo(table.number(i, "expected"), within(1e-3));
                checked++;
            }
        }
        assertThat(checked).isEqualTo(18);
    }

    private static double carry(ReferenceTable table, int i, String yield) {
        return Math.exp((table.number(i, "rate_r") - table.number(i, yield)) * table.number(i, "t_years"));
    }

    @Test
    void bjerksundStenslandSpreadIsKirkWithoutStrikeAndCloseWithOne() {
        SpreadOption spread = new SpreadOption(110, 90, 0.3, 0.2, 0.4, 0.5, 0.05);
        assertThat(spread.bjerksundStensland(OptionType.CALL, 0))
                .isCloseTo(spread.margrabe(OptionType.CALL), within(1e-12));
        assertThat(spread.bjerksundStensland(OptionType.PUT, 15))
                .isCloseTo(spread.kirk(OptionType.PUT, 15), within(0.02));
    }

    /** Haug 1998, page 88: a put that pays 10, strike 80, future 100. */
    @Test
    void digitalGivesThePublishedValue() {
        assertThat(10 * DigitalOption.cash(OptionType.PUT, 100, 80, 0.75, 0.35, 0.06))
                .isCloseTo(2.6710, within(1e-4));
        assertThat(DigitalOption.cash(OptionType.CALL, 100, 100, 0, 0, 0)).isCloseTo(0.5, within(1e-15));
    }
}
