package org.calx.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkFiguresTest {

    private final ReferencePrices prices = ReferencePrices.builtIn();

    /** The expected figures come from {@code index/tools/make_golden.py}, Python's statistics with exact fractions. */
    @Test
    void everyFigureOfTheBuiltInTablesAgreesWithOutsideRecomputation() throws IOException {
        List<String> figures = new ArrayList<>();
        figures.add("index,date,price_micros,contributors");
        addFigures(figures, "A100");
        addFigures(figures, "B200");
        prices.power().series().fixings().values().forEach(fixing -> figures.add(line(fixing)));
        addFigures(figures, "H100");
        addFigures(figures, "H200");

        try (InputStream golden = getClass().getResourceAsStream("fixings.csv")) {
            assertThat(String.join("\n", figures) + "\n")
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void countsEachProviderOnceHoweverManyOffersItLists() {
        LocalDate day = LocalDate.of(2026, 7, 29);
        List<GpuOffer> offers = List.of(
                new GpuOffer(day, "H100", "a", 1_000_000),
                new GpuOffer(day, "H100", "b", 2_000_001),
                new GpuOffer(day, "H100", "c", 3_000_000),
                new GpuOffer(day, "H100", "c", 5_000_001),
                new GpuOffer(day, "H100", "c", 9_000_000));

        assertThat(ComputeIndex.series(offers).get("H100").on(day))
                .contains(new IndexFixing("H100", day, 2_000_001, 3));
    }

    @Test
    void medianOfEvenNumberIsMiddleMeanWithHalfMicroUp() {
        assertThat(ComputeIndex.medianMicros(List.of(4L, 1L, 2L, 3L))).isEqualTo(3);
        assertThat(ComputeIndex.medianMicros(List.of(7L))).isEqualTo(7);
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

    private void addFigures(List<String> figures, String model) {
        prices.compute(model).series().fixings().values().forEach(fixing -> figures.add(line(fixing)));
    }

    private static String line(IndexFixing fixing) {
        return fixing.indexName() + "," + fixing.date() + "," + fixing.priceMicros() + "," + fixing.contributors();
    }
}
