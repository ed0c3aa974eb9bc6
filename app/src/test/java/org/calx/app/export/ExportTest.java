package org.calx.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.calx.api.client.AeronExchangeClient;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.ExchangeClient;
import org.calx.api.client.OrderRequest;
import org.calx.app.ExitCode;
import org.calx.app.Main;
import org.calx.cluster.ClusterNode;
import org.calx.cluster.ClusterNodeConfig;
import org.calx.model.Currency;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarketPhase;
import org.calx.model.MarketSpec;
import org.calx.model.OrderType;
import org.calx.model.ProductClass;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.Side;
import org.calx.model.TimeInForce;
import org.calx.model.VenueLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ExportTest {
    private static final int DAY = 20_400;
    private static final long DEPOSIT_MICROS = 1_000_000_000_000L;

    @TempDir
    Path folder;

    /**
     * Beta offers five lots, Alpha takes three at 2.50 USD for 730 hours each: 5,475 USD change hands as open value, and
     * fees of 0.20 USD and 0.10 USD a lot are paid.
     */
    @Test
    void ordersPositionsAndBalancesAreWrittenFromSnapshotAndLog() throws IOException {
        Path data = folder.resolve("data");
        long orderId = trade(data);

        assertThat(export(data, folder.resolve("out"))).isEqualTo(ExitCode.OK);

        List<String> orders = read("orders.csv");
        assertThat(orders).hasSize(2);
        assertThat(orders.get(0))
                .isEqualTo("order_id,account_id,account,instrument,side,time_in_force,post_only,price_ticks,"
                        + "price_micros_per_unit,quantity_lots,remaining_lots,client_order_id,label,entered_ns");
        assertThat(orders.get(1))
                .startsWith(
                        orderId + ",2,Beta,H100-31DEC26,SELL,GOOD_TIL_CANCELLED,true,250,2500000,5,2,offer-1,desk,");
        assertThat(read("positions.csv"))
                .containsExactly(
                        "account_id,account,instrument,position_lots,open_value_micros,currency",
                        "1,\"Alpha, Ltd\",H100-31DEC26,3,5475000000,USD",
                        "2,Beta,H100-31DEC26,-3,-5475000000,USD");
        assertThat(read("balances.csv"))
                .containsExactly(
                        "ledger_account_id,ledger_account,currency,balance_micros",
                        "-1,BANK,USD,-2000000000000",
                        "-3,FEES,USD,900000",
                        "1,\"Alpha, Ltd\",USD,999999400000",
                        "2,Beta,USD,999999700000");
    }

    /** Beta sells three lots of 730 hours in a month that has begun, so its price is one of partly fixed delivery. */
    @Test
    void tradesBeforeAndAfterTheSnapshotAreWrittenAsObservations() throws IOException {
        Path data = folder.resolve("data");
        trade(data);
        Path out = folder.resolve("trades.csv");

        assertThat(Main.execute("index", "trades", "--dir", data.toString(), "--out", out.toString()))
                .isEqualTo(ExitCode.OK);

        assertThat(Files.readAllLines(out))
                .hasSize(2)
                .last()
                .isEqualTo(LocalDate.ofEpochDay(DAY)
                        + ",trade,Beta,Beta,,H100,1,forward,USD,gpu-hour,2.500000,2190,calx,0");
    }

    @Test
    void aFolderWithoutANodeAndOneInUseAreRefused() {
        assertThat(export(folder, folder.resolve("out"))).isEqualTo(ExitCode.NOT_FOUND);
        Path data = folder.resolve("data");
        try (ClusterNode node = ClusterNode.start(ClusterNodeConfig.single(data))) {
            assertThat(node.isLeader()).isTrue();
            assertThat(export(data, folder.resolve("out"))).isEqualTo(ExitCode.CONFLICT);
        }
    }

    private static int export(Path data, Path out) {
        return Main.execute("export", "--dir", data.toString(), "--out", out.toString());
    }

    private List<String> read(String file) throws IOException {
        return Files.readAllLines(folder.resolve("out").resolve(file));
    }

    private static long trade(Path data) {
        ClusterNode node = ClusterNode.start(ClusterNodeConfig.single(data));
        try (ExchangeClient client = AeronExchangeClient.connect(node.endpoint(), 1, 1, 0)) {
            open(client);
            CommandOutcome offer = accepted(
                    client,
                    client.submitOrder(new OrderRequest(
                            2,
                            1,
                            Side.SELL,
                            OrderType.LIMIT,
                            TimeInForce.GOOD_TIL_CANCELLED,
                            true,
                            250,
                            5,
                            "offer-1",
                            "desk")));
            assertThat(node.takeSnapshot()).isTrue();
            accepted(client, client.submitOrder(OrderRequest.limit(1, 1, Side.BUY, 250, 3)));
            return offer.reference();
        } finally {
            node.closeNow();
        }
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
                        new InstrumentSpec(1, "H100-31DEC26", 1, DAY, DAY + 30, DAY + 30, 730, 2_500_000)));
        for (int account = 1; account <= 2; account++) {
            accepted(client, client.openAccount(account, account == 1 ? "Alpha, Ltd" : "Beta"));
            accepted(client, client.deposit(account, Currency.USD, DEPOSIT_MICROS));
        }
        accepted(client, client.setRiskArray(1, 1, new long[16]));
        accepted(client, client.setMark(1, 2_500_000));
        accepted(client, client.setMarketPhase(1, DAY, MarketPhase.OPEN));
    }

    private static CommandOutcome accepted(ExchangeClient client, CompletableFuture<CommandOutcome> command) {
        while (!command.isDone()) {
            if (client.poll() == 0) {
                Thread.yield();
            }
        }
        assertThat(command.join().accepted()).as("%s", command.join()).isTrue();
        return command.join();
    }
}
