package org.calx.core.engine;

import org.calx.core.liveness.Cancellation;
import org.calx.core.liveness.ClientSession;
import org.calx.core.liveness.Deadline;
import org.calx.core.liveness.Defaults;
import org.calx.core.liveness.Liveness;
import org.calx.core.liveness.Periods;
import org.calx.core.liveness.Sessions;
import org.calx.model.CancelReason;
import org.calx.model.RejectReason;
import org.calx.model.SessionEnd;
import org.calx.model.SessionState;

/**
 * Sessions and countdowns are set, and what is due is carried out: a session ends, a countdown has run down, and the
 * orders that go with it are cancelled in steps of at most {@value #STEP}.
 */
final class LivenessDesk {
    /** Orders cancelled and deadlines reached in one step, together at most. */
    static final int STEP = 256;

    private final Venue venue;
    private final Liveness liveness;
    private final Sessions sessions;
    private final OrderRemoval removal;
    private long sessionId;

    LivenessDesk(Venue venue, OrderRemoval removal) {
        this.venue = venue;
        this.removal = removal;
        liveness = venue.liveness;
        sessions = liveness.sessions();
    }

    /** The session that the last command opened or resumed. */
    long sessionId() {
        return sessionId;
    }

    RejectReason open(CommandHeader holder, int accountId, long number, long graceNs, long nowNs) {
        RejectReason reason = check(holder, accountId, number);
        if (reason == RejectReason.NONE && !Periods.isGrace(graceNs)) {
            reason = RejectReason.INVALID_PARAMETER;
        }
        if (reason == RejectReason.NONE && sessions.isFull()) {
            reason = RejectReason.TOO_MANY_SESSIONS;
        }
        if (reason == RejectReason.NONE) {
            tellUp(sessions.open(accountId, graceNs, holder.senderId, holder.epoch, number, nowNs));
        }
        return reason;
    }

    RejectReason resume(CommandHeader holder, int accountId, long number, long resumedId, long nowNs) {
        RejectReason reason = check(holder, accountId, number);
        if (reason != RejectReason.NONE) {
            return reason;
        }
        ClientSession session = sessions.get(resumedId);
        if (session == null || session.accountId() != accountId) {
            return RejectReason.UNKNOWN_SESSION;
        }
        sessions.resume(session, holder.senderId, holder.epoch, number, nowNs);
        tellUp(session);
        return RejectReason.NONE;
    }

    private RejectReason check(CommandHeader holder, int accountId, long number) {
        return venue.accounts.exists(accountId)
                ? sessions.checkNumber(holder.senderId, number)
                : RejectReason.UNKNOWN_ACCOUNT;
    }

    private void tellUp(ClientSession session) {
        sessionId = session.sessionId();
        tell(session, 0);
    }

    RejectReason end(CommandHeader holder, long number, SessionEnd how, long nowNs) {
        ClientSession session = sessions.find(holder.senderId, number);
        if (session == null || session.state() != SessionState.UP) {
            return RejectReason.UNKNOWN_SESSION;
        }
        switch (how) {
            case DISABLED -> end(session);
            case CLOSED -> endAndCancel(session);
            case DROPPED -> down(session, CancelReason.DISCONNECTED, nowNs);
            case GATEWAY_STOPPED -> down(session, CancelReason.GATEWAY_LOST, nowNs);
        }
        step(nowNs);
        return RejectReason.NONE;
    }

    private void down(ClientSession session, CancelReason reason, long nowNs) {
        sessions.down(session, reason, nowNs);
        tell(session, session.dueNs());
    }

    private void endAndCancel(ClientSession session) {
        end(session);
        begin(session.accountId(), session.sessionId(), session.reason());
    }

    private void end(ClientSession session) {
        sessions.end(session);
        tell(session, 0);
    }

    private void begin(int accountId, long ofSessionId, CancelReason reason) {
        long lastSequence = venue.orders.lastSequence();
        liveness.cancellations().add(new Cancellation(accountId, ofSessionId, lastSequence, reason));
    }

    void heard(CommandHeader holder, long nowNs) {
        sessions.heard(holder.senderId, holder.epoch, nowNs);
    }

    RejectReason setCountdown(int accountId, long durationNs, long nowNs) {
        if (!venue.accounts.exists(accountId)) {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        if (!Periods.isCountdown(durationNs)) {
            return RejectReason.INVALID_PARAMETER;
        }
        liveness.countdowns().set(accountId, durationNs, nowNs);
        tellCountdown(accountId);
        return RejectReason.NONE;
    }

    RejectReason setDefault(int accountId, boolean enabled, long graceNs) {
        if (!venue.accounts.exists(accountId)) {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        if (!Periods.isGrace(graceNs)) {
            return RejectReason.INVALID_PARAMETER;
        }
        liveness.defaults().set(accountId, enabled ? graceNs : Defaults.NONE);
        venue.events.cancelOnDisconnectSet(accountId, enabled, graceNs);
        return RejectReason.NONE;
    }

    /** Whether an order may be entered in the session that it names; finds the session. */
    RejectReason admit(CommandHeader holder, OrderEntry order) {
        order.sessionId = 0;
        if (order.sessionNumber == 0) {
            return RejectReason.NONE;
        }
        ClientSession session = sessions.find(holder.senderId, order.sessionNumber);
        if (session == null || session.state() != SessionState.UP || session.accountId() != order.accountId) {
            return RejectReason.UNKNOWN_SESSION;
        }
        order.sessionId = session.sessionId();
        return RejectReason.NONE;
    }

    /** Carries out a bounded part of what is due. @return orders cancelled and deadlines reached */
    int step(long nowNs) {
        int done = 0;
        while (done < STEP) {
            Cancellation begun = liveness.cancellations().first();
            Deadline due = begun == null ? liveness.due(nowNs) : null;
            if (begun != null) {
                done += goOn(begun, STEP - done);
            } else if (due != null) {
                reach(due, nowNs);
                done++;
            } else {
                break;
            }
        }
        return done;
    }

    private int goOn(Cancellation begun, int most) {
        int cancelled = removal.cancel(begun, most);
        if (cancelled < most) {
            liveness.cancellations().removeFirst();
        }
        return cancelled;
    }

    private void reach(Deadline due, long nowNs) {
        switch (due.kind()) {
            case SILENCE -> sessions.silent(due.id(), nowNs);
            case SESSION -> endAndCancel(sessions.get(due.id()));
            case COUNTDOWN -> {
                int accountId = (int) due.id();
                liveness.countdowns().set(accountId, 0, nowNs);
                tellCountdown(accountId);
                begin(accountId, Cancellation.ANY_SESSION, CancelReason.COUNTDOWN);
            }
        }
    }

    private void tell(ClientSession session, long deadlineNs) {
        venue.events.sessionChanged(
                session.sessionId(),
                session.accountId(),
                session.senderId(),
                session.number(),
                session.state(),
                deadlineNs);
    }

    private void tellCountdown(int accountId) {
        venue.events.countdownSet(
                accountId,
                liveness.countdowns().durationNs(accountId),
                liveness.countdowns().dueNs(accountId));
    }
}
