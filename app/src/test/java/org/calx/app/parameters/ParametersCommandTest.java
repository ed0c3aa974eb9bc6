package org.calx.app.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.calx.api.client.AeronExchangeClient;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.ExchangeClient;
import org.calx.api.client.OrderRequest;
import org.calx.api.client.SigningKey;
import org.calx.app.ExitCode;
import org.calx.app.Main;
import org.calx.cluster.ClientDriver;
import org.calx.cluster.ClusterNode;
import org.calx.cluster.ClusterNodeConfig;
import org.calx.cluster.IdleMode;
import org.calx.cluster.MemberAddress;
import org.calx.margin.ScenarioArray;
import org.calx.model.Currency;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarginPolicy;
import org.calx.model.MarketPhase;
import org.calx.model.MarketSpec;
import org.calx.model.PolicyKind;
import org.calx.model.ProductClass;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.SenderRole;
import org.calx.model.ShortOptionMethod;
import org.calx.model.Side;
import org.calx.model.VenueLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of parameters against a stopped exchange. */
@Timeout(240)
class ParametersCommandTest {
    /** 2025-11-08. */
    private static final int DAY = 20_400;

    private static final long DOLLAR = Currency.MICROS;

    @TempDir
    Path folder;

    /**
     * Alpha holds three lots with 700.00, Beta is short of them with 100,000.00, at a scan range of 219.00 a lot; the file says
     * 300.00. Fees of 0.20 and 0.10 a lot are paid, so Alpha has 699.40 and misses 200.60.
     */
    @Test
    void previewTellsNewCallsWorstAndTotalsAndChangesNothing() throws IOException {
        Path data = trade();
        String digest = run(ExitCode.OK, "digest", "--dir", data.toString());
        Path file = file(300, DAY, "");
        JsonNode told = preview(data, file);
        assertThat(told.get("accounts").asInt()).isEqualTo(2);
        assertThat(told.get("changed").asInt()).isEqualTo(2);
        JsonNode total = told.get("totals").get(0);
        assertThat(total.get("before").asLong()).isEqualTo(2 * 3 * 21_900);
        assertThat(total.get("after").asLong()).isEqualTo(2 * 3 * 30_000);
        assertThat(total.get("newCalls").asInt()).isEqualTo(1);
        JsonNode call = told.get("newCalls").get(0);
        assertThat(call.get("account").asInt()).isEqualTo(1);
        assertThat(call.get("equity").asLong()).isEqualTo(69_940);
        assertThat(call.get("missing").asLong()).isEqualTo(20_060);
        assertThat(told.get("worst")).hasSize(2);
        assertThat(run(ExitCode.OK, "digest", "--dir", data.toString())).isEqualTo(digest);
        assertThat(run(ExitCode.OK, "parameters", "check", "--parameters", file.toString(), "--dir", data.toString()))
                .contains(
                        "version 5, effective 2025-11-08: 1 arrays, charges of 0 products, 0 spreads, 0 ratings, digest "
                                + told.get("digest").asString());
        refusals(data);
    }

    /** Alpha is rated C, which multiplies arrays by 1.1: 3 × 300.00 × 1.1, of which it misses 290.60. Nobody holds the grid's contract. */
    @Test
    void aFileCarriesGridsAndRatings() throws IOException {
        Path data = trade();
        Path file = withGrid(3, "[{\"account\": 1, \"rating\": \"C\"}]");
        JsonNode told = preview(data, file);
        assertThat(told.get("arrays").asInt()).isEqualTo(2);
        assertThat(told.get("ratings").asInt()).isEqualTo(1);
        assertThat(told.get("totals").get(0).get("after").asLong()).isEqualTo(3 * 33_000 + 3 * 30_000);
        assertThat(told.get("newCalls").get(0).get("missing").asLong()).isEqualTo(29_060);
        assertThat(told.get("worst").get(0).get("account").asInt()).isEqualTo(1);
        refused(data, withGrid(2, "[]"), "products[1].scenarios: are 3 at the venue");
        String twice = "[{\"account\": 1, \"rating\": \"C\"}, {\"account\": 1, \"rating\": \"D\"}]";
        refused(data, withGrid(3, twice), "accountRatings[1].account: 1 is rated twice");
        refused(
                data,
                withGrid(3, "[{\"account\": 9, \"rating\": \"C\"}]"),
                "accountRatings[0].account: the venue has no account 9");
        refused(data, withGrid(3, "[{\"account\": 1, \"rating\": \"E\"}]"), "accountRatings[0].rating");
    }

    private static JsonNode preview(Path data, Path file) {
        return new JsonMapper()
                .readTree(run(
                        ExitCode.OK,
                        "parameters",
                        "preview",
                        "--parameters",
                        file.toString(),
                        "--dir",
                        data.toString()));
    }

