package org.calx.app.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.calx.app.ExitCode;
import org.calx.app.Main;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands as a user gives them: files in, one JSON object out, or one line that says what is wrong. */
class StressCommandsTest {
    private static final String DEPTH = "factor,halfSpread,dailyVolatility,dailyVolume,scanRange\n";

    @TempDir
    private Path folder;

    private Path history;
    private Path positions;
    private Path margins;

    @BeforeEach
    void write() throws IOException {
        history = file("history.csv", "day,H100-DEC,POWER-DEC\n1,2.40,80\n2,2.60,60\n3,2.50,80\n");
        positions = file(
                "positions.csv",
                "group,factor,lots,unitsPerLot\nbull,H100-DEC,10,100\nbear,H100-DEC,-4,100\nsmall,H100-DEC,-1,100\n");
        margins = file("margins.csv", "group,margin\nbull,300\nbear,50\n");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private record Ran(int exitCode, String out, String error) {
        JsonNode json() {
            assertThat(error).isEmpty();
            assertThat(exitCode).isEqualTo(ExitCode.OK);
            return JsonMapper.shared().readTree(out);
        }
    }

    private Ran run(String command, Object... options) {
        List<String> arguments = new ArrayList<>(List.of(command));
        for (Object option : options) {
            arguments.add(option.toString());
        }
        PrintStream out = System.out;
        PrintStream error = System.err;
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errorBytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(errorBytes, true, StandardCharsets.UTF_8));
            int code = Main.execute(arguments.toArray(String[]::new));
            return new Ran(
                    code, outBytes.toString(StandardCharsets.UTF_8), errorBytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(error);
        }
    }

    private Ran stress(Object... more) {
        List<Object> options = new ArrayList<>(
                List.of("--positions", positions, "--history", history, "--margins", margins, "--horizon", 1));
        options.addAll(List.of(more));
        return run("stress", options.toArray());
    }

    @Test
    void stressPrintsTheWorstScenarioFirstAndWhatBreaksTheFund() {
        JsonNode json = stress("--resources", 450).json();
        // A price cut of a half costs the bull 1,250 of which 300 is margin; the ban costs the bears 670 and 167.5.
        JsonNode worst = json.get("worst").get(0);
        assertThat(worst.get("scenario").asString()).isEqualTo("hyperscaler-price-cut");
        assertThat(worst.get("uncovered").asDouble()).isEqualTo(950);
        assertThat(worst.get("defaulting").get(0).get("group").asString()).isEqualTo("bull");
        JsonNode ban = json.get("worst").get(1);
        assertThat(ban.get("scenario").asString()).isEqualTo("export-ban");
        assertThat(ban.get("uncovered").asDouble()).isEqualTo(620 + 167.5);
        assertThat(ban.get("defaulting")).hasSize(2);
        // 1,250 m − 300 is above 450 from m = 0.6 on.
        JsonNode cut = json.get("reverse").get(2);
        assertThat(cut.get("scenario").asString()).isEqualTo("hyperscaler-price-cut");
        assertThat(cut.get("breaksAtMultiple").asDouble()).isBetween(0.599_999, 0.600_001);
    }

    @Test
    void theFundCoversTheTwoLargestAndIsSharedByMargin() {
        JsonNode json = run(
                        "fund", "--positions", positions, "--history", history, "--margins", margins, "--minimum", 10)
                .json();
        assertThat(json.get("size").asDouble()).isEqualTo(1_045);
        // 1,045 less three times 10, in the proportion 6 : 1 : 0.
        assertThat(json.get("contributions").get(0).get("contribution").asDouble())
                .isEqualTo(880);
        assertThat(json.get("contributions").get(1).get("contribution").asDouble())
                .isEqualTo(155);
        assertThat(json.get("contributions").get(2).get("contribution").asDouble())
                .isEqualTo(10);
    }

