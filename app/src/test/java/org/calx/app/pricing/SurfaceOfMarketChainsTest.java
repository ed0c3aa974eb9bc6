package org.calx.app.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.calx.pricing.surface.ArbitrageCheck;
import org.calx.pricing.surface.ExpiryQuotes;
import org.calx.pricing.surface.FitReport;
import org.calx.pricing.surface.VolatilitySurface;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Surfaces of recorded option markets: inside the quoted spreads, and free of arbitrage. */
class SurfaceOfMarketChainsTest {
    private static final Path FOLDER = Path.of("../../shared/data/option_chains");
    private static final double LEAST_INSIDE = 0.95;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "btc_deribit_2023-07-11",
                "eth_deribit_2025-07-06",
                "btc_deribit_2026-05-21",
                "eth_deribit_2026-05-21"
            })
    void liesInsideTheQuotedSpreadsWithoutArbitrage(String chain) throws IOException {
        Path file = FOLDER.resolve(chain + ".csv.gz");
        assumeTrue(Files.exists(file), () -> file + " is not there");
        List<ExpiryQuotes> expiries = OptionChain.read(file);
        VolatilitySurface surface = VolatilitySurface.fit(expiries);
        FitReport report = FitReport.of(surface, expiries);
        assertThat(report.quotes()).isGreaterThan(250);
        assertThat(report.insideSpread()).isGreaterThanOrEqualTo(LEAST_INSIDE);
        ArbitrageCheck arbitrage = ArbitrageCheck.of(surface);
        assertThat(arbitrage.butterflyViolations()).isZero();
        assertThat(arbitrage.calendarViolations()).isZero();
    }
}
