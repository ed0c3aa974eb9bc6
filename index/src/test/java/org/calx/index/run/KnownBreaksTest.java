package org.calx.index.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.calx.index.SharedData;
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

    private static double move(Map<String, String[]> fixings, LocalDate day, String model) {
        return Market.value(fixings, day, model) / Market.value(fixings, day.minusDays(1), model) - 1;
    }
}
