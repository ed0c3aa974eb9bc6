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
        assertThat(out).doesNotExist();
    }

    private static void refused(Run run, String place, String reason) {
        assertThat(run.error()).contains(place).contains(reason).hasLineCount(1);
        assertThat(run.code()).as(run.error()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
    }
}
