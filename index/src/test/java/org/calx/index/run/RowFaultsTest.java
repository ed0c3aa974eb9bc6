package org.calx.index.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.calx.index.methodology.Methodology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault is found where it stands, and its reason is kept. The market has 30 good rows before the faulty one. */
class RowFaultsTest {
    private static final int FAULTY_ROW = 31;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource
    void isRefused(String gpus, String term, String currency, String unit, String price, String reason)
            throws IOException {
        Market market = Market.ofTen(3)
                .row(3, "list", "p5", "US", Integer.parseInt(gpus), term, currency, unit, price, "", "desk");
        for (int provider = 0; provider < 10; provider++) {
            if (provider != 5) {
                market.offer(3, "p" + provider, 2 + provider / 10.0);
            }
        }

        assertThat(lines(market, "rejected.csv"))
                .singleElement()
                .asString()
                .startsWith("market.csv," + FAULTY_ROW + ",\"" + reason);
    }

    private static Stream<Arguments> isRefused() {
        return Stream.of(
                Arguments.of("1", "serverless", "USD", "gpu-hour", "2.5", "serverless: "),
                Arguments.of("1", "weekly", "USD", "gpu-hour", "2.5", "term: "),
                Arguments.of("1", "on-demand", "EUR", "gpu-hour", "2.5", "currency: "),
                Arguments.of("1", "on-demand", "USD", "EUR/MWh", "2.5", "unit: "),
                Arguments.of("1", "on-demand", "USD", "gpu-hour", "-2.5", "price: "),
                Arguments.of("1", "on-demand", "USD", "gpu-hour", "2,5", "columns: "),
                Arguments.of("0", "on-demand", "USD", "gpu-hour", "2.5", "gpu count: "),
                Arguments.of("1", "on-demand", "USD", "gpu-hour", "17.75", "currency: 7.100 times the last figure"),
                Arguments.of("1", "on-demand", "USD", "gpu-hour", "6", "jump: "),
                Arguments.of("8", "on-demand", "USD", "gpu-hour", "0.2", "band: "));
    }

    @Test
    void aPriceOfTheInstanceIsDivided() throws IOException {
        Market market = Market.ofTen(3);
        for (int day = 0; day < 4; day++) {
            market.row(
                    day, "list", "big", "US", 8, "on-demand", "USD", "gpu-hour", day == 3 ? "20.0" : "2.5", "", "desk");
        }

        assertThat(lines(market, "adjusted.csv"))
                .singleElement()
                .asString()
                .startsWith("market.csv,34,\"unit: 8 times the last figure");
    }

    @Test
    void aPriceThatGrowsWithTheGpusIsDividedOnTheFirstDay() throws IOException {
        Market market = Market.ofTen(1);
        for (int gpus : new int[] {1, 2, 4, 8}) {
            market.row(0, "list", "big", "US", gpus, "on-demand", "USD", "gpu-hour", gpus * 2.5 + "", "", "desk");
        }

        assertThat(lines(market, "adjusted.csv")).hasSize(3).allMatch(line -> line.contains("unit: the price grows"));
    }

    @Test
    void aSecondSourceAndASecondRowOfAnOfferAreRefused() throws IOException {
        Market market = Market.ofTen(1)
                .row(0, "list", "p1", "", 1, "on-demand", "USD", "gpu-hour", "2.2", "", "aggregator")
                .offer(0, "p2", 2.2);

        assertThat(lines(market, "rejected.csv"))
                .containsExactly(
                        "market.csv,11,\"duplicated source: the day has it from desk\"",
                        "market.csv,12,\"duplicate: the same offer as row 3\"");
    }

    @Test
    void aJumpIsBelievedWhenItHasStood() throws IOException {
        Market market = Market.ofTen(6);
        for (int day = 0; day < 6; day++) {
            market.offer(day, "late", day < 2 ? 2.5 : 5.5);
        }

        assertThat(lines(market, "rejected.csv")).hasSize(2).allMatch(line -> line.contains("jump"));
    }

    private List<String> lines(Market market, String file) throws IOException {
        market.fixings(folder, Methodology.CALX_1);
        return Files.readAllLines(folder.resolve("out").resolve(file)).stream()
                .skip(1)
                .toList();
    }
}
