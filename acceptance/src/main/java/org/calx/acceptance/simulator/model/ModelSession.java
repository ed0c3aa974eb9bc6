package org.calx.acceptance.simulator.model;

import org.calx.model.CancelReason;
import org.calx.model.SessionState;

/** A client's session. */
final class ModelSession {
    static final long NOT_DUE = Long.MAX_VALUE;

    final long sessionId;
    final int accountId;
    final long graceNs;
    int senderId;
    int epoch;
    long number;
    SessionState state = SessionState.UP;
    CancelReason reason = CancelReason.DISCONNECTED;
    long dueNs = NOT_DUE;

    ModelSession(long sessionId, int accountId, long graceNs) {
        this.sessionId = sessionId;
        this.accountId = accountId;
        this.graceNs = graceNs;
    }

    boolean isHeldBy(int sender, int life) {
        return state == SessionState.UP && senderId == sender && epoch == life;
    }

    long periodNs() {
        return reason == CancelReason.GATEWAY_LOST ? Math.max(graceNs, ModelLiveness.SILENCE_NS) : graceNs;
    }
}
