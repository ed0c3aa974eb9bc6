package org.calx.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.calx.core.clearing.Backlog;
import org.calx.core.snapshot.TextSnapshotReader;
import org.calx.core.snapshot.TextSnapshotWriter;
import org.calx.model.PolicyKind;
import org.calx.model.VenueLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same commands give the same events and the same digest, with or without snapshots between them. */
class ExchangeReplayTest {
    private static final VenueLimits LIMITS = new VenueLimits(8, 4, 64, 20, 4, 64, 8);
    private static final int ACCOUNTS = 6;
    private static final int INSTRUMENTS = 3;
    private static final int SPREAD_TICKS = 6;

    private final long seed = Long.getLong("calx.seed", System.nanoTime());

    /** Positions and orders counted anew in one command: usually, and so few that accounts are often behind. */
    static List<Arguments> stepsAndPolicies() {
        return Stream.of(Backlog.STEP, 2)
                .flatMap(step -> Stream.of(PolicyKind.values()).map(kind -> Arguments.of(step, kind)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("stepsAndPolicies")
    void aRestoredExchangeGoesOnAsTheOneItWasTakenFrom(int step, PolicyKind kind) {
        System.out.println("ExchangeReplayTest seed " + seed + " (repeat with -Dcalx.seed)");
        Run run = new Run(400, step, kind);
        for (int from = 0; from <= run.commands.size(); from++) {
            EventLog log = new EventLog();
            Exchange restored = new Exchange(log.events(), step);
            restored.readFrom(new TextSnapshotReader(run.snapshots.get(from)));
            assertThat(restored.stateDigest()).as("digest at %d", from).isEqualTo(run.digests.get(from));
            for (int i = from; i < Math.min(from + 60, run.commands.size()); i++) {
                run.commands.get(i).accept(restored);
                assertThat(log.take()).as("events of %d after %d", i, from).isEqualTo(run.events.get(i));
                assertThat(restored.stateDigest()).as("digest after %d", i).isEqualTo(run.digests.get(i + 1));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stepsAndPolicies")
    void everyInvariantHoldsAfterEveryCommand(int step, PolicyKind kind) {
        System.out.println("ExchangeReplayTest seed " + seed + " (repeat with -Dcalx.seed)");
        RandomCommands commands = new RandomCommands(seed, ACCOUNTS, INSTRUMENTS + 1, SPREAD_TICKS);
        TestVenue venue = venue(step, kind);
        int trades = 0;
        int settlements = 0;
        for (int i = 0; i < 20_000; i++) {
            commands.next().accept(venue.exchange);
            List<String> events = venue.log.take();
            commands.learn(events);
            trades += (int)
                    events.stream().filter(line -> line.startsWith("trade ")).count();
            settlements += (int) events.stream()
                    .filter(line -> line.startsWith("settlementPriceSet "))
                    .count();
            assertThat(venue.exchange.audit()).isPositive();
            assertThat(events.getLast()).startsWith("commandResult ");
            if (i % 7 == 0 && venue.exchange.nextTimerNs() != Long.MAX_VALUE) {
                fireTimer(venue.exchange);
                assertThat(venue.log.take().getLast()).startsWith("timerFired ");
                assertThat(venue.exchange.audit()).isPositive();
            }
        }
        assertThat(trades).as("trades reached, seed %d", seed).isGreaterThan(1_000);
        assertThat(settlements).as("settlements reached, seed %d", seed).isGreaterThan(10);
        assertThat(venue.exchange.invariantsChecked()).isGreaterThan(10_000);
    }

    @Test
    void aSnapshotTakesANewExchange() {
        Run run = new Run(1, Backlog.STEP, PolicyKind.SPAN);
        TestVenue venue = new TestVenue(LIMITS, ACCOUNTS, INSTRUMENTS);
        TextSnapshotReader reader = new TextSnapshotReader(run.snapshots.getFirst());
        assertThatThrownBy(() -> venue.exchange.readFrom(reader)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anExchangeBeforeItsOpeningHasASnapshotToo() {
        Exchange exchange = new Exchange(new EventLog().events());
        TextSnapshotWriter writer = new TextSnapshotWriter();
        exchange.writeTo(writer);
        Exchange restored = new Exchange(new EventLog().events());
        restored.readFrom(new TextSnapshotReader(writer.text()));
        assertThat(restored.stateDigest()).isEqualTo(exchange.stateDigest());
    }

    /** Three futures and an option on the first of them. A percentage refuses the option. */
    private TestVenue venue(int step, PolicyKind kind) {
        TestVenue venue = new TestVenue(LIMITS, ACCOUNTS, INSTRUMENTS, step);
        if (kind != PolicyKind.SPAN) {
            venue.setPolicy(RandomRules.policy(new Random(seed), kind), INSTRUMENTS);
        }
        venue.listCall(INSTRUMENTS + 1);
        return venue;
    }

    private static void fireTimer(Exchange exchange) {
        if (exchange.nextTimerNs() != Long.MAX_VALUE) {
            exchange.onTimer(exchange.nextTimerNs());
        }
    }

    /** What a run of random commands told, with a snapshot before each command and after the last. */
    private final class Run {
        final List<Consumer<Exchange>> commands = new ArrayList<>();
        final List<List<String>> events = new ArrayList<>();
        final List<String> snapshots = new ArrayList<>();
        final List<Long> digests = new ArrayList<>();

        Run(int count, int step, PolicyKind kind) {
            RandomCommands random = new RandomCommands(seed, ACCOUNTS, INSTRUMENTS + 1, SPREAD_TICKS);
            TestVenue venue = venue(step, kind);
            keep(venue.exchange);
            for (int i = 0; i < count; i++) {
                Consumer<Exchange> command = i % 5 == 4 ? ExchangeReplayTest::fireTimer : random.next();
                command.accept(venue.exchange);
                commands.add(command);
                events.add(venue.log.take());
                random.learn(events.getLast());
                keep(venue.exchange);
            }
        }

        private void keep(Exchange exchange) {
            TextSnapshotWriter writer = new TextSnapshotWriter();
            exchange.writeTo(writer);
            snapshots.add(writer.text());
            digests.add(exchange.stateDigest());
        }
    }
}
