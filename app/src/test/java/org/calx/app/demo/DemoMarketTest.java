package org.calx.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.ExchangeClient;
import org.calx.api.client.SequencedClient;
import org.calx.api.client.SigningKey;
import org.calx.api.event.ExchangeEvent;
import org.calx.cluster.InProcessExchange;
import org.calx.index.ReferencePrices;
import org.calx.model.ApiKey;
import org.calx.model.InstrumentSpec;
import org.calx.model.OptionTerms;
import org.calx.model.OptionType;
import org.calx.model.RejectReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The demo market against the real exchange, in one process, under a clock that the test moves. */
class DemoMarketTest {

    private static final long STEP_NS = 4_000_000;
    private static final long DAY_NS = 2_000_000_000L;
    private static final DemoConfig CONFIG = new DemoConfig(DAY_NS, 7, 120);
    private static final DemoRoster ROSTER = new DemoRoster(
            List.of(new DemoParticipant(1, 0, "guest", 1_000_000_000_000L, 0)),
            List.of(new ApiKey("guest-key", 1, ApiKey.READ | ApiKey.TRADE)),
            DemoKeys.generate());

    private final List<DemoMarket> markets = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private InProcessExchange exchange = newExchange();
    private long nowNs;

    @AfterEach
    void closeMarkets() {
        markets.forEach(DemoMarket::close);
    }

    @Test
    void firstMonthExpiresAtTheMeanOfItsFixingsAndTheNextIsListed() {
        DemoMarket market = market(1, 0);

        runUntil(market, LocalDate.of(2026, 8, 4));

        // By hand: 60.329703 up to 29 July (see ForwardCurveTest), 3.377403 and 3.382200, over 20 days: 3.3544653, to a
        // hundredth of a tick.
        DemoReport report = market.report();
        assertThat(report.daysClosed()).isEqualTo(4);
        assertThat(report.expiries()).hasSize(5).contains(new DemoReport.ExpiryRow("H100-31JUL26", 3_354_500, 20));
        assertThat(report.expiries()).anyMatch(row -> row.symbol().equals("DEBASE-31JUL26") && row.fixings() == 31);
        assertThat(report.instruments().stream().filter(row -> !row.expired()).map(DemoReport.InstrumentRow::symbol))
                .hasSize(27)
                .contains("H100-31AUG26", "H100-29JAN27", "DEBASE-30OCT26");
    }

    @Test
    void everyMonthTradesAndTheFrontTradesMost() {
        DemoMarket market = market(1, 0);

        runUntil(market, LocalDate.of(2026, 8, 14));

        List<DemoReport.InstrumentRow> live = market.report().instruments().stream()
                .filter(row -> !row.expired())
                .toList();
        assertThat(live).allMatch(row -> row.trades() > 0);
        for (String product : List.of("A100", "B200", "H100", "H200", "DEBASE")) {
            List<DemoReport.InstrumentRow> months = live.stream()
                    .filter(row -> row.symbol().startsWith(product))
                    .toList();
            assertThat(months).allMatch(row -> row.trades() <= months.getFirst().trades());
        }
    }

    @Test
    void programsStaySolventAndSayWhenThePricesStartOver() {
        DemoMarket market = market(1, 0);

        runUntil(market, LocalDate.of(2026, 8, 13));

        DemoReport report = market.report();
        assertThat(report.participants()).hasSize(9).allSatisfy(row -> {
            assertThat(row.equityMicros().get("USD"))
                    .isGreaterThan(row.initialMarginMicros().get("USD"));
            assertThat(row.equityMicros().get("EUR"))
                    .isGreaterThan(row.initialMarginMicros().get("EUR"));
            assertThat(row.fills()).isPositive();
        });
        assertThat(report.botOutcomes()).doesNotContainKey("INSUFFICIENT_MARGIN");
        assertThat(notices)
                .contains("H100: the reference prices start over; 2026-08-11 shows the figure of 2026-07-07.")
                .hasSize(4);
        assertThat(report.toJson()).contains("\"businessDate\"").contains("CC BY 4.0");
    }

    @Test
    void expiryThatAStateImageTellsAgainIsCountedOnce() {
        DemoMarket market = market(1, 0);
        runUntil(market, LocalDate.of(2026, 8, 4));

        ExchangeClient operator =
                client(DemoRoster.OPERATOR_SENDER, 2, ROSTER.keys().operator(), exchange.lastEventSequence());
        operator.requestImage();
        runFor(market, DAY_NS / 20);
        operator.close();

        assertThat(market.report().expiries()).hasSize(5);
    }

    @Test
    void sameSeedGivesTheSameMarket() {
        DemoMarket first = market(1, 0);
        runUntil(first, LocalDate.of(2026, 8, 5));
        long digest = exchange.stateDigest();

        exchange = newExchange();
        nowNs = 0;
        DemoMarket second = market(1, 0);
        runUntil(second, LocalDate.of(2026, 8, 5));

        assertThat(second.report()).isEqualTo(first.report());
        assertThat(exchange.stateDigest()).isEqualTo(digest);
    }

