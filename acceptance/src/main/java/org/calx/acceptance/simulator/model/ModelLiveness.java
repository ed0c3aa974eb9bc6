package org.calx.acceptance.simulator.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.calx.acceptance.simulator.load.Request;
import org.calx.api.client.OrderRequest;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.CancelReason;
import org.calx.model.RejectReason;
import org.calx.model.SessionEnd;
import org.calx.model.SessionState;

/**
 * Sessions and countdowns as {@code docs/spec/liveness.md} has them: everything is looked through each time. The venue is so
 * small that all that is due fits into one step of the timer.
 */
final class ModelLiveness {
    static final long SILENCE_NS = 10_000_000_000L;

    private static final long MOST_GRACE_NS = 60_000_000_000L;
    private static final long LEAST_COUNTDOWN_NS = 1_000_000_000L;
    private static final long MOST_COUNTDOWN_NS = 86_400_000_000_000L;
    private static final long NOT_DUE = ModelSession.NOT_DUE;

    private final ModelState state;
    private final ModelTrading trading;
    private final List<ModelSession> sessions = new ArrayList<>();
    private final Map<Long, Long> silenceDueNs = new TreeMap<>();
    private final Map<Integer, Countdown> countdowns = new TreeMap<>();
    private final Map<Integer, Long> graceByDefaultNs = new TreeMap<>();
    private long lastId;

    private record Countdown(long durationNs, long dueNs) {}

    ModelLiveness(ModelState state, ModelTrading trading) {
        this.state = state;
        this.trading = trading;
    }

    ModelAnswer open(Request.OpenSession request, int senderId, int epoch) {
        RejectReason reason = check(request.accountId(), senderId, request.number());
        if (reason == RejectReason.NONE && (request.graceNs() < 0 || request.graceNs() > MOST_GRACE_NS)) {
            reason = RejectReason.INVALID_PARAMETER;
        }
        if (reason != RejectReason.NONE) {
            return ModelAnswer.refused(reason);
        }
        ModelSession session = new ModelSession(++lastId, request.accountId(), request.graceNs());
        sessions.add(session);
        return hold(session, senderId, epoch, request.number());
    }

    ModelAnswer resume(Request.ResumeSession request, int senderId, int epoch) {
        RejectReason reason = check(request.accountId(), senderId, request.number());
        if (reason != RejectReason.NONE) {
            return ModelAnswer.refused(reason);
        }
        for (ModelSession session : sessions) {
            if (session.sessionId == request.sessionId() && session.accountId == request.accountId()) {
                session.state = SessionState.DOWN;
                forgetLife(session);
                return hold(session, senderId, epoch, request.number());
            }
        }
        return ModelAnswer.refused(RejectReason.UNKNOWN_SESSION);
    }

