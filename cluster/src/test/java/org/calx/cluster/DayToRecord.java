package org.calx.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.agrona.DirectBuffer;
import org.calx.api.client.CommandLog;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.ExchangeClient;
import org.calx.api.client.OrderRequest;
import org.calx.api.client.SequencedClient;
import org.calx.api.client.SigningKey;
import org.calx.cluster.LoggedEntries.Entry;
import org.calx.cluster.LoggedEntries.Kind;
import org.calx.core.authority.ParameterDigest;
import org.calx.margin.ScenarioArray;
import org.calx.model.AccountRating;
import org.calx.model.Currency;
import org.calx.model.Fixing;
import org.calx.model.FixingStatus;
import org.calx.model.InstrumentArray;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarketPhase;
import org.calx.model.MarketSpec;
import org.calx.model.ParameterSet;
import org.calx.model.ProductClass;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.ProtocolVersion;
import org.calx.model.Rating;
import org.calx.model.RejectReason;
import org.calx.model.SenderRole;
import org.calx.model.SessionEnd;
import org.calx.model.Side;
import org.calx.model.VenueLimits;

/** A short life of a venue with something of everything, whose log is kept: what a release records as its fixture. */
final class DayToRecord implements CommandLog {
    private static final int DAY = 20_400;
    private static final long STEP_NS = 1_000_000;
    private static final long NEVER_NS = Long.MAX_VALUE / 2;
    private static final SigningKey FIRST_KEY = key(1);
    private static final SigningKey SECOND_KEY = key(2);

    private final List<Entry> entries = new ArrayList<>();
    private final EventMemory events = new EventMemory();
    private final ReplicatedExchange exchange = new ReplicatedExchange(events);
    private final ExchangeClient first = client(1, FIRST_KEY);
    private final ExchangeClient second = client(2, SECOND_KEY);
    private final ExchangeClient gateway = client(3, null);
    private long nowNs = 1_762_000_000_000_000_000L;

    /** Lives through it. */
    static LoggedEntries run() {
        DayToRecord day = new DayToRecord();
        day.found();
        day.trade();
        day.guard();
        day.end();
        return new LoggedEntries(
                List.copyOf(day.entries), day.exchange.lastEventSequence(), day.exchange.stateDigest());
    }

