package org.calx.acceptance.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.calx.api.client.OrderRequest;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.Currency;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarginPolicy;
import org.calx.model.MarketPhase;
import org.calx.model.OptionTerms;
import org.calx.model.OptionType;
import org.calx.model.PolicyKind;
import org.calx.model.ProductClass;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.ShortOptionMethod;
import org.calx.model.Side;
import org.calx.pricing.vanilla.Black76;
import org.calx.risk.array.Scenario;
import org.calx.risk.publish.PublishSettings;
import org.calx.risk.publish.Publisher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call on the month future, which averages over the 35 days from {@code DAY} on: a third of them counts as time. */
class OptionPublisherTest extends PublisherRig {
    private static final int CALL = 2;
    private static final double STRIKE = 2.75;
    private static final double YEARS = 35 / 3.0 / 365;
    private static final double DAY_YEARS = 1 / 365.0;

    /** A tenth of a cent on a lot of 730. */
    private static final double ROUNDING_MICROS = 1_000;

    @BeforeEach
    void list() {
        done(operator.listInstrument(new InstrumentSpec(
                CALL,
                "H100-31DEC26-2d75-C",
                1,
                DAY,
                DAY + 35,
                DAY + 35,
                730,
                micros(2.50, 0.6),
                new OptionTerms(INSTRUMENT, OptionType.CALL, 2_750_000))));
    }

    private static double price(double forward, double years, double volatility) {
        return Black76.price(org.calx.pricing.OptionType.CALL, forward, STRIKE, years, volatility, 0);
    }

    private static long micros(double forward, double volatility) {
        return Math.round(1e6 * price(forward, YEARS, volatility));
    }

    private List<Long> callMarks() {
        return marks.stream()
                .filter(mark -> mark.instrumentId() == CALL)
                .map(ExchangeEvent.MarkSet::markMicros)
                .toList();
    }

    private List<ExchangeEvent.RiskArraySet> callArrays() {
        return arrays.stream().filter(array -> array.instrumentId() == CALL).toList();
    }

    /** What a long lot loses when its future goes to this price and a day passes. */
    private static double lossMicros(double today, double forward, double volatility) {
        return 730e6 * (today - price(forward, YEARS - DAY_YEARS, volatility));
    }

    @Test
    void anOptionHasTheArrayOfItsModelByTheRangeOfItsFuture() {
        Publisher publisher = publisher(0);
        run(4, publisher);
        assertThat(callMarks()).isEmpty();
        assertThat(callArrays()).hasSize(1);
        long[] losses = callArrays().getFirst().lossMicrosPerLot();
        double today = price(2.50, YEARS, 0.6);
        double points = 0.6 * 0.167;
        assertThat((double) losses[0]).isCloseTo(lossMicros(today, 2.50, 0.6 + points), within(ROUNDING_MICROS));
        assertThat((double) losses[11])
                .isCloseTo(lossMicros(today, 2.50 + 0.375, 0.6 - points), within(ROUNDING_MICROS));
        assertThat((double) losses[12])
                .isCloseTo(lossMicros(today, 2.50 - 0.375, 0.6 + points), within(ROUNDING_MICROS));
        assertThat((double) losses[14]).isCloseTo(lossMicros(today, 2.50 + 1.125, 0.6) / 3, within(ROUNDING_MICROS));
    }

    @Test
    void withoutABookItsMarkFollowsItsFutureAtTheVolatilityThatItHadLast() {
        Publisher publisher = publisher(0);
        run(4, publisher);
        quote(258, 262);
        run(1, publisher);
        assertThat(callMarks()).hasSize(1);
        assertThat((double) callMarks().getFirst()).isCloseTo(micros(2.60, 0.6), within(2.0));
        assertThat(callArrays()).hasSize(2);
        // A book of 0.08 to 0.12 implies another volatility, which stays when the book goes.
        done(operator.submitOrder(OrderRequest.limit(ACCOUNT, CALL, Side.BUY, 8, 1)));
        done(operator.submitOrder(OrderRequest.limit(ACCOUNT, CALL, Side.SELL, 12, 1)));
        run(1, publisher);
        assertThat(callMarks()).hasSize(2).endsWith(100_000L);
        done(operator.massCancel(ACCOUNT, CALL));
        run(1, publisher);
        assertThat(callMarks()).hasSize(2);
        quote(248, 252);
        run(1, publisher);
        double volatility = volatility(2.60, 0.10);
        assertThat((double) callMarks().getLast()).isCloseTo(micros(2.50, volatility), within(2.0));
        long[] losses = callArrays().getLast().lossMicrosPerLot();
        assertThat((double) losses[12])
                .isCloseTo(
                        lossMicros(price(2.50, YEARS, volatility), 2.125, volatility * 1.167), within(10_000.0 * 730));
    }

