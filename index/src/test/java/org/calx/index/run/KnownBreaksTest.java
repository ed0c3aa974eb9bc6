package org.calx.index.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.calx.index.SharedData;
import org.calx.index.input.TableReader;
import org.calx.index.methodology.Methodology;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The breaks that the provenance of gpu_multi_provider_daily names, with the naive mean beside them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnownBreaksTest {
    private static final List<LocalDate> BREAKS =
            List.of(LocalDate.of(2026, 3, 7), LocalDate.of(2026, 5, 8), LocalDate.of(2026, 5, 9));
    private static final List<String> MODELS = List.of("H100", "A100", "H200", "B200", "L40S");

    private Map<String, String[]> fixings;
    private Map<String, String[]> means;

    @BeforeAll
    void compute(@TempDir Path folder) throws IOException {
        List<Path> input = List.of(SharedData.file("gpu_multi_provider_daily/gpu_rental_daily.csv.gz"));
        fixings = Market.fixings(input, Methodology.CALX_1, folder.resolve("calx"));
        means = Market.fixings(input, Methodology.PLAIN_MEAN, folder.resolve("mean"));
    }

    @Test
    void moveTheIndexByLessThanTwoPercent() {
        for (LocalDate day : BREAKS) {
            for (String model : MODELS) {
                assertThat(Math.abs(move(fixings, day, model)))
                        .as(model + " on " + day)
                        .isLessThan(0.02);
            }
        }
    }

    @Test
    void moveTheNaiveMeanByMore() {
        for (String model : MODELS) {
            double largest = BREAKS.stream()
                    .mapToDouble(day -> Math.abs(move(means, day, model)))
                    .max()
                    .orElseThrow();
            assertThat(largest).as(model).isGreaterThan(0.05);
        }
    }

    @Test
    void leaveTooFewContributorsFromMay() {
        assertThat(fixings.get("2026-05-08 H100")[6]).isEqualTo("quotes");
        assertThat(fixings.get("2026-05-09 H100")[6]).isEqualTo("held");
        assertThat(fixings.get("2026-05-12 H100")[6]).isEqualTo("committee");
    }

    /** The source's change of unit as it came: the rows that the data corrects get back the price of the instance. */
    @Test
    void aChangeOfUnitIsCaught(@TempDir Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        TableReader.read(
                SharedData.file("gpu_multi_provider_daily/gpu_rental_daily.csv.gz"), 100_000, (header, _, cells) -> {
                    if (lines.isEmpty()) {
                        lines.add(String.join(",", header));
                    }
                    int gpus = Integer.parseInt(cells[header.indexOf("gpu_count")]);
                    if (cells[header.indexOf("unit_corrected")].equals("1")) {
                        for (int at = header.indexOf("price_usd_per_hour");
                                at <= header.indexOf("per_gpu_hour_max");
                                at++) {
                            cells[at] = new BigDecimal(cells[at])
                                    .multiply(BigDecimal.valueOf(gpus))
                                    .toPlainString();
                        }
                    }
                    if (cells[0].compareTo("2026-02-22") < 0) {
                        lines.add(String.join(",", cells));
                    }
                });
        List<Path> raw = List.of(Files.write(folder.resolve("raw.csv"), lines));
        Map<String, String[]> caught = Market.fixings(raw, Methodology.CALX_1, folder.resolve("calx"));
        Map<String, String[]> naive = Market.fixings(raw, Methodology.PLAIN_MEAN, folder.resolve("mean"));
        LocalDate changed = LocalDate.of(2026, 2, 19);
        for (String model : List.of("H100", "A100", "H200", "B200")) {
            double moved = move(caught, changed, model);
            assertThat(Math.abs(moved)).as(model).isLessThan(0.02);
            assertThat(Math.abs(moved - move(fixings, changed, model)))
                    .as(model)
                    .isLessThan(0.02);
            assertThat(move(naive, changed, model)).as(model).isLessThan(-0.5);
        }
    }

    private static double move(Map<String, String[]> fixings, LocalDate day, String model) {
        return Market.value(fixings, day, model) / Market.value(fixings, day.minusDays(1), model) - 1;
    }
}