    private void found() {
        done(first, c -> c.openVenue(new VenueLimits(16, 16, 256, 64, 8, 64, 16)));
        done(first, c -> c.setOperatorKey(1, SenderRole.OPERATOR, FIRST_KEY.publicKey()));
        refused(first, c -> c.retainEvents(1, 1), RejectReason.LATER_PROTOCOL_VERSION);
        done(first, c -> c.setOperatorKey(2, SenderRole.OPERATOR, SECOND_KEY.publicKey()));
        both(c -> c.registerSender(3, SenderRole.GATEWAY, 0));
        for (int version = 2; version <= ProtocolVersion.newest().number(); version++) {
            int next = version;
            both(c -> c.setProtocolVersion(next));
        }
        done(gateway, c -> c.retainEvents(20, 3_600_000_000_000L));
        done(first, c -> c.defineMarket(new MarketSpec(1, "COMPUTE", DAY)));
        done(
                first,
                c -> c.defineProduct(
                        new ProductSpec(1, "H100", ProductClass.COMPUTE, 1, Currency.USD, 10_000, "GPU-hour")));
        both(c -> c.setProductParameters(new ProductParameters(
                1, 100_000, 200_000, 0, 10_000, 100, 1_000, 20_000, 0, 10, 1, 1_000_000_000_000L)));
        done(first, c -> c.listInstrument(new InstrumentSpec(1, "H100-NOV25", 1, DAY, DAY, DAY, 730, 2_500_000)));
        done(first, c -> c.openAccount(1, "buyer"));
        done(first, c -> c.openAccount(2, "seller"));
        done(first, c -> c.deposit(1, Currency.USD, 10_000_000_000L));
        done(first, c -> c.deposit(2, Currency.USD, 10_000_000_000L));
        long[] losses = new long[16];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = (i - 8) * 10_000_000L;
        }
        done(first, c -> c.setRiskArray(1, 1, losses));
        done(first, c -> c.setMark(1, 2_500_000));
        parameters();
        done(first, c -> c.setMarketPhase(1, DAY, MarketPhase.OPEN));
    }

    /** A set that holds at once, one that waits for a day that does not come, and one that is withdrawn. */
    private void parameters() {
        List<Long> losses =
                Arrays.stream(ScenarioArray.ofFuture(80_000_000)).boxed().toList();
        for (int version = 1; version <= 3; version++) {
            ParameterSet set = new ParameterSet(
                    version,
                    1,
                    DAY + version - 1,
                    List.of(new InstrumentArray(1, losses)),
                    List.of(),
                    Optional.empty(),
                    List.of(new AccountRating(1, Rating.B)));
            set.parts().forEach(part -> done(first, c -> c.stageParameters(part)));
            both(c -> c.activateParameters(set.version(), ParameterDigest.of(set)));
        }
        done(first, c -> c.cancelParameters(3));
    }

    private void trade() {
        long resting = done(gateway, c -> c.submitOrder(OrderRequest.limit(1, 1, Side.BUY, 250, 10)));
        done(gateway, c -> c.submitOrder(OrderRequest.limit(2, 1, Side.SELL, 249, 4)));
        done(gateway, c -> c.amendOrder(1, resting, 248, 9));
        refused(
                gateway,
                c -> c.submitOrder(OrderRequest.limit(1, 1, Side.BUY, 250, 900)),
                RejectReason.INSUFFICIENT_MARGIN);
        done(gateway, c -> c.submitOrder(OrderRequest.limit(2, 1, Side.SELL, 253, 2)));
        done(gateway, c -> c.cancelOrder(1, resting));
        done(gateway, ExchangeClient::requestImage);
    }

    private void guard() {
        long sessionId = done(gateway, c -> c.openSession(1, 1, 5_000_000_000L));
        done(
                gateway,
                c -> c.submitOrder(OrderRequest.limit(1, 1, Side.BUY, 247, 1).inSession(1)));
        done(gateway, c -> c.endSession(1, SessionEnd.DROPPED));
        done(gateway, c -> c.resumeSession(1, 2, sessionId));
        done(gateway, c -> c.cancelAllAfter(2, 2_000_000_000L));
        done(gateway, c -> c.setCancelOnDisconnect(2, true, 0));
        entries.add(new Entry(Kind.LEADER, nowNs, new byte[0]));
        exchange.onNewLeader(nowNs);
        nowNs += 2_100_000_000L;
        fireTimer();
        done(gateway, ExchangeClient::heartbeat);
        nowNs += 11_000_000_000L;
        fireTimer();
    }

    private void end() {
        done(first, c -> c.setMarketPhase(1, DAY, MarketPhase.CLOSING));
        done(first, c -> c.setMarketPhase(1, DAY, MarketPhase.CLOSED));
        done(first, c -> c.settleInstrument(1, DAY));
        done(first, c -> c.publishFixing(new Fixing(1, DAY, 2_510_000, 5, FixingStatus.FINAL)));
        done(first, c -> c.expireInstrument(1, DAY));
        both(c -> c.withdraw(1, Currency.USD, 1_000_000_000L));
        done(first, c -> c.withdraw(2, Currency.USD, 1_000_000_000L));
    }

    @Override
    public boolean offer(DirectBuffer buffer, int offset, int length) {
        nowNs += STEP_NS;
        byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        add(new Entry(Kind.MESSAGE, nowNs, bytes));
        return true;
    }

    private void fireTimer() {
        while (exchange.nextTimerNs() <= nowNs) {
            add(new Entry(Kind.TIMER, nowNs, new byte[0]));
        }
    }

    private void add(Entry entry) {
        entries.add(entry);
        entry.carryOut(exchange);
    }

    private ExchangeClient client(int senderId, SigningKey key) {
        return new SequencedClient(senderId, 1, key, this, events.feed(0), () -> 0, NEVER_NS);
    }

    private void both(Function<ExchangeClient, CompletableFuture<CommandOutcome>> command) {
        done(first, command);
        done(second, command);
    }

    private static long done(
            ExchangeClient client, Function<ExchangeClient, CompletableFuture<CommandOutcome>> command) {
        return refused(client, command, RejectReason.NONE);
    }

    private static long refused(
            ExchangeClient client,
            Function<ExchangeClient, CompletableFuture<CommandOutcome>> command,
            RejectReason expected) {
        CompletableFuture<CommandOutcome> answer = command.apply(client);
        while (!answer.isDone()) {
            client.poll();
        }
        if (answer.join().reason() != expected) {
            throw new AssertionError(
                    "command " + answer.join().sequence() + ": " + answer.join().reason());
        }
        return answer.join().reference();
    }

    private static SigningKey key(int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        return SigningKey.ofSeed(seed);
    }
}