    /** The file of {@link #file} with a product that is margined by a grid, and ratings. */
    private Path withGrid(int scenarios, String ratings) throws IOException {
        String text = Files.readString(file(300, DAY, "")).strip();
        String grid = """
                , {"id": "B200", "policy": "GRID", "scenarios": %d, "shortOptionMinimum": 0, "contracts": [{"id": "B200-31DEC26",
                  "month": "2025-11", "kind": "FUTURE", "compositeDelta": 10000, "riskArray": [%s]}]}], "accountRatings": %s}
                """.formatted(scenarios, scenarios == 3 ? "-500, 0, 200" : "-500, 200", ratings);
        return Files.writeString(folder.resolve("grid.json"), text.substring(0, text.length() - 2) + grid);
    }

    /** From the file of one operator to the file of another, over a member that runs, with signed commands. */
    @Test
    void aSetIsStagedByOneOperatorAndApprovedByAnother() throws IOException {
        MemberAddress address = new MemberAddress("localhost", freePort());
        ClusterNode node = ClusterNode.start(
                ClusterNodeConfig.single(folder.resolve("member")).withMembers(0, List.of(address)));
        try (ClientDriver driver = ClientDriver.start(IdleMode.BACKOFF)) {
            Path first = config("first", 1, address);
            Path second = config("second", 2, address);
            SigningKey key = SigningKey.load(folder.resolve("first.pem"));
            try (ExchangeClient client = AeronExchangeClient.connect(
                    driver.endpoint(List.of(address), "localhost"), 1, AeronExchangeClient.epochFromClock(), key, 0)) {
                open(client);
                accepted(client, client.setOperatorKey(1, SenderRole.OPERATOR, key.publicKey()));
                SigningKey other = SigningKey.load(folder.resolve("second.pem"));
                accepted(client, client.setOperatorKey(2, SenderRole.OPERATOR, other.publicKey()));
            }
            String file = withGrid(3, "[{\"account\": 1, \"rating\": \"C\"}]").toString();
            assertThat(run(ExitCode.OK, "parameters", "stage", "--parameters", file, "--config", first.toString()))
                    .contains("proposal 1: another operator must approve the same");
            assertThat(run(ExitCode.OK, "parameters", "list", "--config", second.toString()))
                    .contains("\"version\":5,\"status\":\"STAGED\"");
            assertThat(run(
                            ExitCode.FAILED,
                            "parameters",
                            "approve",
                            "--parameters",
                            file,
                            "--config",
                            first.toString()))
                    .contains("another operator must order it");
            Path changed = edited("30000", "30001");
            assertThat(run(
                            ExitCode.OK,
                            "parameters",
                            "approve",
                            "--parameters",
                            changed.toString(),
                            "--config",
                            second.toString()))
                    .as("another content is another proposal")
                    .contains("proposal 2:");
            assertThat(run(ExitCode.OK, "parameters", "approve", "--parameters", file, "--config", second.toString()))
                    .contains("approved: holds from 2025-11-08 on");
            assertThat(run(ExitCode.OK, "parameters", "list", "--config", first.toString()))
                    .contains("\"version\":5,\"status\":\"IN_FORCE\",\"market\":\"COMPUTE\"")
                    .doesNotContain("STAGED");
            assertThat(run(ExitCode.FAILED, "parameters", "withdraw", "--version", "5", "--config", first.toString()))
                    .contains("No set of parameters of this version is staged.");
        } finally {
            node.closeNow();
        }
    }

