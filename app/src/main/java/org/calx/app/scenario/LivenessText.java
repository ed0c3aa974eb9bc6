package org.calx.app.scenario;

import org.calx.core.engine.LivenessEvents;
import org.calx.model.SessionState;

/** Writes events about whether clients are there as lines. */
abstract class LivenessText extends RiskText implements LivenessEvents {
    private final ScenarioDictionary names;

    LivenessText(Appendable out, ScenarioDictionary names) {
        super(out, names);
        this.names = names;
    }

    @Override
    public void sessionChanged(
            long sessionId, int accountId, int senderId, long number, SessionState state, long deadlineNs) {
        String name = names.sessionNumbers.name(number);
        names.sessions.bind(name, sessionId);
        event(
                "sessionChanged session=%s number=%s account=%s sender=%s state=%s deadline=%s",
                sessionId,
                name,
                names.accounts.name(accountId),
                names.senders.name(senderId),
                state,
                timeOrNone(deadlineNs));
    }

    @Override
    public void countdownSet(int accountId, long durationNs, long deadlineNs) {
        event(
                "countdownSet account=%s duration=%s deadline=%s",
                names.accounts.name(accountId), ScenarioTime.duration(durationNs), timeOrNone(deadlineNs));
    }

    @Override
    public void cancelOnDisconnectSet(int accountId, boolean enabled, long graceNs) {
        event(
                "cancelOnDisconnectSet account=%s enabled=%s grace=%s",
                names.accounts.name(accountId), enabled, ScenarioTime.duration(graceNs));
    }

    @Override
    public void timerFired(int steps) {
        event("timerFired steps=%s", steps);
    }

    private static String timeOrNone(long timestampNs) {
        return timestampNs == 0 ? "-" : ScenarioTime.text(timestampNs);
    }
}
