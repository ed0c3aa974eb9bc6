package org.calx.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.calx.index.methodology.Methodology;
import org.calx.index.run.IndexRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkFiguresTest {

    private final ReferencePrices prices = ReferencePrices.builtIn();

    @TempDir
    private Path folder;

    /** The expected figures come from {@code index/tools/make_calx_golden.py}, which follows the methodology's page. */
    @Test
    void computeFiguresAgreeWithOutsideRecomputationOfTheMethodology() throws IOException {
        List<String> figures = new ArrayList<>();
        for (String model : prices.models()) {
            prices.compute(model).series().fixings().values().forEach(fixing -> figures.add(line(fixing)));
        }

        assertThat(figures).isEqualTo(golden("calx-1.csv"));
    }

    /** The expected figures come from {@code index/tools/make_golden.py}, Python's statistics with exact fractions. */
    @Test
    void powerAndPlainMediansAgreeWithOutsideRecomputation() throws Exception {
        Path table = Path.of(ReferencePrices.class.getResource("gpu-prices.csv").toURI());
        IndexRun.compute(List.of(table), Methodology.PLAIN_MEDIAN, folder);
        List<String> figures = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("fixings.csv")).stream()
                .skip(1)
                .toList()) {
            String[] cells = line.split(",");
            if (!cells[6].equals("held")) {
                figures.add(cells[1] + "," + cells[0] + ","
                        + DecimalMicros.parse(cells[2]).orElseThrow() + "," + cells[3]);
            }
        }
        prices.power().series().fixings().values().forEach(fixing -> figures.add(line(fixing)));

        assertThat(figures.stream().sorted()).isEqualTo(golden("fixings.csv"));
    }

    private List<String> golden(String name) throws IOException {
        try (InputStream golden = getClass().getResourceAsStream(name)) {
            return new String(golden.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
    }

    @Test
    void medianOfEvenNumberIsMiddleMeanWithHalfMicroUp() {
        assertThat(Medians.ofMicros(List.of(4L, 1L, 2L, 3L))).isEqualTo(3);
        assertThat(Medians.ofMicros(List.of(7L))).isEqualTo(7);
    }

    @Test
    void powerDayHasAsManyHoursAsTheLocalClock() {
        assertThat(PowerIndex.hoursIn(LocalDate.of(2024, 3, 31))).isEqualTo(23);
        assertThat(PowerIndex.hoursIn(LocalDate.of(2024, 10, 27))).isEqualTo(25);
        assertThat(prices.power()
                        .series()
                        .on(LocalDate.of(2024, 3, 31))
                        .orElseThrow()
                        .contributors())
                .isEqualTo(23);
    }

    @Test
    void powerDayWithMissingHourHasNoFigureOfItsOwn() {
        List<PowerHour> hours = new ArrayList<>(PriceTableReader.builtIn().hours());
        hours.remove(30);

        IndexSeries series = PowerIndex.base(hours);

        LocalDate broken = LocalDate.of(2024, 1, 2);
        long carriedMicros = series.on(LocalDate.of(2024, 1, 1)).orElseThrow().priceMicros();
        assertThat(series.fixings()).doesNotContainKey(broken);
        assertThat(series.on(broken)).contains(new IndexFixing(PowerIndex.BASE, broken, carriedMicros, 0));
    }

    private static String line(IndexFixing fixing) {
        return fixing.indexName() + "," + fixing.date() + "," + fixing.priceMicros() + "," + fixing.contributors();
    }
}