    private Path config(String name, int sender, MemberAddress address) throws IOException {
        SigningKey.generate().save(folder.resolve(name + ".pem"));
        return Files.writeString(
                folder.resolve(name + ".conf"), """
                members = ["%s:%d"]
                host = localhost
                sender = %d
                key = %s.pem
                """.formatted(address.host(), address.basePort(), sender, name));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Math.min(socket.getLocalPort(), 65_000);
        }
    }

    private void refusals(Path data) throws IOException {
        refused(data, file(-300, DAY, ""), "products[0].contracts[0].riskArray: must gain");
        refused(data, file(300, DAY - 1, ""), "effectiveDate: is before the market's date 2025-11-08");
        refused(data, edited("H100-31DEC26", "H100-JAN27"), "products[0].contracts[0].id: the venue lists no contract");
        refused(data, edited("\"version\": 5,", ""), "version: is missing");
        refused(data, edited("10000,\n", "12000,\n"), "accountRatio: must be 10000");
        refused(data, edited("2025-11\"", "2025-12\""), "products[0].contracts[0].month: is 2025-11 at the venue");
        refused(
                data,
                file(300, DAY, """
                    "tiers": [{"id": 1, "from": "2025-09", "to": "2025-10"}, {"id": 2, "from": "2025-12", "to": "2026-01"}],\
                    """),
                "products[0].tiers:" + " leave" + " a gap" + " at 2025-11," + " the month" + " of H100-31DEC26");
        refused(data, file(300, DAY, """
            "tiers": [{"id": 1, "from": "2025-09", "to": "2025-11"}, {"id": 2, "from": "2025-11", "to": "2026-01"}],\
            """), "products[0].tiers[1]:" + " overlaps" + " tier" + " 1");
        Path big = edited("-30000, -30000, 30000", "-30000, -30000, 3000000000000000");
        refused(data, big, "riskArray: 3000000000000000 does not fit");
    }

    private void refused(Path data, Path file, String reason) {
        assertThat(run(
                        ExitCode.USAGE,
                        "parameters",
                        "check",
                        "--parameters",
                        file.toString(),
                        "--dir",
                        data.toString()))
                .contains(reason);
    }

    private Path edited(String from, String to) throws IOException {
        String text = Files.readString(file(300, DAY, ""));
        assertThat(text).contains(from);
        return Files.writeString(folder.resolve("edited.json"), text.replace(from, to));
    }

    private Path file(int scan, int day, String more) throws IOException {
        long[] losses = ScenarioArray.ofFuture(scan * 100L);
        StringBuilder array = new StringBuilder();
        for (long loss : losses) {
            array.append(array.isEmpty() ? "" : ", ").append(loss);
        }
        return Files.writeString(
                folder.resolve("parameters.json"), """
                    {"version": 5, "effectiveDate": "%s", "currency": "USD", "accountRatio": 10000,
                     "products": [{"id": "H100", "floorOrder": "CME", "shortOptionMinimum": 0, "shortOptionMethod": "SUM",
                       "weightedPriceRisk": "UNCAPPED", %s
                       "contracts": [{"id": "H100-31DEC26", "month": "2025-11", "kind": "FUTURE", "compositeDelta": 10000,
                         "riskArray": [%s]}]}]}
                    """.formatted(LocalDate.ofEpochDay(day), more, array));
    }

    /** Runs a command. @return what it printed, to either stream */
    private static String run(int exit, String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        int code;
        try {
            code = Main.execute(arguments);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        String text = printed.toString(StandardCharsets.UTF_8);
        assertThat(code).as(text).isEqualTo(exit);
        return text;
    }

    private Path trade() {
        Path data = folder.resolve("data");
        ClusterNode node = ClusterNode.start(ClusterNodeConfig.single(data));
        try (ExchangeClient client = AeronExchangeClient.connect(node.endpoint(), 1, 1, 0)) {
            open(client);
            accepted(client, client.submitOrder(OrderRequest.limit(2, 1, Side.SELL, 250, 3)));
            accepted(client, client.submitOrder(OrderRequest.limit(1, 1, Side.BUY, 250, 3)));
        } finally {
            node.closeNow();
        }
        return data;
    }

    private static void open(ExchangeClient client) {
        accepted(client, client.openVenue(VenueLimits.defaults()));
        accepted(client, client.defineMarket(new MarketSpec(1, "COMPUTE", DAY)));
        accepted(
                client,
                client.defineProduct(
                        new ProductSpec(1, "H100", ProductClass.COMPUTE, 1, Currency.USD, 10_000, "GPU-hour")));
        accepted(
                client,
                client.setProductParameters(new ProductParameters(
                        1, 100_000, 200_000, 0, 10_000, 100, 1_000, 20_000, 0, 10, 1, 1_000_000_000_000L)));
        accepted(
                client,
                client.listInstrument(
                        new InstrumentSpec(1, "H100-31DEC26", 1, DAY, DAY + 22, DAY + 22, 730, 2_500_000)));
        openGrid(client);
        accepted(client, client.openAccount(1, "Alpha"));
        accepted(client, client.deposit(1, Currency.USD, 700 * DOLLAR));
        accepted(client, client.openAccount(2, "Beta"));
        accepted(client, client.deposit(2, Currency.USD, 100_000 * DOLLAR));
        accepted(client, client.setRiskArray(1, 1, ScenarioArray.ofFuture(219 * DOLLAR)));
        accepted(client, client.setMark(1, 2_500_000));
        accepted(client, client.setMarketPhase(1, DAY, MarketPhase.OPEN));
    }

    private static void openGrid(ExchangeClient client) {
        accepted(
                client,
                client.defineProduct(
                        new ProductSpec(2, "B200", ProductClass.COMPUTE, 1, Currency.USD, 10_000, "GPU-hour")));
        accepted(
                client,
                client.setMarginPolicy(new MarginPolicy(
                        2, PolicyKind.GRID, 0, ShortOptionMethod.SUM, 3, 0, false, 10_000, List.of())));
        accepted(
                client,
                client.listInstrument(
                        new InstrumentSpec(2, "B200-31DEC26", 2, DAY, DAY + 22, DAY + 22, 730, 2_500_000)));
    }

    private static void accepted(ExchangeClient client, CompletableFuture<CommandOutcome> command) {
        while (!command.isDone()) {
            if (client.poll() == 0) {
                Thread.yield();
            }
        }
        assertThat(command.join().accepted()).as("%s", command.join()).isTrue();
    }
}
