package org.calx.index.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.Currency;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarketPhase;
import org.calx.model.OptionTerms;
import org.calx.model.OptionType;
import org.calx.model.ProductClass;
import org.calx.model.ProductSpec;
import org.calx.model.SettlementTier;
import org.calx.model.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnTradesTest {
    /** 2026-03-02. */
    private static final int DAY = 20_514;

    private final List<String> lines = new ArrayList<>();
    private final OwnTrades trades = new OwnTrades(account -> account == 9, lines::add);
    private long sequence;

    @BeforeEach
    void listContracts() {
        tell(new ExchangeEvent.ProductDefined(
                new ProductSpec(1, "H100.EU", ProductClass.COMPUTE, 1, Currency.USD, 10_000, "GPU-hour")));
        tell(new ExchangeEvent.ProductDefined(
                new ProductSpec(2, "DEBASE", ProductClass.POWER, 1, Currency.EUR, 10_000, "MWh")));
        list(1, 1, DAY - 1, DAY + 29);
        list(2, 1, DAY + 30, DAY + 59);
        list(3, 1, DAY + 60, DAY + 90);
        list(4, 1, DAY + 1, DAY + 1);
        list(5, 2, DAY + 30, DAY + 59);
        tell(new ExchangeEvent.AccountOpened(7, "Alpha, Ltd"));
        tell(new ExchangeEvent.AccountOpened(8, "beta"));
        tell(new ExchangeEvent.AccountOpened(9, "robot"));
        tell(new ExchangeEvent.MarketPhaseChanged(1, DAY, MarketPhase.OPEN));
    }

    private void list(int id, int product, int first, int last) {
        tell(new ExchangeEvent.InstrumentListed(
                new InstrumentSpec(id, "I" + id, product, first, last, last, 730, 2_500_000)));
    }

    private void tell(ExchangeEvent event) {
        sequence++;
        trades.onEvent(sequence, 0, true, event);
    }

    /** What an option trades and settles at is a premium, no price of computing. */
    @Test
    void optionsArePassedOver() {
        OwnQuotes quotes = new OwnQuotes();
        List<ExchangeEvent> events = List.of(
                new ExchangeEvent.ProductDefined(
                        new ProductSpec(1, "H100.EU", ProductClass.COMPUTE, 1, Currency.USD, 10_000, "GPU-hour")),
                new ExchangeEvent.InstrumentListed(
                        new InstrumentSpec(2, "F", 1, DAY + 30, DAY + 59, DAY + 59, 730, 2_500_000)),
                new ExchangeEvent.InstrumentListed(new InstrumentSpec(
                        6,
                        "C",
                        1,
                        DAY + 30,
                        DAY + 59,
                        DAY + 25,
                        730,
                        100_000,
                        new OptionTerms(2, OptionType.CALL, 250))),
                new ExchangeEvent.SettlementPriceSet(2, DAY, 2_510_000, SettlementTier.values()[0]),
                new ExchangeEvent.SettlementPriceSet(6, DAY, 90_000, SettlementTier.values()[0]));
        for (ExchangeEvent event : events) {
            tell(event);
            quotes.onEvent(sequence, 0, true, event);
        }
        trade(6, Side.SELL, 7, 8);

        assertThat(lines).isEmpty();
        assertThat(quotes.lines()).hasSize(2).last().asString().contains(",2.510000,");
    }

    private void trade(int instrument, Side aggressorSide, int aggressor, int resting) {
        tell(new ExchangeEvent.Trade(1, instrument, 251, 3, aggressorSide, 1, aggressor, 0, 0, 2, resting, 0, 0));
    }

    @Test
    void theNextMonthIsATermOfOneMonthSoldByTheSeller() {
        trade(2, Side.SELL, 7, 8);
        trade(2, Side.BUY, 7, 8);

        assertThat(lines)
                .containsExactly(
                        "2026-03-02,trade,Alpha  Ltd,Alpha  Ltd,,H100.EU,1,1m,USD,gpu-hour,2.510000,2190,calx,0",
                        "2026-03-02,trade,beta,beta,,H100.EU,1,1m,USD,gpu-hour,2.510000,2190,calx,0");
    }

    @Test
    void otherDeliveriesAndWashTradesSayWhatTheyAre() {
        trade(1, Side.SELL, 7, 8);
        trade(3, Side.SELL, 7, 8);
        trade(4, Side.SELL, 7, 8);
        trade(2, Side.SELL, 7, 7);

        assertThat(lines)
                .extracting(line -> line.split(",")[7])
                .containsExactly("forward", "forward", "on-demand", "wash");
    }

    @Test
    void aProgramOnEitherSideMakesATradeGeneratedAndPowerIsLeftOut() {
        trade(2, Side.SELL, 9, 8);
        trade(2, Side.SELL, 8, 9);
        trade(5, Side.SELL, 7, 8);

        assertThat(lines).hasSize(2).allMatch(line -> line.endsWith(",calx,1"));
    }
}
