package org.calx.acceptance.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.ExchangeClient;
import org.calx.api.client.OrderRequest;
import org.calx.api.client.SequencedClient;
import org.calx.api.event.ExchangeEvent;
import org.calx.cluster.InProcessExchange;
import org.calx.model.Currency;
import org.calx.model.Fixing;
import org.calx.model.FixingStatus;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarketPhase;
import org.calx.model.MarketSpec;
import org.calx.model.ProductClass;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.RejectReason;
import org.calx.model.SenderRole;
import org.calx.model.Side;
import org.calx.model.VenueLimits;
import org.calx.risk.publish.PublishSettings;
import org.calx.risk.publish.Publisher;
import org.junit.jupiter.api.BeforeEach;

/** Publishers of one sender on an exchange in this process, on one thread and one clock that the test moves. */
abstract class PublisherRig {
    static final int OPERATOR = 1;
    static final int PUBLISHER = 7;
    static final int ACCOUNT = 11;
    static final int INSTRUMENT = 1;
    static final int DAY = (int) LocalDate.of(2026, 11, 26).toEpochDay();
    static final long SECOND = 1_000_000_000L;
    static final long START_SECONDS = 1_800_000_000L;

    PublishSettings settings = PublishSettings.usual();
    long nowNs;
    final InProcessExchange exchange = new InProcessExchange(() -> START_SECONDS * SECOND + nowNs);
    final ExchangeClient operator = exchange.client(OPERATOR, 1);
    final List<ExchangeEvent.MarkSet> marks = new ArrayList<>();
    final List<ExchangeEvent.RiskArraySet> arrays = new ArrayList<>();
    final List<RejectReason> refused = new ArrayList<>();
    long bid;
    long ask;

    @BeforeEach
    void open() {
        operator.addReader((sequence, timestampNs, last, event) -> {
            switch (event) {
                case ExchangeEvent.MarkSet mark -> marks.add(mark);
                case ExchangeEvent.RiskArraySet array -> arrays.add(array);
                case ExchangeEvent.CommandResult result
                when result.senderId() == PUBLISHER && result.reason() != RejectReason.NONE ->
                    refused.add(result.reason());
                case ExchangeEvent.ImageEnd end -> {
                    // An image tells marks and arrays again.
                    marks.clear();
                    arrays.clear();
                }
                default -> {}
            }
        });
        done(operator.openVenue(VenueLimits.defaults()));
        done(operator.registerSender(PUBLISHER, SenderRole.PUBLISHER, 0));
        done(operator.defineMarket(new MarketSpec(1, "COMPUTE", DAY)));
        done(operator.defineProduct(
                new ProductSpec(1, "H100", ProductClass.COMPUTE, 1, Currency.USD, 10_000, "GPU-hour")));
        setBand(50);
        done(operator.listInstrument(
                new InstrumentSpec(INSTRUMENT, "H100-31DEC26", 1, DAY, DAY + 35, DAY + 35, 730, 2_500_000)));
        done(operator.openAccount(ACCOUNT, "maker"));
        done(operator.deposit(ACCOUNT, Currency.USD, 1_000_000_000_000L));
        long[] losses = new long[16];
        losses[10] = 1_000_000;
        done(operator.setRiskArray(INSTRUMENT, 5, losses));
        done(operator.setMark(INSTRUMENT, 2_500_000));
        done(operator.setMarketPhase(1, DAY, MarketPhase.OPEN));
        marks.clear();
        arrays.clear();
        quote(248, 252);
    }

    void setBand(long ticks) {
        setParameters(ticks, 3_600L * SECOND);
    }

    void setParameters(long bandTicks, long markStaleNs) {
        done(operator.setProductParameters(
                new ProductParameters(1, 0, 0, 0, bandTicks, 20, 500, 1_000, 0, 10, 10, markStaleNs)));
    }

    CommandOutcome done(CompletableFuture<CommandOutcome> command) {
        while (!command.isDone()) {
            operator.poll();
        }
        assertThat(command.join().reason()).isEqualTo(RejectReason.NONE);
        return command.join();
    }

    void quote(long bidTicks, long askTicks) {
        done(operator.massCancel(ACCOUNT, INSTRUMENT));
        bid = done(operator.submitOrder(OrderRequest.limit(ACCOUNT, INSTRUMENT, Side.BUY, bidTicks, 10)))
                .reference();
        ask = done(operator.submitOrder(OrderRequest.limit(ACCOUNT, INSTRUMENT, Side.SELL, askTicks, 10)))
                .reference();
    }

    Publisher publisher(int instance) {
        return publisher(instance, 0);
    }

    Publisher publisher(int instance, long afterSequence) {
        return new Publisher(
                PUBLISHER,
                afterSequence,
                exchange.feed(afterSequence),
                (epoch, after) -> new SequencedClient(PUBLISHER, epoch, exchange, exchange.feed(after)),
                instance,
                settings,
                () -> START_SECONDS + nowNs / SECOND);
    }

    /** Lets time pass in steps of a tenth of a second, in which each works until it has no more to do. */
    void run(long seconds, Publisher... publishers) {
        runTenths(10 * seconds, publishers);
    }

    void runTenths(long tenths, Publisher... publishers) {
        for (long end = nowNs + tenths * SECOND / 10; nowNs < end; nowNs += SECOND / 10) {
            boolean works = true;
            while (works) {
                works = operator.poll() > 0;
                for (Publisher publisher : publishers) {
                    works |= publisher.doWork(nowNs) > 0;
                }
            }
        }
    }

    List<Long> markPrices() {
        return marks.stream().map(ExchangeEvent.MarkSet::markMicros).toList();
    }

    void fix(int day, long priceMicros) {
        done(operator.publishFixing(new Fixing(1, day, priceMicros, 5, FixingStatus.FINAL)));
    }

    /** What each array published says that a fall of a whole range costs. */
    List<Long> fullMoves() {
        return arrays.stream().map(array -> array.lossMicrosPerLot()[12]).toList();
    }
}
