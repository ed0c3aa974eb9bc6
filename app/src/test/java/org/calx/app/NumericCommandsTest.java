package org.calx.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that value options and measure risk: what they print, and how they refuse a bad file: place, reason, code. */
class NumericCommandsTest {
    private static final String OPTION = "forward,strike,expiryYears,volatility,rate,type\n";

    @TempDir
    private Path folder;

    private record Run(int code, String out, String error) {}

    private static Run run(String... arguments) {
        PrintStream out = System.out;
        PrintStream error = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            int code = Main.execute(arguments);
            return new Run(code, printed.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(error);
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** The reference's call: 2.50 against 2.75, 30 days, 0.60, worth 0.0817565126. */
    @Test
    void priceAndImpliedVolatilityAreInverse() throws IOException {
        Path options = file("o.csv", OPTION + "2.5,2.75," + 30 / 365.0 + ",0.6,0,call\n");
        Run priced = run("price", "--model", "black76", "--input", options.toString());
        assertThat(priced.code()).isZero();
        String[] lines = priced.out().split("\n");
        assertThat(lines[0]).endsWith("type,price,delta,gamma,vega,theta,rho");
        String price = lines[1].split(",")[6];
        assertThat(Double.parseDouble(price)).isCloseTo(0.0817565126, within(5e-11));
        Path prices = file(
                "p.csv",
                "forward,strike,expiryYears,price,rate,type\n2.5,2.75," + 30 / 365.0 + "," + price + ",0,call\n");
        String[] cells = run("implied-volatility", "--input", prices.toString())
                .out()
                .split("\n")[1]
                .split(",");
        assertThat(Double.parseDouble(cells[6])).isCloseTo(0.6, within(1e-12));
        assertThat(cells[7]).isEqualTo("ok");
    }

    /** Every model has a row that it values, and one of the file's rows without a value is refused with its line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "black76| | ",
                "bachelier| | ",
                "american| | ",
                "barone-adesi-whaley| | ",
                "bjerksund-stensland| | ",
                "binomial|,steps|,100",
                "geometric-average|,fixings,known,knownMean,firstFixingYears|,20,5,100,0.1",
                "turnbull-wakeman|,fixings,known,knownMean,firstFixingYears|,20,5,100,0.1",
                "curran|,fixings,known,knownMean,firstFixingYears|,20,5,100,0.1",
                "kirk|,forward2,volatility2,correlation|,90,0.3,0.5",
                "bjerksund-stensland-spread|,forward2,volatility2,correlation|,90,0.3,0.5",
                "schwartz-smith|,shortVolatility,meanReversion,correlation,futureExpiryYears|,0.3,1.5,0.3,0.75",
                "seasonal-jumps|,meanReversion,jumpsAYear,jumpMean,jumpDeviation|,30,12,40,60",
                "digital-cash| | ",
                "digital-asset| | "
            })
    void everyModelValuesARowAndRefusesABadOne(String model, String columns, String cells) throws IOException {
        String head = OPTION.strip() + (columns == null ? "" : columns) + "\n";
        String further = (cells == null ? "" : cells) + "\n";
        Path good = file("good.csv", head + "100,100,0.5,0.4,0.02,call" + further);
        Run run = run("price", "--model", model, "--input", good.toString());
        assertThat(run.error()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).hasSize(2);
        Path bad = file("bad.csv", head + "100,100,0.5,0.4,0.02,call" + further + "100,100,-1,0.4,0.02,put" + further);
        refused(
                run("price", "--model", model, "--input", bad.toString()),
                bad + ", line 3:",
                "expiryYears '-1' is negative");
    }

    @Test
    void badFilesOfOptionsAreRefusedWithPlaceAndReason() throws IOException {
        Path words = file("w.csv", OPTION + "100,100,0.5,0.4,0.02,call\n100,x,0.5,0.4,0.02,call\n");
        refused(
                run("price", "--model", "black76", "--input", words.toString()),
                ", line 3:",
                "strike 'x' is not a finite decimal number");
        Path column = file("c.csv", "forward,strike\n1,1\n");
        refused(
                run("price", "--model", "black76", "--input", column.toString()),
                ", line 1:",
                "column expiryYears must");
        refused(run("price", "--model", "black", "--input", words.toString()), "--model 'black' is not one of", "");
        Path type = file("t.csv", "forward,strike,expiryYears,price,rate,type\n1,1,1,0.1,0,cal\n");
        refused(run("implied-volatility", "--input", type.toString()), ", line 2:", "type 'cal' is not call or put");
        Run absent = run(
                "implied-volatility", "--input", folder.resolve("absent.csv").toString());
        assertThat(absent.code()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(absent.error()).contains("there is no file");
    }

    private static final String CHAIN =
            "as_of,asset,security_type,maturity,strike,option_type,bid,ask,iv_bid,iv_ask,open_interest,volume,inverse\n"
                    + "2026-01-01T00:00:00Z,x,forward,2026-03-01T00:00:00Z,,,99,101,,,,,\n";

    @Test
    void surfaceOfAChainIsWrittenAndABadChainRefused() throws IOException {
        StringBuilder chain = new StringBuilder(CHAIN);
        for (int strike = 80; strike <= 120; strike += 5) {
            double middle = 0.1 * Math.exp(-Math.pow((strike - 100) / 15.0, 2));
            chain.append("2026-01-01T00:00:00Z,x,option,2026-03-01T00:00:00Z,%d,%s,%.4f,%.4f,,,,,True%n"
                    .formatted(strike, strike < 100 ? "put" : "call", 0.9 * middle, 1.1 * middle + 1e-4));
        }
        Path good = file("chain.csv", chain.toString());
        for (String model : new String[] {"mixture", "svi", "ssvi", "essvi"}) {
            Path out = folder.resolve(model + ".json");
            Run run = run("surface", "fit", "--chain", good.toString(), "--model", model, "--out", out.toString());
            assertThat(run.error()).isEmpty();
            assertThat(run.out())
                    .contains("\"quotes\":9")
                    .contains("\"butterflyViolations\":0,\"calendarViolations\":0");
            assertThat(Files.readString(out)).contains("\"model\" : \"" + model + "\"");
            Path option = file("option.csv", SURFACE_OPTION + "100,100,0.1,0,call\n");
            Run greeks = run("surface", "greeks", "--surface", out.toString(), "--input", option.toString());
            // A tenth of the forward at the quoted expiry is some eight at six tenths of its time, loosely fitted by
            // some models.
            double[] figures = figures(greeks.out().split("\n")[1]);
            assertThat(figures[1]).as(model).isBetween(6.5, 9.5);
        }
        Path bad =
                file("bad.csv", CHAIN + "2026-01-01T00:00:00Z,x,option,2026-03-01T00:00:00Z,90,put,0.2,0.1,,,,,True\n");
        Path out = folder.resolve("s.json");
        refused(
                run("surface", "fit", "--chain", bad.toString(), "--out", out.toString()),
                ", line 3:",
                "ask is not above the bid");
        refused(
                run("surface", "fit", "--chain", good.toString(), "--model", "sabr", "--out", out.toString()),
                "--model 'sabr'",
                "mixture, svi, ssvi, essvi");
        assertThat(out).doesNotExist();
    }

    private static final String SURFACE_OPTION = "forward,strike,expiryYears,rate,type\n";

    /** A. Vogt's raw SVI, which has a negative density (Gatheral and Jacquier 2014), and a smile without arbitrage. */
    private static final String VOGT =
            "{\"a\":-0.041,\"b\":0.1331,\"rho\":0.306,\"m\":0.3586,\"sigma\":0.4153,\"expiryYears\":1,\"forward\":100}";

    private static final String SMILE =
            "{\"a\":0.02,\"b\":0.1,\"rho\":-0.4,\"m\":0.1,\"sigma\":0.2,\"expiryYears\":1,\"forward\":100}";

    private static String surface(String expiries) {
        return "{\"model\":\"svi\",\"expiries\":[" + expiries + "]}";
    }

    /** The smile is by strike over forward, so prices at nearby forwards have its delta; strikes keep theirs in Black-76's. */
    @Test
    void greeksOfASurfaceAreThoseOfASmileThatStaysAndOfOneThatMoves() throws IOException {
        Path smile = file("s.json", surface(SMILE));
        String rest = ",110,0.7,0.03,call\n";
        Path options = file("o.csv", SURFACE_OPTION + "100" + rest + "100.01" + rest + "99.99" + rest);
        Run run = run("surface", "greeks", "--surface", smile.toString(), "--input", options.toString());
        assertThat(run.error()).isEmpty();
        String[] lines = run.out().split("\n");
        assertThat(lines[0])
                .endsWith("type,volatility,price,stickyStrikeDelta,stickyStrikeGamma,stickyDeltaDelta,"
                        + "stickyDeltaGamma,vega,theta,rho");
        double[] here = figures(lines[1]);
        double up = figures(lines[2])[1];
        double down = figures(lines[3])[1];
        assertThat(here[4]).isCloseTo((up - down) / 0.02, within(1e-5));
        assertThat(here[5]).isCloseTo((up - 2 * here[1] + down) / 1e-4, within(1e-4));
        Path black = file("b.csv", OPTION + "100,110,0.7," + here[0] + ",0.03,call\n");
        Run priced = run("price", "--model", "black76", "--input", black.toString());
        String[] cells = priced.out().split("\n")[1].split(",");
        assertThat(here[1]).isCloseTo(Double.parseDouble(cells[6]), within(1e-12));
        assertThat(here[2]).isCloseTo(Double.parseDouble(cells[7]), within(1e-12));
        assertThat(Math.abs(here[4] - here[2])).isGreaterThan(0.002);
    }

    private static double[] figures(String line) {
        return Arrays.stream(line.split(","))
                .skip(5)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Test
    void strikesFarFromTheSurfaceHaveFiniteGreeks() throws IOException {
        Path smile = file(
                "m.json",
                "{\"expiries\":[{\"expiryYears\":0.5,\"forward\":2.5,\"components\":"
                        + "[{\"weight\":0.5,\"mean\":0.9,\"deviation\":0.2},{\"weight\":0.5,\"mean\":1.1,\"deviation\":0.4}]}]}");
        Path options = file("far.csv", SURFACE_OPTION + "2.5,1e9,0.5,0,call\n2.5,1e-9,0.5,0,put\n2.5,2.5,9,0,put\n");
        Run run = run("surface", "greeks", "--surface", smile.toString(), "--input", options.toString());
        assertThat(run.error()).isEmpty();
        assertThat(Arrays.stream(figures(run.out().split("\n")[1]))).allMatch(figure -> Math.abs(figure) < 1e-300);
        assertThat(run.out()).doesNotContain("NaN").hasLineCount(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"expiries\":[]};list of 1 to 1000",
                "{\"expiries\":[;not JSON",
                "{\"expiries\":[],\"expiries\":[]};not JSON",
                "{\"expiries\":[]} 1;not JSON",
                "{\"expiries\":[{\"expiryYears\":0}]};expiries[0].expiryYears is not above 0",
                "{\"expiries\":[{\"expiryYears\":1,\"forward\":1,\"components\":"
                        + "[{\"weight\":0.9,\"mean\":1,\"deviation\":1}]}]};weights sum to 0.9"
            })
    void anotherFileThanASurfaceIsRefused(String text, String reason) throws IOException {
        Path options = file("o.csv", SURFACE_OPTION + "100,110,0.7,0,call\n");
        Path bad = file("bad.json", text);
        refused(
                run("surface", "greeks", "--surface", bad.toString(), "--input", options.toString()),
                "bad.json",
                reason);
    }

    @Test
    void aSurfaceWithArbitrageAndOptionsOutsideTheDomainAreRefused() throws IOException {
        Path options = file("o.csv", SURFACE_OPTION + "100,110,0.7,0,call\n");
        Path vogt = file("vogt.json", surface(VOGT));
        refused(
                run("surface", "greeks", "--surface", vogt.toString(), "--input", options.toString()),
                "vogt",
                "butterfl");
        Path twice = file("twice.json", surface(SMILE + "," + SMILE));
        refused(run("surface", "greeks", "--surface", twice.toString(), "--input", options.toString()), "[1]", "after");
        Path smile = file("s.json", surface(SMILE));
        Path timeless = file("t.csv", SURFACE_OPTION + "100,110,0.7,0,call\n100,110,0,0,call\n");
        refused(
                run("surface", "greeks", "--surface", smile.toString(), "--input", timeless.toString()),
                "line 3",
                "expiryYears");
    }

    /** An index of 2.50; from second 60 the book's middle is 0.10 above it, of which the memory of 60 s takes in 1 − 1/e. */
    @Test
    void perpetualIsMarkedAndFundedRowByRow() throws IOException {
        String header = "seconds,index,bid,ask,last\n";
        Path book = file("book.csv", header + "0,2.5,2.49,2.51,9\n60,2.5,2.59,2.61,9\n3660,2.5,2.59,2.61,9\n");
        Run run = run("perpetual-mark", "--input", book.toString(), "--funding-hours", "1", "--funding-bound", "0.02");
        assertThat(run.error()).isEmpty();
        String[] lines = run.out().split("\n");
        assertThat(lines[0]).isEqualTo("seconds,index,bid,ask,last,mark,premium,funding");
        double taken = 0.10 * (1 - Math.exp(-1));
        double[] second = figures(lines[2]);
        assertThat(second[0]).isCloseTo(2.50 + taken, within(1e-12));
        assertThat(second[1]).isCloseTo(taken, within(1e-12));
        assertThat(second[2]).isCloseTo(taken / 2, within(1e-12));
        // An hour later the rows before are too old, and 0.10 is above the bound of 2 % of 2.50.
        assertThat(figures(lines[3])[2]).isEqualTo(0.05);

        Path back = file("back.csv", header + "5,2.5,2.49,2.51,2.5\n4,2.5,2.49,2.51,2.5\n");
        refused(run("perpetual-mark", "--input", back.toString()), "back.csv, line 3", "run back");
        Path crossed = file("crossed.csv", header + "5,2.5,2.52,2.51,2.5\n");
        refused(run("perpetual-mark", "--input", crossed.toString()), "crossed.csv, line 2", "the bid");
        refused(run("perpetual-mark", "--input", book.toString(), "--memory", "0"), "--memory", "above 0");
        refused(run("perpetual-mark", "--input", book.toString(), "--funding-bound", "2"), "--funding-bound", "0 to 1");
    }

    @Test
    void volatilityAndVarRefuseBadFiles() throws IOException {
        String column = IntStream.range(0, 60)
                .mapToObj(i -> String.valueOf(Math.sin(i * 1.7) + 0.3 * Math.cos(i * i)))
                .collect(Collectors.joining("\n"));
        Path returns = file("r.csv", "return\n" + column + "\n");
        Run fit = run("volatility", "fit", "--model", "garch", "--input", returns.toString());
        assertThat(fit.error()).isEmpty();
        assertThat(fit.out()).contains("\"persistence\"").contains("\"state\"");
        Path word = file("word.csv", "return\n1\nx\n");
        refused(
                run("volatility", "fit", "--model", "garch", "--input", word.toString()),
                "line 3",
                "not a finite decimal number");

        Path history = file("h.csv", "day,H100\n1,2.5\n2,2.4\n3,2.6\n");
        Path positions = file("pos.csv", "factor,lots\nH100,10\n");
        String[] files = {"--positions", positions.toString(), "--history", history.toString()};
        assertThat(run(with(files, "var", "--method", "historical")).code()).isZero();
        Path unknown = file("unknown.csv", "factor,lots\nH100,1\nA100,1\n");
        refused(
                run(
                        "var",
                        "--positions",
                        unknown.toString(),
                        "--history",
                        history.toString(),
                        "--method",
                        "historical"),
                "line 3",
                "no factor \"A100\"");
    }

    private static String[] with(String[] files, String command, String... further) {
        return java.util.stream.Stream.of(new String[] {command}, files, further)
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
    }

    @Test
    void riskArraysRefuseAMarketWithoutScan() throws IOException {
        Path out = folder.resolve("p.json");
        Path market = file("market.json", "{\"products\":[{\"id\":\"H100\",\"contracts\":[]}]}");
        refused(run("risk-arrays", "--market", market.toString(), "--out", out.toString()), "market.json", "scan");
        Path broken = file("broken.json", "{\"products\":");
        refused(run("risk-arrays", "--market", broken.toString(), "--out", out.toString()), "broken.json", "not JSON");
        Path twice = file("twice.json", "{\"products\":[],\"products\":[]}");
        refused(run("risk-arrays", "--market", twice.toString(), "--out", out.toString()), "twice.json", "not JSON");
        assertThat(out).doesNotExist();
    }

    /** What is written for a grid is what {@code margin} reads; products that need no arrays are passed on. */
    @Test
    void riskArraysOfAGridAreReadByMargin() throws IOException {
        Path out = folder.resolve("p.json");
        String call = "{\"id\":\"C\",\"month\":\"2026-12\",\"kind\":\"CALL\",\"market\":"
                + "{\"forward\":2.5,\"strike\":2.75,\"expiryYears\":0.0821917808219178,\"volatility\":0.6}}";
        String grid =
                "{\"id\":\"H100\",\"policy\":\"GRID\",\"shortOptionMinimum\":0,\"scan\":{\"minorPerPrice\":100000,"
                        + "\"price\":0.3,\"volatility\":0.1,\"grid\":[{\"price\":1,\"volatility\":1},{\"price\":-1}]},\"contracts\":[%s]}";
        String percent = "{\"id\":\"CU\",\"policy\":\"PERCENT\",\"largerSide\":\"PRODUCT\",\"contracts\":[]}";
        String market = "{\"currency\":\"USD\",\"accountRatio\":10000,\"products\":[" + grid + "," + percent + "]}";
        Path file = file("market.json", market.formatted(call));
        Run written = run("risk-arrays", "--market", file.toString(), "--out", out.toString());
        assertThat(written.error()).isEmpty();
        assertThat(Files.readString(out)).contains("\"scenarios\" : 2").doesNotContain("priceScanRange");
        Path short2 = file("q.json", "{\"positions\":[{\"contract\":\"C\",\"quantity\":-2}]}");
        Run margin = run("margin", "--parameters", out.toString(), "--portfolio", short2.toString());
        assertThat(margin.error()).isEmpty();
        // Two short calls lose 16223 each a whole range up, and owe 8176 each.
        assertThat(margin.out()).contains("48798");
        Path empty = file("empty.json", market.formatted(call).replaceAll("\"grid\":\\[.*?\\]", "\"grid\":[]"));
        refused(
                run("risk-arrays", "--market", empty.toString(), "--out", out.toString()),
                "empty.json",
                "H100.scan.grid must have 1 to 120 scenarios");
    }

    private static void refused(Run run, String place, String reason) {
        assertThat(run.error()).contains(place).contains(reason).hasLineCount(1);
        assertThat(run.code()).as(run.error()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
    }
}
