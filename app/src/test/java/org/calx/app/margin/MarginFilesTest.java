package org.calx.app.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.calx.margin.portfolio.MarginKernel;
import org.calx.margin.portfolio.ProductRequirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published and hand-worked examples from files, and files that cannot be taken. */
class MarginFilesTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/margin");

    @TempDir
    Path folder;

    /**
     * T1: L. G. McMillan, Options as a Strategic Investment, chapter 34. T2, T3: CME's pages on spread credits. T4: the
     * last step for an NSE index option. T5: worked by hand for a GPU month. B200 against H100: weighted price risk.
     */
    @ParameterizedTest
    @CsvSource({
        "t1-long-future, 10000, 10000, 13, 0, 0, 0, 0",
        "t1-long-call, 3990, 3990, 14, 0, 0, 0, 0",
        "t1-short-call, 8060, 8060, 11, 0, 0, 0, 0",
        "t1-covered-write, 6620, 6620, 13, 0, 0, 0, 0",
        "t2, 270000, 350000, 13, 0, 192500, 0, 0",
        "t3, 284000, 0, 13, 0, 0, 0, 0",
        "t4, 141673, 113226, 11, 0, 0, 0, -28447",
        "t4-long, 0, 0, 1, 0, 0, 0, 28447",
        "t5a, 165812, 109108, 16, 24000, 0, 6000, -32704",
        "t5b, 32502, 17597, 15, 0, 0, 3000, -14905"
    })
    void reproducesWorkedExamples(
            String name,
            long requirement,
            long scanRisk,
            int activeScenario,
            long calendarCharge,
            long credit,
            long minimum,
            long optionValue) {
        MarginKernel kernel = MarginFiles.readParameters(EXAMPLES.resolve(name + ".parameters.json"));
        MarginFiles.readPositions(EXAMPLES.resolve(name + ".portfolio.json"), kernel);
        assertThat(kernel.compute()).isEqualTo(requirement);
        ProductRequirement first = kernel.result(0);
        assertThat(first.scanRisk()).isEqualTo(scanRisk);
        assertThat(first.activeScenario()).isEqualTo(activeScenario);
        assertThat(first.calendarCharge()).isEqualTo(calendarCharge);
        assertThat(first.interCommodityCredit()).isEqualTo(credit);
        assertThat(first.shortOptionMinimum()).isEqualTo(minimum);
        assertThat(first.netOptionValue()).isEqualTo(optionValue);
    }

    /**
     * CME's example of intra-commodity spreads (cmegroup.com, clearing, margins, spread calculation): outright rates 500,
     * 500 and 750 for months 2, 3 and 4; charges 200 for 2 against 3, 50 for 2 against 4, none for 3 against 4.
     */
    @ParameterizedTest
    @CsvSource({"X2, X3, 200", "X2, X4, 300", "X3, X4, 250"})
    void reproducesTheExchangesExampleOfCalendarSpreads(String bought, String sold, long requirement)
            throws IOException {
        Path parameters = write("intra.json", """
                {"currency": "USD", "accountRatio": 10000, "products": [
                  {"id": "X", "floorOrder": "CME", "shortOptionMinimum": 0, "shortOptionMethod": "SUM",
                   "weightedPriceRisk": "UNCAPPED",
                   "contracts": [%s, %s, %s],
                   "tiers": [{"id": 2, "from": "2027-02", "to": "2027-02"}, {"id": 3, "from": "2027-03", "to": "2027-03"},
                     {"id": 4, "from": "2027-04", "to": "2027-04"}],
                   "calendarSpreads": [%s, %s]}]}
                """.formatted(
                        outright("X2", "2027-02", 500),
                        outright("X3", "2027-03", 500),
                        outright("X4", "2027-04", 750),
                        spread(2, 3, 200),
                        spread(2, 4, 50)));
        MarginKernel kernel = MarginFiles.readParameters(parameters);
        kernel.add(bought, 1);
        kernel.add(sold, -1);
        assertThat(kernel.compute()).isEqualTo(requirement);
    }

    private static String outright(String id, String month, int rate) {
        return "{\"id\":\"%s\",\"month\":\"%s\",\"kind\":\"FUTURE\",\"compositeDelta\":10000,\"riskArray\":%s}"
                .formatted(
                        id,
                        month,
                        "[0,0,-r/3,-r/3,r/3,r/3,-r/3,-r/3,r/3,r/3,-r,-r,r,r,-r,r]"
                                .replace("r/3", Integer.toString(rate / 3))
                                .replace("r", Integer.toString(rate)));
    }

    private static String spread(int tier, int other, int rate) {
        return """
                {"priority": 1, "rate": %d, "legs": [{"tier": %d, "side": "A", "ratio": 1},
                  {"tier": %d, "side": "B", "ratio": 1}]}""".formatted(rate, tier, other);
    }

    /** −10 calls have a weighted price risk of 62,114.0 a delta, or the range of 30,000; 3.219 deltas at 55 %. */
    @ParameterizedTest
    @CsvSource({"UNCAPPED, 109969", "CAPPED, 53113"})
    void creditsTheWeightedPriceRiskOfTheWorkedExample(String method, long credit) throws IOException {
        String json = Files.readString(EXAMPLES.resolve("t5a.parameters.json"))
                .replace("UNCAPPED", method)
                .replaceFirst("\\]\\s*}\\s*$", OTHER_PRODUCT);
        Path parameters = write("parameters.json", json);
        MarginKernel kernel = MarginFiles.readParameters(parameters);
        kernel.add("H100-DEC26-2d75-C", -10);
        kernel.add("B200-DEC26", 100);
        kernel.compute();
        assertThat(kernel.result(0).interCommodityCredit()).isEqualTo(credit);
    }

    private static final String OTHER_PRODUCT = """
            , {"id": "B200", "floorOrder": "KDPW", "shortOptionMinimum": 0, "shortOptionMethod": "MAX",
               "weightedPriceRisk": "UNCAPPED", "contracts": [{"id": "B200-DEC26", "month": "2026-12", "kind": "FUTURE",
               "riskArray": [0,0,-1,-1,1,1,-2,-2,2,2,-3,-3,3,3,-3,3], "compositeDelta": 10000}]}],
              "interCommoditySpreads": [{"priority": 1, "creditRate": 5500, "legs": [
                {"product": "H100", "side": "A", "ratio": 1}, {"product": "B200", "side": "B", "ratio": 1}]}]}
            """;

    @Test
    void chargesTheLargerSideAndExpandsAfterALockedDay() throws IOException {
        Path parameters = write("percent.json", """
                {"currency": "CNY", "accountRatio": 12000, "products": [
                  {"id": "CU", "policy": "PERCENT", "largerSide": "PRODUCT", "lockedExpansion": 15000, "contracts": [
                    {"id": "CU2612", "settlementValue": 35000000, "rate": 1000},
                    {"id": "CU2701", "settlementValue": 35100001, "rate": 1000, "locked": true},
                    {"id": "CU2611", "settlementValue": 34900000, "rate": 2000, "excluded": true}]}]}
                """);
        Path portfolio = write("positions.json", """
                {"positions": [{"contract": "CU2612", "quantity": 3}, {"contract": "CU2701", "quantity": -2},
                  {"contract": "CU2611", "quantity": 1}]}
                """);
        MarginKernel kernel = MarginFiles.readParameters(parameters);
        MarginFiles.readPositions(portfolio, kernel);
        // Longs 3 × 3,500,000; shorts 2 × 3,510,000.1 × 1.5 = 10,530,000.3; delivery 6,980,000; a fifth on top.
        assertThat(MarginReport.line(kernel))
                .isEqualTo("{\"requirement\":21012002,\"products\":[{\"id\":\"CU\",\"longSide\":10500000,"
                        + "\"shortSide\":10530001,\"requirement\":17510001}]}");
    }

    @Test
    void scansAGridOfAnySize() throws IOException {
        Path parameters = write("grid.json", """
                {"currency": "USD", "accountRatio": 10000, "products": [
                  {"id": "H100", "policy": "GRID", "scenarios": 3, "shortOptionMinimum": 40, "contracts": [
                    {"id": "C", "month": "2026-12", "kind": "CALL", "riskArray": [-70, 5, 30], "compositeDelta": 5000,
                     "optionPrice": 25}]}]}
                """);
        MarginKernel kernel = MarginFiles.readParameters(parameters);
        kernel.add("C", -2);
        assertThat(kernel.compute()).isEqualTo(140 + 50);
        kernel.clear();
        kernel.add("C", 2);
        assertThat(kernel.compute()).isEqualTo(60 - 50);
        assertThat(kernel.result(0).activeScenario()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"CME\" | \"CMX\" | products[0].floorOrder: must be one of [CME, KDPW]",
                "2026-12\", \"kind | 2026-13\", \"kind | products[0].contracts[0].month: must be a month",
                "\"rate\": 4000 | \"rate\": 4000.0 | products[0].calendarSpreads[0].rate: must be a whole number",
                "\"rate\": 4000 | \"rate\": -1 | products[0].calendarSpreads[0].rate: must be 0 or above",
                "\"rate\": 4000 | \"rates\": 4000 | products[0].calendarSpreads[0].rate: is missing",
                "\"rate\": 4000 | \"rate\": 4000, \"rate\": 4000 | line",
                "\"rate\": 4000 | \"rate\": 4000, \"more\": 1 | products[0].calendarSpreads[0].more: is not a name",
                "\"tier\": 2 | \"tier\": 3 | products[0].calendarSpreads[0].legs[1].tier: there is no tier 3",
                "\"from\": \"2027-03\" | \"from\": \"2027-02\" | products[0].tiers[1]: overlaps tier 1",
                "H100-MAR27 | H100-DEC26 | products[0].contracts[1].id: contract H100-DEC26 is there twice",
                "[0, 0, -10000 | [0, -10000 | products[0].contracts[0].riskArray: has 15 values, not 16",
                "\"accountRatio\": 10000 | \"accountRatio\": 99999999999999999999 | accountRatio: must be a whole number"
            })
    void refusesWrongParametersByFilePlaceAndReason(String right, String wrong, String expected) throws IOException {
        String json = Files.readString(EXAMPLES.resolve("t5a.parameters.json")).replaceAll("\\s+", " ");
        assertThat(json.replace("[ ", "[")).contains(right);
        Path file = write("wrong.json", json.replace("[ ", "[").replace(right, wrong));
        assertThatThrownBy(() -> MarginFiles.readParameters(file))
                .isInstanceOf(JsonFault.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(expected);
    }

    @Test
    void refusesPositionsInContractsThatAreNotThere() throws IOException {
        MarginKernel kernel = MarginFiles.readParameters(EXAMPLES.resolve("t5a.parameters.json"));
        Path file = write("positions.json", "{\"positions\": [{\"contract\": \"X\", \"quantity\": 1}]}");
        assertThatThrownBy(() -> MarginFiles.readPositions(file, kernel))
                .isInstanceOf(JsonFault.class)
                .hasMessage(file + ": positions[0].contract: there is no contract X in the parameters");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