    /** By halving: another way than the publisher's. */
    private static double volatility(double forward, double price) {
        double low = 0;
        double high = 5;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            low = price(forward, YEARS, middle) < price ? middle : low;
            high = price(forward, YEARS, middle) < price ? high : middle;
        }
        return low;
    }

    /** The stand-by has seen the same books, so it knows the volatility that the other published by. */
    @Test
    void whoTakesOverPublishesNothingThatIsInForce() {
        Publisher first = publisher(0);
        run(4, first);
        done(operator.submitOrder(OrderRequest.limit(ACCOUNT, CALL, Side.BUY, 8, 1)));
        done(operator.submitOrder(OrderRequest.limit(ACCOUNT, CALL, Side.SELL, 12, 1)));
        Publisher second = publisher(1);
        run(5, first, second);
        assertThat(first.isPublishing()).isTrue();
        done(operator.massCancel(ACCOUNT, CALL));
        run(1, first, second);
        int published = marks.size() + arrays.size();
        run(2, second);
        assertThat(second.isPublishing()).isTrue();
        assertThat(marks.size() + arrays.size()).isEqualTo(published);
        Publisher late = publisher(0, exchange.lastEventSequence());
        run(6, late);
        assertThat(late.isPublishing()).isTrue();
        assertThat(refused).isEmpty();
    }

    /** Options without a book lose what time takes; the future's mark stays. */
    @Test
    void aNewDayTakesTimeFromIt() {
        Publisher publisher = publisher(0);
        run(4, publisher);
        done(operator.setMarketPhase(1, DAY, MarketPhase.CLOSED));
        done(operator.settleInstrument(INSTRUMENT, DAY));
        done(operator.settleInstrument(CALL, DAY));
        done(operator.setMarketPhase(1, DAY + 10, MarketPhase.OPEN));
        run(1, publisher);
        double expected = 1e6 * price(2.50, 25 / 3.0 / 365, 0.6);
        assertThat(callMarks()).hasSize(1);
        assertThat((double) callMarks().getFirst()).isCloseTo(expected, within(2.0));
        assertThat(marks).hasSize(1);
        assertThat(callArrays()).hasSize(2);
    }

    private void listOther(MarginPolicy policy) {
        done(operator.defineProduct(
                new ProductSpec(2, "B200", ProductClass.COMPUTE, 1, Currency.USD, 10_000, "GPU-hour")));
        done(operator.setProductParameters(
                new ProductParameters(2, 0, 0, 0, 50, 20, 500, 1_000, 0, 10, 10, 3_600L * SECOND)));
        done(operator.setMarginPolicy(policy));
        done(operator.listInstrument(
                new InstrumentSpec(3, "B200-31DEC26", 2, DAY, DAY + 35, DAY + 35, 730, 5_000_000)));
    }

    private static MarginPolicy policy(PolicyKind kind, int scenarios) {
        return new MarginPolicy(2, kind, 0, ShortOptionMethod.SUM, scenarios, 1_000, false, 10_000, List.of());
    }

    /** The array of instrument 3, or an empty one. */
    private long[] other() {
        return arrays.stream()
                .filter(array -> array.instrumentId() == 3)
                .map(ExchangeEvent.RiskArraySet::lossMicrosPerLot)
                .findFirst()
                .orElse(new long[0]);
    }

    @Test
    void aProductByAPercentageGetsMarksAlone() {
        listOther(policy(PolicyKind.PERCENT, MarginPolicy.SPAN_SCENARIOS));
        done(operator.submitOrder(OrderRequest.limit(ACCOUNT, 3, Side.BUY, 504, 1)));
        done(operator.submitOrder(OrderRequest.limit(ACCOUNT, 3, Side.SELL, 508, 1)));
        Publisher publisher = publisher(0);
        run(4, publisher);
        assertThat(marks).extracting(ExchangeEvent.MarkSet::instrumentId).containsExactly(3);
        assertThat(other()).isEmpty();
        assertThat(refused).isEmpty();
    }

    /** A range is 15 % of 5.00 on 730 hours, 547.50. */
    @Test
    void aGridHasTheScenariosOfTheSettings() {
        settings = withGrid("B200", List.of(new Scenario(-2, 0, 0.5), new Scenario(0.1, 0, 1), new Scenario(1, 0, 1)));
        listOther(policy(PolicyKind.GRID, 3));
        Publisher publisher = publisher(0);
        run(4, publisher);
        assertThat(other()).containsExactly(547_500_000, -54_750_000, -547_500_000);
        assertThat(refused).isEmpty();
    }

    @Test
    void aGridOfAnotherSizeIsNotPublished() {
        settings = withGrid("B200", List.of(new Scenario(-2, 0, 0.5)));
        listOther(policy(PolicyKind.GRID, 3));
        Publisher publisher = publisher(0);
        run(4, publisher);
        assertThat(publisher.isPublishing()).isTrue();
        assertThat(other()).isEmpty();
        assertThat(refused).isEmpty();
    }

    private static PublishSettings withGrid(String code, List<Scenario> grid) {
        PublishSettings usual = PublishSettings.usual();
        return new PublishSettings(
                usual.leastMoveTicks(),
                usual.widestSpreadTicks(),
                usual.scanPermille(),
                usual.scanVolatilityPermille(),
                usual.optionVolatilityPermille(),
                usual.beatNs(),
                usual.takeoverNs(),
                usual.mostInFlight(),
                Map.of(code, grid));
    }
}
