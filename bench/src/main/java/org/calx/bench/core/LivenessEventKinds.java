package org.calx.bench.core;

import org.calx.core.engine.LivenessEvents;
import org.calx.model.SessionState;

/** Counts the events about whether clients are there. */
abstract class LivenessEventKinds extends LongRing implements LivenessEvents {

    @Override
    public void sessionChanged(
            long sessionId, int accountId, int senderId, long number, SessionState state, long deadlineNs) {
        event(50, 0);
    }

    @Override
    public void countdownSet(int accountId, long durationNs, long deadlineNs) {
        event(51, 0);
    }

    @Override
    public void cancelOnDisconnectSet(int accountId, boolean enabled, long graceNs) {
        event(52, 0);
    }

    @Override
    public void timerFired(int steps) {
        event(53, 0);
    }
}
