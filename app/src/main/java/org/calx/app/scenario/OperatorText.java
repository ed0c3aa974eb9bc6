package org.calx.app.scenario;

import org.calx.core.engine.OperatorEvents;
import org.calx.model.Privilege;
import org.calx.model.ProposalStatus;
import org.calx.model.PublicKey;
import org.calx.model.RejectReason;
import org.calx.model.SenderRole;

/** Writes events about those who run the venue as lines. */
abstract class OperatorText extends LivenessText implements OperatorEvents {
    private final ScenarioDictionary names;

    OperatorText(Appendable out, ScenarioDictionary names) {
        super(out, names);
        this.names = names;
    }

    /** A proposal's name. */
    static String proposal(long proposalId) {
        return "proposal-" + proposalId;
    }

    @Override
    public void operatorKeySet(int senderId, SenderRole role, PublicKey key) {
        String hex = key.equals(PublicKey.NONE) ? "-" : key.hex();
        event("operatorKeySet sender=%s role=%s key=%s", names.senders.name(senderId), role, hex);
    }

    @Override
    public void proposalChanged(
            long proposalId, Privilege privilege, int senderId, ProposalStatus status, long expiresNs) {
        event(
                "proposalChanged proposal=%s privilege=%s sender=%s status=%s expires=%s",
                proposal(proposalId), privilege, names.senders.name(senderId), status, ScenarioTime.text(expiresNs));
    }

    @Override
    public void privilegeUsed(int senderId, Privilege privilege, RejectReason reason) {
        event("privilegeUsed sender=%s privilege=%s reason=%s", names.senders.name(senderId), privilege, reason);
    }

    @Override
    public void protocolVersionSet(int version) {
        event("protocolVersionSet version=%s", version);
    }

    @Override
    public void eventsRetained(int senderId, long afterSequence, long untilNs) {
        String until = untilNs == 0 ? "-" : ScenarioTime.text(untilNs);
        event("eventsRetained sender=%s after=%s until=%s", names.senders.name(senderId), afterSequence, until);
    }
}
