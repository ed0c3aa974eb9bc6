package org.calx.risk.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kupiec 1995 (table of non-rejection regions), Basel Committee 1996 (table of zones), Christoffersen 1998. */
class PublishedBacktestsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 5.025168, .024982", "1, 1.176491, .278071", "2, 0.108435, .741933", "3, 0.094940, .757988",
        "4, 0.769138, .380484", "5, 1.956810, .161855", "6, 3.555355, .059354", "7, 5.496990, .019049",
        "8, 7.733551, .005420", "9, 10.229031, .001382", "10, 12.955491, .000319"
    })
    void kupiecOfAYear(int exceptions, double statistic, double pValue) {
        TestResult result = Kupiec.test(exceptions, 250, 0.01);
        assertThat(result.statistic()).isCloseTo(statistic, within(5.1e-7));
        assertThat(result.pValue()).isCloseTo(pValue, within(5.1e-7));
    }

    /** Kupiec's own table prints N &lt; 7 for 255 days at 1 %; the exact statistic also rejects N = 0. */
    @ParameterizedTest
    @CsvSource({
        "255, .01, 1, 6", "255, .025, 3, 11", "255, .05, 7, 20", "255, .075, 12, 27", "255, .1, 17, 35",
        "510, .01, 2, 10", "510, .025, 7, 20", "510, .05, 17, 35", "510, .075, 28, 50", "510, .1, 39, 64",
        "1000, .01, 5, 16", "1000, .025, 16, 35", "1000, .05, 38, 64", "1000, .075, 60, 91", "1000, .1, 82, 119"
    })
    void kupiecKeepsTheModelWithinThePublishedRegion(int days, double probability, int fewest, int most) {
        for (int exceptions = 0; exceptions <= 2 * most; exceptions++) {
            assertThat(Kupiec.test(exceptions, days, probability).isRejected(0.05))
                    .as("%d exceptions", exceptions)
                    .isEqualTo(exceptions < fewest || exceptions > most);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 8.11, GREEN", "1, 28.58, GREEN", "2, 54.32, GREEN", "3, 75.81, GREEN", "4, 89.22, GREEN",
        "5, 95.88, YELLOW", "6, 98.63, YELLOW", "7, 99.60, YELLOW", "8, 99.89, YELLOW", "9, 99.97, YELLOW",
        "10, 99.99, RED"
    })
    void baselZones(int exceptions, double percent, TrafficLight.Zone zone) {
        TrafficLight light = TrafficLight.of(exceptions, 250, 0.01);
        assertThat(100 * light.cumulativeProbability()).isCloseTo(percent, within(0.0051));
        assertThat(light.zone()).isEqualTo(zone);
    }

    @ParameterizedTest
    @CsvSource({"239, 5, 5, 0, 5, 0.204932, 2.161742, .339300", "243, 1, 1, 4, 5, 30.984813, 32.941622, 7.03e-8"})
    void christoffersen(
            int calm,
            int calmThenException,
            int exceptionThenCalm,
            int both,
            int exceptions,
            double independence,
            double coverage,
            double pValue) {
        Christoffersen counts = new Christoffersen(calm, calmThenException, exceptionThenCalm, both);
        TestResult joint = counts.conditionalCoverage(Kupiec.test(exceptions, 250, 0.01));
        assertThat(counts.independence().statistic()).isCloseTo(independence, within(5.1e-7));
        assertThat(joint.statistic()).isCloseTo(coverage, within(1.1e-6));
        assertThat(joint.pValue()).isCloseTo(pValue, within(Math.max(5e-7 * (pValue > 1e-4 ? 1 : 0), 5e-11)));
    }

    @Test
    void christoffersenCountsTransitions() {
        boolean[] days = {false, false, true, true, false, true, false, false};
        assertThat(Christoffersen.of(days)).isEqualTo(new Christoffersen(2, 2, 2, 1));
    }

    /** Four days, ES 2 each, two exceptions of 3 and 1.5: Z1 = 1 − (1.5 + 0.75) / 2, Z2 = 1 − 2.25 / (4 × 0.25). */
    @Test
    void acerbiSzekelyByHand() {
        AcerbiSzekely found = AcerbiSzekely.of(
                new double[] {3, -1, 1.5, 0}, new double[] {1, 1, 1, 1}, new double[] {2, 2, 2, 2}, 0.25);
        assertThat(found.conditional()).isCloseTo(-0.125, within(1e-15));
        assertThat(found.unconditional()).isCloseTo(-1.25, within(1e-15));
        assertThat(found.isRejected()).isTrue();
    }
}
