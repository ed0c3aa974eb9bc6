package org.calx.bench.core;

import org.calx.core.engine.LivenessEvents;
import org.calx.model.SessionState;

/** Counts the events about whether clients are there. */
abstract class LivenessEventKinds extends LongRing implements LivenessEvents {

    @Override
    public void sessionChanged(
            long sessionId, int accountId, int senderId, long number, SessionState state, long deadlineNs) {
        kind(50);
    }

    @Override
    public void countdownSet(int accountId, long durationNs, long deadlineNs) {
        kind(51);
    }

    @Override
    public void cancelOnDisconnectSet(int accountId, boolean enabled, long graceNs) {
        kind(52);
    }

    @Override
    public void timerFired(int steps) {
        kind(53);
    }
}