    @Test
    void restartedMarketGoesOnFromTheStateImage() {
        DemoMarket first = market(1, 0);
        runUntil(first, LocalDate.of(2026, 7, 30));
        runFor(first, DAY_NS / 2);
        first.close();

        DemoMarket second = market(2, exchange.lastEventSequence());
        runUntil(second, LocalDate.of(2026, 8, 4));

        assertThat(second.report().expiries()).contains(new DemoReport.ExpiryRow("H100-31JUL26", 3_354_500, 20));
        assertThat(second.report().trades()).isPositive();
        assertThat(second.report().operatorOutcomes().keySet()).doesNotContain("INSUFFICIENT_CASH");
        assertThat(second.report().participants())
                .allMatch(row -> row.equityMicros().get("USD") < 60_000_000_000_000L, "deposits were made once");
    }

    @Test
    void restartInTheMiddleOfSettlementFinishesTheDay() {
        DemoMarket first = market(1, 0);
        runUntil(first, LocalDate.of(2026, 7, 31));
        runFor(first, DAY_NS * DaySchedule.CLOSED_PERCENT / 100 + 3 * STEP_NS);
        first.close();

        DemoMarket second = market(2, exchange.lastEventSequence());
        runUntil(second, LocalDate.of(2026, 8, 4));

        assertThat(second.report().instruments())
                .filteredOn(row -> row.symbol().equals("H100-31JUL26"))
                .allMatch(DemoReport.InstrumentRow::expired);
    }

    /** Options that an operator lists are for others to mark and quote; the days go on with them. */
    @Test
    void anOptionIsNeitherMarkedNorQuoted() {
        DemoMarket first = market(1, 0);
        runUntil(first, LocalDate.of(2026, 7, 31));
        first.close();
        List<InstrumentSpec> listed = new ArrayList<>();
        List<Integer> marked = new ArrayList<>();
        ExchangeClient operator =
                client(DemoRoster.OPERATOR_SENDER, 2, ROSTER.keys().operator(), 0);
        operator.addReader((sequence, timestampNs, last, event) -> {
            switch (event) {
                case ExchangeEvent.InstrumentListed e -> listed.add(e.instrument());
                case ExchangeEvent.MarkSet e -> marked.add(e.instrumentId());
                default -> {}
            }
        });
        poll(operator);
        InstrumentSpec month = listed.stream()
                .filter(instrument -> instrument.symbol().equals("H100-31AUG26"))
                .findFirst()
                .orElseThrow();
        int optionId = listed.getLast().instrumentId() + 1;
        CompletableFuture<CommandOutcome> option = operator.listInstrument(new InstrumentSpec(
                optionId,
                "H100-31AUG26-3d5-C",
                month.productId(),
                month.firstFixingDay(),
                month.lastFixingDay(),
                month.lastTradingDay(),
                month.unitsPerLot(),
                100_000,
                new OptionTerms(month.instrumentId(), OptionType.CALL, 3_500_000)));
        poll(operator);
        assertThat(option.join().reason()).isEqualTo(RejectReason.NONE);

        DemoMarket second = market(3, exchange.lastEventSequence());
        runUntil(second, LocalDate.of(2026, 8, 4));

        poll(operator);
        assertThat(marked).contains(month.instrumentId()).doesNotContain(optionId);
        assertThat(second.report().instruments())
                .filteredOn(row -> row.symbol().equals("H100-31AUG26-3d5-C"))
                .singleElement()
                .satisfies(row -> assertThat(row.trades()).isZero());
    }

    private static void poll(ExchangeClient client) {
        int work = 1;
        while (work > 0) {
            work = client.poll();
        }
    }

    private InProcessExchange newExchange() {
        return new InProcessExchange(() -> 1_785_000_000_000_000_000L + nowNs);
    }

    private DemoMarket market(int epoch, long afterSequence) {
        Connector connector = (senderId, key) -> client(senderId, epoch, key, afterSequence);
        DemoMarket market = new DemoMarket(connector, ReferencePrices.builtIn(), ROSTER, CONFIG, notices::add);
        markets.add(market);
        return market;
    }

    private ExchangeClient client(int senderId, int epoch, SigningKey key, long afterSequence) {
        return new SequencedClient(senderId, epoch, key, exchange, exchange.feed(afterSequence));
    }

    private void runUntil(DemoMarket market, LocalDate date) {
        long deadlineNs = nowNs + 100 * DAY_NS;
        while (!market.report().businessDate().equals(date.toString())) {
            assertThat(nowNs).as("virtual time to reach " + date).isLessThan(deadlineNs);
            runFor(market, DAY_NS / 20);
        }
    }

    private void runFor(DemoMarket market, long durationNs) {
        long endNs = nowNs + durationNs;
        while (nowNs < endNs) {
            nowNs += STEP_NS;
            market.doWork(nowNs);
        }
    }
}
