package org.calx.index.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.calx.index.DecimalMicros;
import org.calx.index.ReferencePrices;
import org.calx.index.input.InputException;
import org.calx.index.methodology.Methodology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKindsTest {
    @TempDir
    private Path folder;

    @Test
    void parquetAndGzipGiveTheSameFixings() throws Exception {
        Path gzip = resource("h100.csv.gz");
        Path parquet = resource("h100.parquet");
        IndexRun.compute(List.of(gzip), Methodology.CALX_1, folder.resolve("gzip"));
        IndexRun.compute(List.of(parquet), Methodology.CALX_1, folder.resolve("parquet"));

        assertThat(folder.resolve("parquet/fixings.csv")).hasSameTextualContentAs(folder.resolve("gzip/fixings.csv"));
        assertThat(Files.readAllLines(folder.resolve("gzip/fixings.csv"))).hasSizeGreaterThan(15);
    }

    @Test
    void theDemosBenchmarksAreThoseOfIndexCompute() throws Exception {
        Path table = Path.of(ReferencePrices.class.getResource("gpu-prices.csv").toURI());

        assertThatDemoShows(ReferencePrices.builtIn(), Market.fixings(List.of(table), Methodology.CALX_1, folder));
    }

    @Test
    void aPriceFilesBenchmarksAreThoseOfIndexComputeToo() throws IOException {
        Path file = Files.writeString(folder.resolve("own.csv"), """
                start,product,source,price,unit
                2026-03-02,H100,a,2.5,USD/GPUh
                2026-03-02,H100.EU,b,3.5,USD/GPUh
                2026-03-03,H100,a,2.4,USD/GPUh
                2026-03-03,H100.EU,b,3.6,USD/GPUh
                2026-03-05,H100.EU,b,3.7,USD/GPUh
                """);
        ReferencePrices demo = ReferencePrices.withFile(file);

        assertThat(demo.models()).containsExactly("H100", "H100.EU");
        assertThatDemoShows(demo, Market.fixings(List.of(file), Methodology.CALX_1_FEW, folder));
    }

    private static void assertThatDemoShows(ReferencePrices demo, Map<String, String[]> fixings) {
        for (String model : demo.models()) {
            assertThat(demo.compute(model).series().fixings().values())
                    .hasSizeGreaterThan(1)
                    .allSatisfy(fixing -> {
                        String[] cells = fixings.get(fixing.date() + " " + model);
                        assertThat(DecimalMicros.parse(cells[2])).hasValue(fixing.priceMicros());
                        assertThat(cells[3]).isEqualTo(Integer.toString(fixing.contributors()));
                    });
        }
    }

    @Test
    void unknownColumnsAreRefusedWithTheKnownOnes() throws IOException {
        Path file = Files.writeString(folder.resolve("odd.csv"), "when,what\n1,2\n");

        assertThatThrownBy(() -> IndexRun.compute(List.of(file), Methodology.CALX_1, folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("when,what")
                .hasMessageContaining("gpu-rental-open");
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(FileKindsTest.class.getResource(name).toURI());
    }
}
