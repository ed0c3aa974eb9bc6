package org.calx.gateway.guard;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.ExchangeClient;
import org.calx.api.event.EventReader;
import org.calx.api.event.ExchangeEvent;
import org.calx.gateway.channel.Subscriber;
import org.calx.model.SessionEnd;
import org.calx.model.SessionState;

/**
 * All guards of a gateway. While there are any, one heartbeat a second says that the gateway is there. A connection whose
 * session the exchange has ended, or another connection has resumed, is closed: it is no longer guarded.
 *
 * <p>Sends from any thread; reads events, and sends ends and heartbeats, on the loop's.
 */
public final class Guards implements EventReader {
    private static final long HEARTBEAT_NS = TimeUnit.SECONDS.toNanos(1);
    private static final int NUMBERS_PER_SECOND_BITS = 17;

    private final ExchangeClient client;
    private final LongSupplier nanoTime;
    private final AtomicLong lastNumber;
    private final Map<Long, Guard> held = new ConcurrentHashMap<>();
    private final Map<Long, Guard> bySessionId = new ConcurrentHashMap<>();
    private final Map<Integer, Long> graceNsByAccount = new ConcurrentHashMap<>();
    private final Queue<Ending> endings = new ConcurrentLinkedQueue<>();
    private final SessionCounts counts = new SessionCounts(held::size);
    private CompletableFuture<CommandOutcome> heartbeat = CompletableFuture.completedFuture(null);
    private long heartbeatNs;

    private record Ending(long number, SessionEnd how) {}

    /**
     * Guards without any.
     *
     * @param startSeconds wall clock at the start, seconds since 1970-01-01: sessions are numbered on from it, above all of
     *     the gateway's earlier lives
     */
    public Guards(ExchangeClient client, long startSeconds, LongSupplier nanoTime) {
        this.client = client;
        this.nanoTime = nanoTime;
        lastNumber = new AtomicLong(startSeconds << NUMBERS_PER_SECOND_BITS);
        heartbeatNs = nanoTime.getAsLong();
    }

    /** How many sessions there are and were. */
    public SessionCounts counts() {
        return counts;
    }

    /** With which grace connections that sign in for the account are guarded by themselves, if they are. */
    public OptionalLong graceNs(int accountId) {
        Long graceNs = graceNsByAccount.get(accountId);
        return graceNs == null ? OptionalLong.empty() : OptionalLong.of(graceNs);
    }

    /** Guards what a connection enters for an account from now on. */
    public CompletableFuture<CommandOutcome> open(
            ConnectionGuards guards, Subscriber connection, int accountId, long graceNs) {
        return hold(
                guards,
                connection,
                accountId,
                number -> client.openSession(accountId, number, graceNs),
                counts::countOpened);
    }

    /** Goes on with a session, and guards what the connection enters from now on with it. */
    public CompletableFuture<CommandOutcome> resume(
            ConnectionGuards guards, Subscriber connection, int accountId, long sessionId) {
        return hold(
                guards,
                connection,
                accountId,
                number -> client.resumeSession(accountId, number, sessionId),
                counts::countResumed);
    }

    /** Orders follow at once under the number; if the exchange refuses the session, it refuses them too. */
    private CompletableFuture<CommandOutcome> hold(
            ConnectionGuards guards,
            Subscriber connection,
            int accountId,
            LongFunction<CompletableFuture<CommandOutcome>> command,
            Runnable count) {
        Guard guard = new Guard(accountId, lastNumber.incrementAndGet(), connection);
        CompletableFuture<CommandOutcome> outcome;
        synchronized (guards) {
            guards.add(guard);
            try {
                outcome = command.apply(guard.number);
            } catch (IllegalStateException e) {
                guards.remove(guard);
                throw e;
            }
            held.put(guard.number, guard);
        }
        connection.watch();
        return outcome.whenComplete((result, failure) -> {
            if (failure == null && result.accepted()) {
                count.run();
                guard.setSessionId(result.reference());
                if (!guard.isEnding) {
                    bySessionId.put(result.reference(), guard);
                }
            } else {
                guards.remove(guard);
                held.remove(guard.number);
            }
        });
    }

    /** Guards an account's orders of a connection no more. */
    public List<CompletableFuture<CommandOutcome>> disable(ConnectionGuards guards, int accountId) {
        return guards.of(accountId).stream()
                .map(guard -> disable(guards, guard))
                .toList();
    }

    private CompletableFuture<CommandOutcome> disable(ConnectionGuards guards, Guard guard) {
        guard.isEnding = true;
        CompletableFuture<CommandOutcome> outcome;
        try {
            outcome = client.endSession(guard.number, SessionEnd.DISABLED);
        } catch (IllegalStateException e) {
            guard.isEnding = false;
            throw e;
        }
        guards.remove(guard);
        forget(guard);
        counts.count(SessionEnd.DISABLED);
        return outcome;
    }

    /** A connection is over: reports it as soon as the log takes it. */
    public void end(ConnectionGuards guards, SessionEnd how) {
        synchronized (guards) {
            for (Guard guard : guards.takeAll()) {
                guard.isEnding = true;
                forget(guard);
                endings.add(new Ending(guard.number, how));
                counts.count(how);
            }
        }
    }

    /** Sends what is to be sent. Called on the loop's thread, often. */
    public void tick() {
        sendEndings();
        long nowNs = nanoTime.getAsLong();
        if (!held.isEmpty() && heartbeat.isDone() && nowNs - heartbeatNs >= HEARTBEAT_NS) {
            try {
                heartbeat = client.heartbeat();
                heartbeatNs = nowNs;
            } catch (IllegalStateException e) {
                heartbeatNs = nowNs - HEARTBEAT_NS;
            }
        }
    }

    /** Reports the ends of connections, until the client takes no more for now. */
    public void sendEndings() {
        for (Ending ending = endings.poll(); ending != null; ending = endings.poll()) {
            try {
                client.endSession(ending.number, ending.how);
            } catch (IllegalStateException e) {
                endings.add(ending);
                return;
            }
        }
    }

    @Override
    public void onEvent(long sequence, long timestampNs, boolean lastOfCommand, ExchangeEvent event) {
        switch (event) {
            case ExchangeEvent.SessionChanged e -> sessionChanged(e);
            case ExchangeEvent.CancelOnDisconnectSet e -> {
                if (e.enabled()) {
                    graceNsByAccount.put(e.accountId(), e.graceNs());
                } else {
                    graceNsByAccount.remove(e.accountId());
                }
            }
            default -> {}
        }
    }

    private void sessionChanged(ExchangeEvent.SessionChanged event) {
        Guard guard = bySessionId.get(event.sessionId());
        if (guard == null || guard.isEnding) {
            return;
        }
        boolean isHeldHere = event.senderId() == client.senderId() && event.number() == guard.number;
        if (!isHeldHere || event.state() != SessionState.UP) {
            forget(guard);
            counts.count(SessionCounts.Loss.ENDED_ELSEWHERE);
            guard.connection.close(isHeldHere ? "the session has ended" : "the session was resumed elsewhere");
        }
    }

    private void forget(Guard guard) {
        held.remove(guard.number);
        bySessionId.remove(guard.sessionId(), guard);
    }
}
