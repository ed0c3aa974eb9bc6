package org.calx.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.calx.api.client.EventFeed;
import org.calx.api.client.SequencedClient;
import org.calx.cluster.InProcessExchange;
import org.calx.index.ReferencePrices;
import org.calx.index.input.ObservationCsv;
import org.calx.index.market.OwnTrades;
import org.calx.index.methodology.Methodology;
import org.calx.index.run.IndexRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the demo's trades to a transaction index, over the event stream. */
class OwnMarketIndexTest {
    private static final long STEP_NS = 4_000_000;
    private static final long DAY_NS = 6_000_000_000L;

    @TempDir
    private Path folder;

    private long nowNs;

    @Test
    void theDemosTradesMakeAnIndexThatSaysItIsGenerated() throws IOException {
        InProcessExchange exchange = new InProcessExchange(() -> 1_785_000_000_000_000_000L + nowNs);
        DemoRoster roster = new DemoRoster(List.of(), List.of(), DemoKeys.generate());
        List<String> lines = new ArrayList<>(List.of(ObservationCsv.HEADER));
        OwnTrades trades = new OwnTrades(DemoRoster::isProgram, lines::add);
        try (DemoMarket market = new DemoMarket(
                (sender, key) -> new SequencedClient(sender, 1, key, exchange, exchange.feed(0)),
                ReferencePrices.builtIn(),
                roster,
                new DemoConfig(DAY_NS, 7, 400),
                _ -> {})) {
            while (market.report().daysClosed() < 2) {
                nowNs += STEP_NS;
                market.doWork(nowNs);
            }
            EventFeed feed = exchange.feed(0);
            while (feed.poll(trades, 1_000) > 0) {
                assertThat(trades.trades()).isLessThan(100_000);
            }
            long powerTrades = market.report().instruments().stream()
                    .filter(row -> row.symbol().startsWith("DEBASE"))
                    .mapToLong(DemoReport.InstrumentRow::trades)
                    .sum();
            assertThat(trades.trades()).isEqualTo(market.report().trades() - powerTrades);
        }

        Path input = Files.write(folder.resolve("trades.csv"), lines);
        IndexRun.compute(List.of(input), Methodology.CALX_2, folder.resolve("out"));
        List<String> fixings = Files.readAllLines(folder.resolve("out/fixings.csv"));
        assertThat(fixings)
                .anyMatch(line -> line.matches(".*,[A-Z]+[0-9]+-MONTH,.*,trades-generated"))
                .noneMatch(line -> line.contains(",H100,"));
    }
}
