package org.calx.app.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.calx.api.client.EventFeed;
import org.calx.api.client.SequencedClient;
import org.calx.api.client.SigningKey;
import org.calx.api.event.EventReader;
import org.calx.api.event.ExchangeEvent;
import org.calx.app.demo.DemoConfig;
import org.calx.app.demo.DemoKeys;
import org.calx.app.demo.DemoMarket;
import org.calx.app.demo.DemoRoster;
import org.calx.cluster.InProcessExchange;
import org.calx.index.ReferencePrices;
import org.calx.index.market.OwnTrades;
import org.calx.index.methodology.Methodology;
import org.calx.index.push.IndexService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trades of a market that goes on reach the index while they happen, each once, whatever is killed in between. */
class LiveTradesTest {
    private static final long STEP_NS = 4_000_000;
    private static final long DAY_NS = 6_000_000_000L;

    @TempDir
    private Path folder;

    private final SigningKey key = SigningKey.generate();
    private InProcessExchange exchange;
    private DemoMarket market;
    private long nowNs;

    @BeforeEach
    void open() {
        exchange = new InProcessExchange(() -> 1_785_000_000_000_000_000L + nowNs);
        market = new DemoMarket(
                (sender, secret) -> new SequencedClient(sender, 1, secret, exchange, exchange.feed(0)),
                ReferencePrices.builtIn(),
                new DemoRoster(List.of(), List.of(), DemoKeys.generate()),
                new DemoConfig(DAY_NS, 7, 400),
                _ -> {});
    }

    private void tradeUntilClosed(int days) {
        while (market.report().daysClosed() < days) {
            nowNs += STEP_NS;
            market.doWork(nowNs);
        }
    }

    private IndexService service() throws IOException {
        return new IndexService(folder, Methodology.CALX_2, List.of(), key);
    }

    private static void takeAll(LiveTrades trades) {
        while (trades.doWork() > 0) {
            Thread.onSpinWait();
        }
    }

    private List<String> kept() throws IOException {
        List<String> rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("inputs"))) {
            for (Path file : files.sorted().toList()) {
                Files.readAllLines(file).stream()
                        .skip(1)
                        .filter(line -> !line.startsWith("#"))
                        .forEach(rows::add);
            }
        }
        return rows;
    }

    private List<String> ofWholeStream() {
        List<String> rows = new ArrayList<>();
        EventFeed feed = exchange.feed(0);
        OwnTrades trades = new OwnTrades(DemoRoster::isProgram, rows::add);
        while (feed.poll(trades, 1_000) > 0) {
            assertThat(rows).hasSizeLessThan(100_000);
        }
        return rows;
    }

    @Test
    void eachTradeIsKeptOnceAndPrinted() throws IOException {
        tradeUntilClosed(1);
        IndexService first = service();
        try (LiveTrades trades = new LiveTrades(exchange.feed(0), first, DemoRoster::isProgram)) {
            takeAll(trades);
            assertThat(kept()).isNotEmpty().isEqualTo(ofWholeStream());
            long before = first.lastTradeEvent();
            tradeUntilClosed(2);
            takeAll(trades);
            assertThat(first.lastTradeEvent()).isGreaterThan(before);
            assertThat(kept()).isEqualTo(ofWholeStream());
        }

        List<String> whole = kept();
        Path newest;
        try (Stream<Path> files = Files.list(folder.resolve("inputs"))) {
            newest = files.sorted().toList().getLast();
        }
        Files.writeString(newest, whole.getLast() + "\n" + whole.getLast().substring(0, 20), StandardOpenOption.APPEND);
        IndexService second = service();
        assertThat(kept()).as("what had no mark is cut off").isEqualTo(whole);
        assertThat(second.lastTradeEvent()).isEqualTo(first.lastTradeEvent());
        tradeUntilClosed(3);
        try (LiveTrades trades = new LiveTrades(exchange.feed(0), second, DemoRoster::isProgram)) {
            takeAll(trades);
        }
        assertThat(kept()).isEqualTo(ofWholeStream()).hasSizeGreaterThan(whole.size());

        assertThat(second.publishIfDue(Instant.parse("2026-12-01T00:00:00Z"))).isTrue();
        assertThat(Files.readAllLines(folder.resolve("out/fixings.csv")))
                .anyMatch(line -> line.matches(".*,[A-Z]+[0-9]+-MONTH,.*,trades-generated"));
    }

    /** A stream that begins after the listings cannot be read; a trade is never left out in silence. */
    @Test
    void aTradeOfAnUnknownInstrumentIsAFailure() throws IOException {
        tradeUntilClosed(1);
        List<ExchangeEvent> trades = new ArrayList<>();
        EventFeed feed = exchange.feed(0);
        while (feed.poll(
                        (_, _, _, event) -> {
                            if (event instanceof ExchangeEvent.Trade) {
                                trades.add(event);
                            }
                        },
                        1_000)
                > 0) {
            Thread.onSpinWait();
        }
        EventFeed late = new EventFeed() {
            @Override
            public int poll(EventReader reader, int limit) {
                reader.onEvent(900_000, 0, true, trades.getFirst());
                return 1;
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        LiveTrades live = new LiveTrades(late, service(), DemoRoster::isProgram);

        assertThatThrownBy(live::doWork)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("900000")
                .hasMessageContaining("instrument");
        assertThat(kept()).isEmpty();
    }
}