    private RejectReason check(int accountId, int senderId, long number) {
        if (!state.accounts.containsKey(accountId)) {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        return find(senderId, number) == null ? RejectReason.NONE : RejectReason.ALREADY_DEFINED;
    }

    private ModelAnswer hold(ModelSession session, int senderId, int epoch, long number) {
        session.senderId = senderId;
        session.epoch = epoch;
        session.number = number;
        session.state = SessionState.UP;
        session.reason = CancelReason.DISCONNECTED;
        session.dueNs = NOT_DUE;
        silenceDueNs.put(life(senderId, epoch), state.nowNs + SILENCE_NS);
        say(session, 0);
        return ModelAnswer.done(session.sessionId);
    }

    private ModelSession find(int senderId, long number) {
        for (ModelSession session : sessions) {
            if (session.senderId == senderId && session.number == number) {
                return session;
            }
        }
        return null;
    }

    ModelAnswer end(Request.EndSession request, int senderId) {
        ModelSession session = find(senderId, request.number());
        if (session == null || session.state != SessionState.UP) {
            return ModelAnswer.refused(RejectReason.UNKNOWN_SESSION);
        }
        session.state = SessionState.DOWN;
        forgetLife(session);
        switch (request.how()) {
            case DISABLED -> end(session);
            case CLOSED -> endAndCancel(session);
            case DROPPED, GATEWAY_STOPPED -> {
                boolean isDropped = request.how() == SessionEnd.DROPPED;
                session.reason = isDropped ? CancelReason.DISCONNECTED : CancelReason.GATEWAY_LOST;
                session.dueNs = state.nowNs + session.periodNs();
                say(session, session.dueNs);
            }
        }
        step();
        return ModelAnswer.done(0);
    }

    void heard(int senderId, int epoch) {
        silenceDueNs.replace(life(senderId, epoch), state.nowNs + SILENCE_NS);
    }

    RejectReason countDown(Request.CancelAllAfter request) {
        long durationNs = request.durationNs();
        if (!state.accounts.containsKey(request.accountId())) {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        if (durationNs != 0 && (durationNs < LEAST_COUNTDOWN_NS || durationNs > MOST_COUNTDOWN_NS)) {
            return RejectReason.INVALID_PARAMETER;
        }
        if (durationNs == 0) {
            countdowns.remove(request.accountId());
        } else {
            countdowns.put(request.accountId(), new Countdown(durationNs, state.nowNs + durationNs));
        }
        state.say(countdown(request.accountId()));
        return RejectReason.NONE;
    }

    RejectReason setDefault(Request.SetCancelOnDisconnect request) {
        if (!state.accounts.containsKey(request.accountId())) {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        if (request.graceNs() < 0 || request.graceNs() > MOST_GRACE_NS) {
            return RejectReason.INVALID_PARAMETER;
        }
        if (request.enabled()) {
            graceByDefaultNs.put(request.accountId(), request.graceNs());
        } else {
            graceByDefaultNs.remove(request.accountId());
        }
        state.say(new ExchangeEvent.CancelOnDisconnectSet(request.accountId(), request.enabled(), request.graceNs()));
        return RejectReason.NONE;
    }

    /** Whether a row of a state image is an account's default. */
    boolean isDefault(ExchangeEvent.CancelOnDisconnectSet row) {
        Long graceNs = graceByDefaultNs.get(row.accountId());
        return row.enabled() && graceNs != null && graceNs == row.graceNs();
    }

    /** What is told of an account's countdown. */
    ExchangeEvent.CountdownSet countdown(int accountId) {
        Countdown running = countdowns.getOrDefault(accountId, new Countdown(0, 0));
        return new ExchangeEvent.CountdownSet(accountId, running.durationNs, running.dueNs);
    }

    /** The session that an order is entered in, 0 for none, or -1 if it may not be. */
    long sessionId(OrderRequest order, int senderId) {
        if (order.sessionNumber() == 0) {
            return 0;
        }
        ModelSession session = find(senderId, order.sessionNumber());
        boolean isUp = session != null && session.state == SessionState.UP && session.accountId == order.accountId();
        return isUp ? session.sessionId : -1;
    }

    void onNewLeader(long nowNs) {
        silenceDueNs.replaceAll((life, dueNs) -> Math.max(dueNs, nowNs + SILENCE_NS));
        countdowns.replaceAll((account, running) ->
                new Countdown(running.durationNs, Math.max(running.dueNs, nowNs + running.durationNs)));
        for (ModelSession session : sessions) {
            if (session.state == SessionState.DOWN) {
                session.dueNs = Math.max(session.dueNs, nowNs + session.periodNs());
            }
        }
    }

    /** Does all that is due. @return deadlines reached and orders cancelled */
    int step() {
        int steps = 0;
        while (nextNs() <= state.nowNs) {
            steps += 1 + reach(nextNs());
        }
        return steps;
    }

    /** When something is due next. */
    long nextNs() {
        long next = NOT_DUE;
        for (long dueNs : silenceDueNs.values()) {
            next = Math.min(next, dueNs);
        }
        for (ModelSession session : sessions) {
            next = Math.min(next, session.dueNs);
        }
        for (Countdown running : countdowns.values()) {
            next = Math.min(next, running.dueNs);
        }
        return next;
    }

    private int reach(long dueNs) {
        for (Map.Entry<Long, Long> silence : silenceDueNs.entrySet()) {
            if (silence.getValue() == dueNs) {
                silent(silence.getKey());
                return 0;
            }
        }
        for (ModelSession session : sessions) {
            if (session.dueNs == dueNs) {
                return endAndCancel(session);
            }
        }
        for (Map.Entry<Integer, Countdown> running : countdowns.entrySet()) {
            if (running.getValue().dueNs == dueNs) {
                int accountId = running.getKey();
                countdowns.remove(accountId);
                state.say(countdown(accountId));
                return cancel(accountId, 0, CancelReason.COUNTDOWN);
            }
        }
        throw new IllegalStateException("nothing is due at " + dueNs);
    }

    private void silent(long life) {
        silenceDueNs.remove(life);
        for (ModelSession session : sessions) {
            if (session.isHeldBy((int) (life >> Integer.SIZE), (int) life)) {
                session.state = SessionState.DOWN;
                session.reason = CancelReason.GATEWAY_LOST;
                session.dueNs = state.nowNs;
            }
        }
    }

    private int endAndCancel(ModelSession session) {
        end(session);
        return cancel(session.accountId, session.sessionId, session.reason);
    }

    private void end(ModelSession session) {
        session.state = SessionState.ENDED;
        sessions.remove(session);
        say(session, 0);
    }

    private int cancel(int accountId, long sessionId, CancelReason reason) {
        int cancelled = 0;
        for (ModelOrder order : List.copyOf(state.accounts.get(accountId).orders)) {
            if (sessionId == 0 || order.sessionId == sessionId) {
                trading.end(order, reason);
                cancelled++;
            }
        }
        return cancelled;
    }

    private void forgetLife(ModelSession of) {
        if (sessions.stream().noneMatch(session -> session.isHeldBy(of.senderId, of.epoch))) {
            silenceDueNs.remove(life(of.senderId, of.epoch));
        }
    }

    private static long life(int senderId, int epoch) {
        return (long) senderId << Integer.SIZE | epoch;
    }

    private void say(ModelSession session, long deadlineNs) {
        state.say(new ExchangeEvent.SessionChanged(
                session.sessionId, session.accountId, session.senderId, session.number, session.state, deadlineNs));
    }
}
