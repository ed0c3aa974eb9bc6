package org.calx.acceptance.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.EventFeed;
import org.calx.api.client.ExchangeClient;
import org.calx.api.client.SequencedClient;
import org.calx.api.event.EventReader;
import org.calx.api.event.ExchangeEvent;
import org.calx.cluster.InProcessExchange;
import org.calx.model.Currency;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarketSpec;
import org.calx.model.ProductClass;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.RiskRules;
import org.calx.model.SenderRole;
import org.calx.model.VenueLimits;
import org.calx.model.VolatilityState;
import org.calx.risk.publish.PublisherSettings;
import org.calx.risk.publish.RiskPublisher;
import org.calx.risk.publish.RiskPublisher.Role;
import org.calx.risk.publish.RiskTarget;
import org.calx.risk.publish.Seat;
import org.calx.risk.publish.VolatilityWatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RiskPublisherTest {
    private static final int PUBLISHER = 7;
    private static final int FOLLOWER = 8;
    private static final int DAY = 20_783;
    private static final long MS = 1_000_000;
    private static final PublisherSettings SETTINGS = PublisherSettings.defaults();

    private long nowNs = 1_000_000_000L * 86_400 * DAY;
    private final InProcessExchange exchange = new InProcessExchange(() -> nowNs);
    private final ExchangeClient operator = exchange.client(1, 1);

    @BeforeEach
    void openVenue() {
        done(operator.openVenue(VenueLimits.defaults()));
        done(operator.registerSender(PUBLISHER, SenderRole.PUBLISHER, 0));
        done(operator.defineMarket(new MarketSpec(1, "COMPUTE", DAY)));
        done(operator.defineProduct(
                new ProductSpec(1, "H100", ProductClass.COMPUTE, 1, Currency.USD, 10_000, "GPU-hour")));
        done(operator.setProductParameters(
                new ProductParameters(1, 0, 0, 0, 50, 10, 500, 1_000, 0, 10, 10, 3_600_000_000_000L)));
        for (int id = 1; id <= 2; id++) {
            done(operator.listInstrument(
                    new InstrumentSpec(id, "H100-" + id, 1, DAY, DAY + 30, DAY + 30, 730, 2_500_000)));
        }
    }

    @Test
    void publishesWhatHasMovedEnoughAndNothingTwice() {
        RiskPublisher publisher = publisher();
        publisher.target(target(1, 2_500_000, 300_000));
        run(SETTINGS.takeOverNs() + 10 * MS, publisher);
        assertThat(publisher.role()).isEqualTo(Role.ACTIVE);
        assertThat(marks()).containsExactly("1: 2500000");
        assertThat(arrays()).containsExactly("1: version 1");

        publisher.target(target(1, 2_500_900, 301_000));
        run(50 * MS, publisher);
        assertThat(marks()).hasSize(1);
        assertThat(arrays()).hasSize(1);

        publisher.target(target(1, 2_501_000, 304_000));
        run(50 * MS, publisher);
        run(500 * MS, publisher);
        assertThat(marks()).containsExactly("1: 2500000", "1: 2501000");
        assertThat(arrays()).containsExactly("1: version 1", "1: version 2");
        assertThat(publisher.published()).isEqualTo(4);
    }

    /** Killed between two polls with targets that it has not sent; the spare goes on within a second, each target once. */
    @Test
    void spareTakesOverFromAKilledPublisherWithinASecond() {
        RiskPublisher first = publisher();
        run(SETTINGS.takeOverNs() + 10 * MS, first);
        RiskPublisher spare = publisher(1);
        RiskTarget target = target(1, 2_600_000, 300_000);
        first.target(target);
        spare.target(target);
        run(300 * MS, first, spare);
        assertThat(spare.role()).isEqualTo(Role.SPARE);
        assertThat(marks()).containsExactly("1: 2600000");

        // The first is polled no more. The cause comes at once; the exchange must have it a second later.
        spare.target(target(1, 2_700_000, 300_000));
        spare.volatilityState(1, VolatilityState.ELEVATED);
        run(900 * MS, spare);
        assertThat(spare.role()).isEqualTo(Role.ACTIVE);
        assertThat(marks()).containsExactly("1: 2600000", "1: 2700000");
        assertThat(arrays()).containsExactly("1: version 1", "1: version 2");
        assertThat(greatestLoss()).isEqualTo(300_000L * 730 * 5 / 4);

        // It was only paused: what it sends now is refused, and it stands by.
        first.target(target(1, 2_400_000, 500_000));
        run(50 * MS, first, spare);
        assertThat(first.role()).isEqualTo(Role.SPARE);
        run(2_000 * MS, first, spare);
        assertThat(marks()).containsExactly("1: 2600000", "1: 2700000");
        assertThat(arrays()).hasSize(2);
    }

    /** Operators have said elevated themselves: the exchange multiplies, so the array that is published stays. */
    @Test
    void stateOfTheRulesIsNotMultipliedTwice() {
        done(operator.setRiskRules(new RiskRules(
                1, VolatilityState.ELEVATED, 12_500, 15_000, 10_000, 11_000, 12_500, 0, 2_500, 0, 3_000, 0, 200, 200)));
        RiskPublisher publisher = publisher();
        publisher.target(target(1, 2_500_000, 300_000));
        publisher.volatilityState(1, VolatilityState.ELEVATED);
        run(SETTINGS.takeOverNs() + 10 * MS, publisher);
        assertThat(greatestLoss()).isEqualTo(300_000L * 730);
        publisher.volatilityState(1, VolatilityState.STRESSED);
        run(20 * MS, publisher);
        assertThat(greatestLoss()).isEqualTo(300_000L * 730 * 6 / 5);
    }

    /** Two begin in the same instant, before either has read of the other: one is left, and each target is set once. */
    @Test
    void ofSparesThatTakeOverAtOnceOneIsLeft() {
        long heardNs = nowNs + SETTINGS.takeOverNs() + 30 * MS;
        RiskPublisher[] all = {deaf(0, heardNs), deaf(1, heardNs)};
        for (RiskPublisher publisher : all) {
            publisher.target(target(1, 2_500_000, 300_000));
        }
        run(SETTINGS.takeOverNs() + 400 * MS, all);
        assertThat(Arrays.stream(all).filter(publisher -> publisher.role() == Role.ACTIVE))
                .hasSize(1);
        assertThat(marks()).containsExactly("1: 2500000");
        assertThat(arrays()).containsExactly("1: version 1");
    }

    /** A publisher that reads no event before a time. */
    private RiskPublisher deaf(int seat, long heardNs) {
        return new RiskPublisher(
                new SequencedClient(FOLLOWER, 1, exchange, late(heardNs)),
                epoch -> new SequencedClient(PUBLISHER, epoch, exchange, late(heardNs)),
                PUBLISHER,
                new Seat(seat, 3),
                SETTINGS,
                () -> nowNs);
    }

    private EventFeed late(long heardNs) {
        EventFeed feed = exchange.feed(0);
        return new EventFeed() {
            @Override
            public int poll(EventReader reader, int limit) {
                return nowNs < heardNs ? 0 : feed.poll(reader, limit);
            }

            @Override
            public void close() {
                feed.close();
            }
        };
    }

    /** Publishers pause and go on at random; no version is set twice and no mark is set that is in force. */
    @Test
    void threePublishersThatPauseAtRandomNeverPublishTwice() {
        long seed = Long.getLong("calx.seed", 11);
        Random random = new Random(seed);
        RiskPublisher[] all = {publisher(0), publisher(1), publisher(2)};
        long[] pausedUntilNs = new long[all.length];
        long mark = 2_500_000;
        for (int step = 0; step < 20_000; step++) {
            nowNs += 5 * MS;
            if (step % 40 == 0) {
                mark += (random.nextInt(3) - 1) * 2_000;
                RiskTarget target = target(1 + random.nextInt(2), mark, 300_000 + random.nextInt(10) * 4_000);
                for (RiskPublisher publisher : all) {
                    publisher.target(target);
                }
            }
            for (int i = 0; i < all.length; i++) {
                if (random.nextInt(400) == 0) {
                    pausedUntilNs[i] = nowNs + random.nextInt(2_000) * MS;
                }
                if (nowNs >= pausedUntilNs[i]) {
                    all[i].poll();
                }
            }
        }
        List<String> versions = arrays();
        assertThat(versions).as("seed %d", seed).doesNotHaveDuplicates().hasSizeGreaterThan(50);
        for (int id = 1; id <= 2; id++) {
            String prefix = id + ": ";
            List<String> own =
                    marks().stream().filter(text -> text.startsWith(prefix)).toList();
            for (int i = 1; i < own.size(); i++) {
                assertThat(own.get(i)).as("seed %d", seed).isNotEqualTo(own.get(i - 1));
            }
        }
        assertThat(exchange.ignored()).isZero();
    }

    @Test
    void volatilityIsElevatedAboveItsUpperQuarterAndNormalAgainBelow() {
        VolatilityWatch watch = new VolatilityWatch(500);
        Random random = new Random(3);
        VolatilityState state = VolatilityState.NORMAL;
        for (int i = 0; i < 300; i++) {
            state = watch.observe(0.01 * random.nextGaussian());
        }
        for (int i = 0; i < 10; i++) {
            state = watch.observe(0.05);
        }
        assertThat(state).isEqualTo(VolatilityState.ELEVATED);
        for (int i = 0; i < 200; i++) {
            state = watch.observe(0.001);
        }
        assertThat(state).isEqualTo(VolatilityState.NORMAL);
    }

    private RiskPublisher publisher() {
        return publisher(0);
    }

    private RiskPublisher publisher(int seat) {
        return new RiskPublisher(
                exchange.client(FOLLOWER, 1),
                epoch -> exchange.client(PUBLISHER, epoch),
                PUBLISHER,
                new Seat(seat, 3),
                SETTINGS,
                () -> nowNs);
    }

    private static RiskTarget target(int instrumentId, long markMicros, long rangeMicros) {
        long[] losses = new long[16];
        Arrays.setAll(losses, s -> (s % 2 == 0 ? 1 : -1) * rangeMicros * 730 * (s / 2) / 7);
        return new RiskTarget(instrumentId, markMicros, losses);
    }

    private void run(long forNs, RiskPublisher... publishers) {
        for (long endNs = nowNs + forNs; nowNs < endNs; nowNs += 5 * MS) {
            for (RiskPublisher publisher : publishers) {
                publisher.poll();
            }
        }
    }

    private List<String> marks() {
        List<String> marks = new ArrayList<>();
        for (ExchangeEvent event : events()) {
            if (event instanceof ExchangeEvent.MarkSet set) {
                marks.add(set.instrumentId() + ": " + set.markMicros());
            }
        }
        return marks;
    }

    private List<String> arrays() {
        List<String> arrays = new ArrayList<>();
        for (ExchangeEvent event : events()) {
            if (event instanceof ExchangeEvent.RiskArraySet set) {
                arrays.add(set.instrumentId() + ": version " + set.version());
            }
        }
        return arrays;
    }

    private long greatestLoss() {
        long greatest = 0;
        for (ExchangeEvent event : events()) {
            if (event instanceof ExchangeEvent.RiskArraySet set) {
                greatest = Arrays.stream(set.lossMicrosPerLot()).max().orElseThrow();
            }
        }
        return greatest;
    }

    private List<ExchangeEvent> events() {
        List<ExchangeEvent> events = new ArrayList<>();
        EventFeed feed = exchange.feed(0);
        while (feed.poll((sequence, timestampNs, last, event) -> events.add(event), 1_000) > 0) {
            // until all are read
        }
        return events;
    }

    private void done(CompletableFuture<CommandOutcome> command) {
        while (!command.isDone()) {
            operator.poll();
        }
        assertThat(command.join().reason()).isEqualTo(org.calx.model.RejectReason.NONE);
    }
}
