package org.calx.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The tables that the project carries against the files that they were made from. */
class BuiltInTablesTest {

    private static final Path DATA = Path.of("..", "..", "shared", "data");

    private final PriceTable table = PriceTableReader.builtIn();

    @Test
    void sayTheWordsThatTheLicencesAskFor() {
        assertThat(table.attributions())
                .containsExactly(
                        "GPU rental price data by gpurentalprices.com (https://gpurentalprices.com), licensed under CC BY"
                                + " 4.0.",
                        "CC BY 4.0 from Bundesnetzagentur | SMARD.de");
    }

    @Test
    void gpuTableEqualsSource() throws IOException {
        List<GpuOffer> expected = new ArrayList<>();
        for (String[] row : source("gpu_rental_prices_open/gpu_rental_open.csv.gz")) {
            String model = modelOf(row[2]);
            if (!model.isEmpty() && row[5].equals("on-demand") && row[7].equals("0")) {
                long priceMicros = DecimalMicros.parse(row[4]).orElseThrow();
                expected.add(new GpuOffer(LocalDate.parse(row[0]), model, row[1], priceMicros));
            }
        }

        assertThat(sorted(table.offers())).isEqualTo(sorted(expected));
    }

    @Test
    void powerTableEqualsSource() throws IOException {
        List<PowerHour> expected = new ArrayList<>();
        for (String[] row : source("elec_de_lu_day_ahead/de_lu_day_ahead.csv.gz")) {
            Instant start = Instant.parse(row[0].replace("Z", ":00Z"));
            if (start.atZone(PowerIndex.MARKET_TIME).getYear() == 2024) {
                expected.add(new PowerHour(
                        start, "DE-LU", DecimalMicros.parse(row[1]).orElseThrow()));
            }
        }

        assertThat(table.hours()).hasSize(366 * 24).isEqualTo(expected);
    }

    private static String modelOf(String upstreamId) {
        return switch (upstreamId) {
            case "h100", "h100-sxm" -> "H100";
            case "h200" -> "H200";
            case "a100", "a100-sxm-80" -> "A100";
            case "b200" -> "B200";
            default -> "";
        };
    }

    private static List<GpuOffer> sorted(List<GpuOffer> offers) {
        return offers.stream()
                .sorted(Comparator.comparing(GpuOffer::date)
                        .thenComparing(GpuOffer::model)
                        .thenComparing(GpuOffer::provider)
                        .thenComparing(GpuOffer::priceMicros))
                .toList();
    }

    private static List<String[]> source(String name) throws IOException {
        Path file = DATA.resolve(name);
        assumeTrue(
                Files.isReadable(file),
                () -> "source data not here: " + file.toAbsolutePath().normalize());
        try (BufferedReader text = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return text.lines().skip(1).map(line -> line.split(",", -1)).toList();
        }
    }
}
