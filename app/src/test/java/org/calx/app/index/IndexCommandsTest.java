package org.calx.app.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.calx.app.Main;
import org.calx.index.input.ObservationCsv;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands of the benchmarks as a user gives them: files in, files and lines out, or one line that says what is wrong. */
class IndexCommandsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final String QUOTES = "date,kind,model,first,last,price,currency,source\n";

    @TempDir
    private Path folder;

    private Path offers;

    private record Ran(int code, String out, String error) {
        JsonNode json() {
            assertThat(error).isEmpty();
            assertThat(code).isZero();
            return JsonMapper.shared().readTree(out);
        }
    }

    private Ran run(String line) {
        PrintStream out = System.out;
        PrintStream error = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            int code = Main.execute(line.replace("@", folder + "/").split(" "));
            return new Ran(code, printed.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(error);
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name));
    }

    /** Ten owners over fifty days; on the third one makes a mistake of unit. All prices rise by 1% on the tenth day. */
    @BeforeEach
    void writeOffers() throws IOException {
        List<String> rows = new ArrayList<>(List.of(ObservationCsv.HEADER));
        for (int day = 0; day < 50; day++) {
            for (int owner = 0; owner < 10; owner++) {
                for (String model : List.of("H100", "A100")) {
                    double price = (model.equals("H100") ? 2 : 1) * (1 + owner / 100.0) * (day >= 9 ? 1.01 : 1);
                    boolean mistake = day == 2 && owner == 0 && model.equals("H100");
                    rows.add(FIRST.plusDays(day) + ",list,p" + owner + ",,US," + model + ",8,on-demand,USD,gpu-hour,"
                            + String.format(Locale.ROOT, "%.6f", mistake ? price * 8 : price)
                            + ",,desk,0");
                }
            }
        }
        offers = file("offers.csv", String.join("\n", rows) + "\n");
    }

    @Test
    void computesVerifiesAndTellsTheHistory() throws IOException {
        JsonNode done = run("index compute --input @offers.csv --methodology calx-1 --out @out")
                .json();
        assertThat(done.get("rows").asInt()).isEqualTo(1_000);
        assertThat(done.get("days").asInt()).isEqualTo(50);
        assertThat(done.get("refusedOrAdjusted").get("unit").asInt()).isEqualTo(1);
        List<String> fixings = lines("out/fixings.csv");
        assertThat(fixings.getFirst()).isEqualTo("date,index,value,contributors,low,high,status");
        double before = value(fixings, "2026-03-10,H100,");
        assertThat(value(fixings, "2026-03-11,H100,") / before).isEqualTo(1.01, within(1e-5));
        assertThat(fixings).anyMatch(line -> line.startsWith("2026-03-11,H100,") && line.endsWith(",quotes"));
        assertThat(lines("out/adjusted.csv")).hasSize(2).last().asString().startsWith("offers.csv,41,\"unit: ");
        assertThat(lines("out/weights.csv"))
                .filteredOn(line -> line.startsWith("2026-03-11,H100,"))
                .hasSize(10)
                .allMatch(line -> line.contains(",0.100000,"));

        assertThat(run("index verify @out").json().get("verified").asBoolean()).isTrue();
        Ran history = run("index history @out --index H100 --out @history.csv");
        assertThat(history.code()).isZero();
        assertThat(lines("history.csv")).hasSize(51).anyMatch(line -> line.startsWith("calx-1,2026-03-11,H100,"));
        assertThat(run("index history @out --out @history.parquet").code()).isZero();
        assertThat(run("index verify @out --public-key 00").code()).isEqualTo(1);
        Files.writeString(offers, Files.readString(offers).replaceFirst("2.000000", "2.000001"));
        Ran tampered = run("index verify @out");
        assertThat(tampered.code()).isEqualTo(1);
        assertThat(tampered.error()).contains("offers.csv is not the input that was read");
    }

    private static double value(List<String> fixings, String start) {
        return Double.parseDouble(fixings.stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow()
                .split(",")[2]);
    }

    @Test
    void attacksAndReadsTheMarket() {
        Ran attack = run("index attack --share 0.1 --input @offers.csv");
        assertThat(attack.code()).isZero();
        assertThat(attack.out().lines()).anyMatch(line -> line.equals("measure,attack,methodology,value,unit"));
        for (String methodology : List.of("calx-1", "plain-median", "plain-mean", "plain-vwap")) {
            assertThat(attack.out()).contains("," + methodology + ",");
        }
        Ran barometer = run("index barometer --input @offers.csv");
        assertThat(barometer.out())
                .contains("supply_owners,H100,10")
                .contains("utilisation")
                .contains("not-estimable");
        assertThat(run("index methodologies").out()).contains("calx-1").contains("calx-2");
        assertThat(run("index units").out()).contains("H100,989");
    }

    /** Up 10%, then down 10%; 3.6% a year of cash is 0.01% a day. A unit begins at a tenth of the index. */
    @Test
    void productsByHand() throws IOException {
        StringBuilder quotes = new StringBuilder(QUOTES);
        double[] prices = {2, 2.2, 1.98};
        for (int day = 0; day < prices.length; day++) {
            quotes.append(FIRST.plusDays(day))
                    .append(",future,H100,2026-04-01,2026-04-30,")
                    .append(prices[day])
                    .append(",USD,calx\n");
        }
        file("quotes.csv", quotes.toString());
        file("orders.csv", "date,side,units\n2026-03-03,create,10000\n2026-03-04,redeem,20000\n");
        Ran ran = run("index products --quotes @quotes.csv --rate 0.036 --fee 0 --orders @orders.csv --out @products");

        assertThat(ran.error()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(lines("products/indices.csv"))
                .containsExactly(
                        "date,excess_return,total_return,leveraged_-1.0,leveraged_2.0",
                        "2026-03-02,1000.000000,1000.000000,1000.000000,1000.000000",
                        "2026-03-03,1100.000000,1100.100000,900.100000,1200.100000",
                        "2026-03-04,990.000000,990.200010,990.200010,960.200010");
        List<String> unit = lines("products/unit.csv");
        assertThat(unit.getFirst()).isEqualTo("date,units,assets,net_asset_value,lots,index");
        // 10,000,000 USD over 2 x 730 are 6,849.3 lots: whole ones earn 6,849 x 730 x 0.20 and 1,000 interest; the
        // basket then pays 1/10 of the assets and 0.1% more, and leaves 22 micros to the value of a unit.
        assertThat(unit.get(1)).isEqualTo("2026-03-02,100000,10000000.000000,100.000000,6849,1000.000000");
        String[] second = unit.get(2).split(",");
        double assets = 10_000_000 + 6_849 * 730 * 0.2 + 1_000;
        assertThat(Double.parseDouble(second[2])).isEqualTo(assets * 1.1001, within(1e-4));
        assertThat(second[1]).isEqualTo("110000");
        assertThat(unit.get(3).split(",")[1]).isEqualTo("90000");
        assertThat(ran.out().lines().toList())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("created 10000 for "))
                .anyMatch(line -> line.startsWith("redeemed 20000 for "))
                .last()
                .asString()
                .startsWith("{\"model\":\"H100\",\"days\":3,\"excess\":990.000000,\"total\":990.200010,");

        file(
                "quotes.csv",
                QUOTES + "2026-03-02,future,H100,2026-04-01,2026-04-30,2,USD,calx\n"
                        + "2026-03-03,future,H100,2026-05-01,2026-05-31,2,USD,calx\n");
        Ran gap = run("index products --quotes @quotes.csv --out @products");
        assertThat(gap.code()).isEqualTo(2);
        assertThat(gap.error()).startsWith("calx: ").contains("2026-04-01");
    }

    @Test
    void curveThroughItsQuotes() throws IOException {
        file(
                "quotes.csv",
                QUOTES + "2026-04-20,future,H100,2026-05-01,2026-05-31,2.10,USD,calx\n"
                        + "2026-04-20,swap,H100,2026-06-01,2026-06-30,2.20,USD,broker\n");
        assertThat(run("index curve --quotes @quotes.csv --date 2026-04-20 --out @curve")
                        .code())
                .isZero();
        assertThat(lines("curve/curve.csv"))
                .anyMatch(line -> line.startsWith("2026-04-20,H100,2026-05,2026-05-01,2026-05-31,2.100000"));
        assertThat(lines("curve/quotes.csv")).hasSize(3);
    }

    /** The last Sunday of March has 23 hours; a negative price is one. */
    @Test
    void powerOfADayWithoutAnHour() throws IOException {
        StringBuilder text = new StringBuilder("start_utc,price_eur_mwh,minutes_to_next\n");
        for (int hour = 0; hour < 23; hour++) {
            Instant start = Instant.parse("2026-03-28T23:00:00Z").plusSeconds(3_600L * hour);
            text.append(start.toString(), 0, 16)
                    .append("Z,")
                    .append(hour == 0 ? -23 : 46)
                    .append(",60\n");
        }
        file("power.csv", text.toString());
        assertThat(run("index power --input @power.csv --out @power")
                        .json()
                        .get("prices")
                        .asInt())
                .isEqualTo(23);
        // (-23 + 22 x 46) / 23 = 43
        assertThat(lines("power/power.csv")).contains("DE-LU,BASE,2026-03-29,43.000000,1380,0,60");
    }

    /** A weekly pattern, and demand that is known ahead and explains the rest. */
    @Test
    void forecastsWithTestsAndCoverage() throws IOException {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder("date,value,demand\n");
        for (int day = 0; day < 190; day++) {
            double demand = random.nextGaussian();
            boolean ahead = day >= 187;
            text.append(FIRST.plusDays(day)).append(',').append(ahead ? "" : 50 + 10 * demand + random.nextGaussian());
            text.append(',').append(demand).append('\n');
        }
        file("series.csv", text.toString());
        JsonNode series = run("forecast --input @series.csv --horizon 3 --column value --known-factors demand")
                .json()
                .get("series")
                .get(0);

        assertThat(series.get("values").asInt()).isEqualTo(187);
        JsonNode step = series.get("evaluation").get("steps").get(2);
        assertThat(step.get("coverage").asDouble()).isBetween(0.8, 1.0);
        for (String baseline : List.of("naive", "seasonalNaive")) {
            JsonNode test = step.get("factorRegression").get(baseline);
            assertThat(test.get("ratio").asDouble()).isLessThan(0.4);
            assertThat(test.get("dieboldMariano").asDouble()).isLessThan(-3);
            assertThat(test.get("p").asDouble()).isLessThan(0.01);
        }
        assertThat(step.has("boostedTrees")).isTrue();
        assertThat(series.get("forecasts").get(2).get("low").asDouble())
                .isLessThan(series.get("forecasts").get(2).get("value").asDouble());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2|index compute --input @offers.csv --methodology calx-9 --out @o|calx-9",
                "3|index compute --input @none.csv --methodology calx-1 --out @o|none.csv",
                "2|index compute --input @bad.csv --methodology calx-1 --out @o|bad.csv",
                "2|index compute --input @offers.csv --methodology calx-1 --as-of today --out @o|today",
                "3|index verify @nothing|prints.tsv",
                "2|index attack --share 1.5|--share",
                "2|index products --quotes @bad.csv --out @o|bad.csv",
                "2|index products --quotes @offers.csv --leverage 9 --out @o|--leverage",
                "2|index curve --quotes @bad.csv --out @o|bad.csv",
                "2|index barometer --input @bad.csv|bad.csv",
                "2|index power --input @offers.csv --out @o --time-zone Moon|Moon",
                "2|index units --fixings @bad.csv|bad.csv",
                "3|index serve --http 0 --keys @none.csv --dir @o|none.csv",
                "3|index trades --dir @nothing --out @o.csv|nothing",
                "2|forecast --input @offers.csv --horizon 0|--horizon",
                "2|forecast --input @bad.csv --horizon 2 --factors demand|demand",
                "2|forecast --input @bad.csv --horizon 2|bad.csv"
            })
    void saysAMistakeInOneLine(int code, String line, String named) throws IOException {
        file("bad.csv", "this,is,no,table\n1,2,3,x\n");
        Ran ran = run(line);

        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.error().lines())
                .singleElement()
                .asString()
                .startsWith("calx: ")
                .contains(named);
        assertThat(ran.out()).isEmpty();
    }
}
