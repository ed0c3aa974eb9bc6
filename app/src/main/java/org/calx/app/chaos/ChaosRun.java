package org.calx.app.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.calx.api.client.AeronExchangeClient;
import org.calx.api.client.EventFeed;
import org.calx.app.local.LocalCluster;
import org.calx.app.local.LocalCluster.Gateway;
import org.calx.app.local.LocalCluster.Member;
import org.calx.app.local.LocalProcess;
import org.calx.cluster.ClientDriver;
import org.calx.cluster.IdleMode;
import org.calx.cluster.NodeState;

/** One run: traders trade, the nemesis strikes, and when all is quiet again the judge looks. */
public final class ChaosRun {
    private static final Duration QUIET_PATIENCE = Duration.ofMinutes(2);
    private static final int EVENTS_AT_ONCE = 512;
    private static final long FEED_PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(20);

    private final LocalCluster cluster;
    private final List<ChaosTrader> traders;
    private final Nemesis nemesis;
    private final Consumer<String> progress;
    private final HistoryChecker checker = new HistoryChecker();
    private long events;

    /**
     * What came of a run.
     *
     * @param orders orders whose fate traders know
     * @param uncertain those of them that had an answer missing at some time
     * @param events events that every member has recorded
     * @param faults how often what was done
     * @param findings what was found wrong
     */
    public record Outcome(
            long orders, long uncertain, long events, Map<Fault, Integer> faults, List<String> findings) {}

    /** Makes a trader. */
    @FunctionalInterface
    public interface TraderMaker {
        ChaosTrader make(TraderApi api, int accountId, long seed);
    }

    /**
     * A run on a cluster with a market that is ready.
     *
     * @param secrets secrets by key id; the accounts of the keys have numbers in a row in their order
     * @param firstAccount account of the first key
     * @param faults what is done between the leaders' kills
     * @param maker makes the traders
     * @param progress told what is done
     */
    public ChaosRun(
            LocalCluster cluster,
            Map<String, String> secrets,
            int firstAccount,
            List<Fault> faults,
            long seed,
            TraderMaker maker,
            Consumer<String> progress) {
        this.cluster = cluster;
        this.progress = progress;
        nemesis = new Nemesis(cluster, faults, seed);
        List<String> urls = cluster.gateways().stream().map(Gateway::url).toList();
        List<String> keys = List.copyOf(secrets.keySet());
        traders = IntStream.range(0, keys.size())
                .mapToObj(i -> maker.make(
                        new TraderApi(urls, i, keys.get(i), secrets.get(keys.get(i))), firstAccount + i, seed + i))
                .toList();
    }

    /**
     * Runs until so many leaders are killed or the time is over, other faults between them; {@link Fault#KILL_LEADER} is
     * none of those, so where it is the only one leaders alone are killed.
     *
     * @param leaderKills how many leaders to kill
     * @param length longest time for faults
     */
    public Outcome run(int leaderKills, Duration length) {
        List<Thread> threads = traders.stream()
                .map(trader -> Thread.ofPlatform().name("calx-trader").start(trader))
                .toList();
        try {
            strike(leaderKills, length);
        } finally {
            traders.forEach(ChaosTrader::stop);
            threads.forEach(ChaosRun::join);
        }
        cluster.market().ifPresent(LocalProcess::terminate);
        cluster.market().ifPresent(market -> market.awaitEnd(QUIET_PATIENCE.toSeconds()));
        judge();
        return outcome();
    }

    private void strike(int leaderKills, Duration length) {
        long startNs = System.nanoTime();
        for (int kill = 1; kill <= leaderKills && System.nanoTime() - startNs < length.toNanos(); kill++) {
            strike(Fault.KILL_LEADER);
            Fault between = nemesis.any();
            if (between != Fault.KILL_LEADER) {
                strike(between);
            }
        }
    }

    private void strike(Fault fault) {
        long before = settled();
        progress.accept(fault.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
        nemesis.strike(fault);
        if (!LocalCluster.await(QUIET_PATIENCE, () -> settled() > before + traders.size(), this::settled)) {
            checker.find("traders get no answers after " + fault);
        }
    }

    private long settled() {
        return traders.stream().mapToLong(ChaosTrader::settled).sum();
    }

    private void judge() {
        NodeState state = quietState();
        events = state.lastEventSequence();
        Map<String, StreamRecord> records = new LinkedHashMap<>();
        try (ClientDriver driver = ClientDriver.start(IdleMode.BACKOFF)) {
            for (Member member : cluster.members()) {
                StreamRecord record = read(driver, member, events);
                record.end(records.isEmpty());
                records.put(member.process().name(), record);
            }
        }
        checker.compare(records);
        StreamRecord log = records.values().iterator().next();
        for (ChaosTrader trader : traders) {
            checker.check(trader.notes(), log);
            checker.checkPositions(trader.accountId(), trader.positions(), log);
        }
    }

    /** The state when all members have the same and it stands still. */
    private NodeState quietState() {
        List<NodeState> last = new ArrayList<>();
        boolean quiet = LocalCluster.await(
                QUIET_PATIENCE,
                () -> {
                    List<NodeState> states = new ArrayList<>();
                    cluster.members().forEach(member -> cluster.state(member).ifPresent(states::add));
                    boolean same = states.size() == cluster.members().size()
                            && states.stream()
                                    .allMatch(state -> state.lastEventSequence()
                                            == states.getFirst().lastEventSequence())
                            && !last.isEmpty()
                            && last.getFirst().lastEventSequence()
                                    == states.getFirst().lastEventSequence();
                    last.clear();
                    last.addAll(states);
                    return same;
                },
                () -> least(last));
        if (!quiet) {
            throw new IllegalStateException("the members do not come to the same event: " + last);
        }
        if (last.stream().mapToLong(NodeState::stateDigest).distinct().count() != 1) {
            checker.find("the members' states differ: " + last);
        }
        return last.getFirst();
    }

    /** Where the member is that is furthest behind. */
    private static long least(List<NodeState> states) {
        return states.stream().mapToLong(NodeState::lastEventSequence).min().orElse(0);
    }

    private StreamRecord read(ClientDriver driver, Member member, long lastSequence) {
        int id = member.settings().node().memberId();
        StreamRecord record = new StreamRecord();
        try (EventFeed feed = AeronExchangeClient.feed(
                driver.endpoint(
                        List.of(cluster.addresses().get(id)), cluster.network().clientHost()),
                0)) {
            LocalCluster.await(
                    QUIET_PATIENCE,
                    () -> {
                        readOn(feed, record);
                        return record.lastSequence() >= lastSequence;
                    },
                    record::lastSequence);
        }
        return record;
    }

    /** Reads until nothing has come for a while: what is recorded comes in pieces, one soon after the other. */
    private static void readOn(EventFeed feed, StreamRecord record) {
        long lastNs = System.nanoTime();
        while (System.nanoTime() - lastNs < FEED_PAUSE_NS) {
            if (feed.poll(record, EVENTS_AT_ONCE) > 0) {
                lastNs = System.nanoTime();
            } else {
                Thread.yield();
            }
        }
    }

    private Outcome outcome() {
        List<OrderNote> notes =
                traders.stream().flatMap(trader -> trader.notes().stream()).toList();
        long uncertain = notes.stream().filter(OrderNote::uncertain).count();
        return new Outcome(notes.size(), uncertain, events, nemesis.done(), checker.findings());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
