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
import org.calx.pricing.surface.SurfaceModel;
import org.calx.pricing.surface.VolatilitySurface;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Surfaces of recorded option markets: inside the quoted spreads, and free of arbitrage. */
class SurfaceOfMarketChainsTest {
    private static final Path FOLDER = Path.of(System.getProperty("calx.data", "../../shared/data"), "option_chains");
    private static final double LEAST_INSIDE = 0.95;
    private static final double LEAST_INSIDE_OF_FEW_NUMBERS = 0.4;

    private static List<String> chains() {
        return List.of(
                "btc_deribit_2023-07-11", "eth_deribit_2025-07-06", "btc_deribit_2026-05-21", "eth_deribit_2026-05-21");
    }

    @ParameterizedTest
    @MethodSource("chains")
    void liesInsideTheQuotedSpreads(String chain) throws IOException {
        List<ExpiryQuotes> expiries = expiries(chain);
        FitReport report = FitReport.of(SurfaceModel.MIXTURE.fit(expiries), expiries);
        assertThat(report.quotes()).isGreaterThan(250);
        assertThat(report.insideSpread()).isGreaterThanOrEqualTo(LEAST_INSIDE);
    }

    @ParameterizedTest
    @MethodSource("chains")
    void noModelHasArbitrage(String chain) throws IOException {
        List<ExpiryQuotes> expiries = expiries(chain);
        for (SurfaceModel model : SurfaceModel.values()) {
            VolatilitySurface surface = model.fit(expiries);
            FitReport report = FitReport.of(surface, expiries);
            System.out.printf("%s %s %s%n", chain, model, report);
            assertThat(ArbitrageCheck.of(surface)).as("%s", model).isEqualTo(new ArbitrageCheck(0, 0));
            assertThat(report.insideSpread()).as("%s", model).isGreaterThan(LEAST_INSIDE_OF_FEW_NUMBERS);
        }
    }

    private static List<ExpiryQuotes> expiries(String chain) throws IOException {
        Path file = FOLDER.resolve(chain + ".csv.gz");
        assumeTrue(Files.exists(file), () -> file + " is not there");
        return OptionChain.read(file);
    }
}