    /** 1,000 units, a quarter of the day's volume; at an eighth of it they take 2 days, four times those covered. */
    @Test
    void whatClosingOutCostsIsPartOfTheUncoveredLoss() throws IOException {
        Path depth = file("depth.csv", DEPTH + "H100-DEC,0.01,0.04,4000,0.2\n");
        Object[] closeOut = {"--depth", depth, "--participation", 0.125, "--covered-days", 0.5};
        JsonNode json = stress(closeOut).json();
        JsonNode bull = json.get("closeOut").get(0);
        assertThat(bull.get("group").asString()).isEqualTo("bull");
        assertThat(bull.get("liquidity").asDouble()).isCloseTo(1_000 * (0.01 + 2.50 * 0.04 / 2), within(1e-9));
        assertThat(bull.get("concentration").asDouble()).isCloseTo(1_000 * 0.2, within(1e-9));
        assertThat(json.get("largestUncovered").asDouble()).isCloseTo(950 + 60 + 200, within(1e-9));
        List<Object> fund =
                new ArrayList<>(List.of("--positions", positions, "--history", history, "--margins", margins));
        fund.addAll(List.of(closeOut));
        assertThat(run("fund", fund.toArray()).json().get("size").asDouble()).isEqualTo(1_331);
        assertThat(stress().json().has("closeOut")).isFalse();

        assertRefused(
                stress("--depth", file("power.csv", DEPTH + "POWER-DEC,0,0,1,0\n")), "power.csv: no row of factor");
        assertRefused(stress("--depth", file("nil.csv", DEPTH + "H100-DEC,0,0,0,0\n")), "nil.csv, line 2");
        Path twice = file("two.csv", DEPTH + "H100-DEC,0,0,1,0\nH100-DEC,0,0,1,0\n");
        assertRefused(stress("--depth", twice), "two.csv, line 3");
        assertRefused(stress("--depth", depth, "--participation", 0), "--participation");
        assertRefused(stress("--impact", -1), "--impact");
        assertRefused(stress("--covered-days", 0), "--covered-days");
    }

    @Test
    void ownScenariosReplaceTheBuiltInOnes() throws IOException {
        Path scenarios = file("scenarios.csv", "scenario,factor,shift,kind\nfall,H100*,-1.00,absolute\n");
        JsonNode json = stress("--scenarios", scenarios, "--top", 1).json();
        assertThat(json.get("scenarios").asInt()).isEqualTo(2 + 1);
        assertThat(json.get("worst").get(0).get("uncovered").asDouble()).isEqualTo(700);
    }

    @Test
    void aScanRangeNeverFallsBelowTheLongRun() throws IOException {
        StringBuilder prices = new StringBuilder("day,price\n");
        for (int day = 0; day < 41; day++) {
            prices.append(day).append(day % 2 == 0 ? ",100\n" : ",125\n");
        }
        Path file = file("prices.csv", prices.toString());
        JsonNode json = run("scan-range", "--history", file).json();
        assertThat(json.get("longRun").asDouble()).isEqualTo(0.25);
        assertThat(json.get("scanRange").asDouble()).isGreaterThanOrEqualTo(25);
        assertThat(run("scan-range", "--history", history).error()).contains("20 moves");
    }

    @Test
    void wrongFilesAreRefusedByNameAndLine() throws IOException {
        Path twice = file("twice.csv", "group,margin\nbull,300\nbull,1\n");
        assertRefused(
                run("stress", "--positions", positions, "--history", history, "--margins", twice), "twice.csv, line 3");
        Path unknown = file("unknown.csv", "scenario,factor,shift\nfall,TPU*,-1\n");
        assertRefused(stress("--scenarios", unknown), "unknown.csv, line 2");
        Path columns = file("columns.csv", "scenario,factor\nfall,H100*\n");
        assertRefused(stress("--scenarios", columns), "columns.csv, line 1");
        Path kind = file("kind.csv", "scenario,factor,shift,kind\nfall,H100*,-1,sideways\n");
        assertRefused(stress("--scenarios", kind), "kind.csv, line 2");
        Path groupless = file("groupless.csv", "factor,lots\nH100-DEC,1\n");
        assertRefused(run("fund", "--positions", groupless, "--history", history), "groupless.csv, line 1");
        assertRefused(stress("--cover", 0), "--cover");
        assertRefused(stress("--horizon", 9), "--horizon");
        assertRefused(stress("--resources", -1), "--resources");
        assertRefused(stress("--top", 0), "--top");
    }

    private static void assertRefused(Ran ran, String place) {
        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.error()).contains(place).hasLineCount(1);
        assertThat(ran.out()).isEmpty();
    }
}
