package org.calx.index.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.calx.index.SharedData;
import org.calx.index.methodology.Methodology;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The multi-provider data with prices moved by 10% from one day on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NeedleOnRealDataTest {
    private static final LocalDate MOVED = LocalDate.of(2026, 2, 25);
    private static final int FIRST_PRICE = 6;
    private static final int LAST_PRICE = 9;

    @TempDir
    private static Path folder;

    private List<String> rows;
    private Map<String, String[]> asItWas;

    @BeforeAll
    void read() throws IOException {
        Path file = SharedData.file("gpu_multi_provider_daily/gpu_rental_daily.csv.gz");
        try (BufferedReader text = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            rows = text.lines()
                    .filter(row -> row.compareTo("2026-03-01") < 0 || row.startsWith("date"))
                    .toList();
        }
        asItWas = fixings("base", _ -> false);
    }

    @Test
    void allPricesMoveEveryIndex() throws IOException {
        Map<String, String[]> moved = fixings("all", _ -> true);
        for (String index : List.of("H100", "A100", "H200", "L40S", "B200", "GPU")) {
            assertThat(effect(moved, index)).as(index).isBetween(0.09, 0.11);
        }
    }

    @Test
    void halfTheWeightMovesItByHalf() throws IOException {
        Set<String> movers = new HashSet<>();
        double weight = 0;
        for (String line : Files.readAllLines(folder.resolve("base/weights.csv"))) {
            String[] cells = line.split(",");
            if (line.startsWith(MOVED + ",H100,") && weight < 0.5) {
                movers.add(cells[2]);
                weight += Double.parseDouble(cells[4]);
            }
        }

        assertThat(effect(fixings("half", movers::contains), "H100")).isBetween(0.04, 0.07);
    }

    /** How much higher the fixing is on the day of the move than it was. */
    private double effect(Map<String, String[]> moved, String index) {
        return Market.value(moved, MOVED, index) / Market.value(asItWas, MOVED, index) - 1;
    }

    private Map<String, String[]> fixings(String name, Predicate<String> moves) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String row : rows) {
            String[] cells = row.split(",", -1);
            if (row.compareTo(MOVED.toString()) >= 0 && !row.startsWith("date") && moves.test(cells[1])) {
                for (int at = FIRST_PRICE; at <= LAST_PRICE; at++) {
                    cells[at] = new BigDecimal(cells[at])
                            .multiply(new BigDecimal("1.1"))
                            .toPlainString();
                }
            }
            lines.add(String.join(",", cells));
        }
        Path input = Files.write(folder.resolve(name + ".csv"), lines);
        return Market.fixings(List.of(input), Methodology.CALX_1, folder.resolve(name));
    }
}
