package org.calx.risk.volatility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.calx.risk.SharedData;
import org.junit.jupiter.api.Test;

/**
 * The published benchmark of GARCH software: daily DEM/GBP returns 1984 to 1991 (Bollerslev and Ghysels 1996), estimates and
 * standard errors of Fiorentini, Calzolari and Panattoni (1996), to every printed digit.
 */
class DemGbpBenchmarkTest {
    private static final String FOLDER = "reference_econometrics/";

    private final double[] returns = SharedData.numbers(FOLDER + "dem2gbp_returns_pct.csv", 1);
    private final VolatilityFit fit = VolatilityFitter.fit(returns, VolatilityModel.GARCH, ErrorDistribution.NORMAL);

    @Test
    void estimatesAndStandardErrorsAgreeToThePrintedDigits() {
        List<String[]> published = SharedData.rows(FOLDER + "garch_reference_fit.csv");
        assertThat(published).hasSize(4);
        for (int i = 0; i < published.size(); i++) {
            assertThat(fit.names().get(i)).isEqualTo(published.get(i)[2]);
            assertPrinted(fit.estimates()[i], published.get(i)[3]);
            assertPrinted(fit.standardErrors().hessian()[i], published.get(i)[4]);
        }
    }

    @Test
    void robustStandardErrorsAgreeToThePrintedDigits() {
        String[] published = {".00918935", ".00649319", ".053532", ".072461"};
        for (int i = 0; i < published.length; i++) {
            assertPrinted(fit.standardErrors().robust()[i], published[i]);
        }
    }

    @Test
    void logLikelihoodIsThePublishedOne() {
        assertThat(fit.converged()).isTrue();
        assertThat(fit.logLikelihood()).isCloseTo(-1106.60788, within(5e-6));
    }

    /** The source rounds most figures and cuts omega, 0.01076139785, to 0.0107613. */
    private static void assertPrinted(double value, String printed) {
        BigDecimal expected = new BigDecimal(printed);
        BigDecimal exact = new BigDecimal(value);
        assertThat(List.of(
                        exact.setScale(expected.scale(), RoundingMode.HALF_UP),
                        exact.setScale(expected.scale(), RoundingMode.DOWN)))
                .contains(expected);
    }
}
