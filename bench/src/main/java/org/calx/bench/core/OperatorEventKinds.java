package org.calx.bench.core;

import org.calx.core.engine.OperatorEvents;
import org.calx.model.Privilege;
import org.calx.model.ProposalStatus;
import org.calx.model.PublicKey;
import org.calx.model.RejectReason;
import org.calx.model.SenderRole;

/** Counts the events about who runs the venue; a benchmark's venue has none after its set-up. */
abstract class OperatorEventKinds extends LivenessEventKinds implements OperatorEvents {

    @Override
    public void operatorKeySet(int senderId, SenderRole role, PublicKey key) {
        kind(31);
    }

    @Override
    public void proposalChanged(
            long proposalId, Privilege privilege, int senderId, ProposalStatus status, long expiresNs) {
        kind(32);
    }

    @Override
    public void privilegeUsed(int senderId, Privilege privilege, RejectReason reason) {
        kind(33);
    }
}
