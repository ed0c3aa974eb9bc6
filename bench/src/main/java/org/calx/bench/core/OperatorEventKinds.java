package org.calx.bench.core;

import org.calx.core.engine.OperatorEvents;
import org.calx.core.engine.ParameterEvents;
import org.calx.core.engine.RiskEvents;
import org.calx.model.AccountRisk;
import org.calx.model.CommoditySpreads;
import org.calx.model.Digest;
import org.calx.model.MarginCharges;
import org.calx.model.MarginPolicy;
import org.calx.model.ParameterPart;
import org.calx.model.ParameterStatus;
import org.calx.model.Privilege;
import org.calx.model.ProposalStatus;
import org.calx.model.PublicKey;
import org.calx.model.RejectReason;
import org.calx.model.RiskRules;
import org.calx.model.SenderRole;

/** Counts the events about who runs the venue and by which rules; a benchmark's venue has none after its set-up. */
abstract class OperatorEventKinds extends LivenessEventKinds implements OperatorEvents, RiskEvents, ParameterEvents {

    @Override
    public void operatorKeySet(int senderId, SenderRole role, PublicKey key) {
        event(31, 0);
    }

    @Override
    public void proposalChanged(
            long proposalId, Privilege privilege, int senderId, ProposalStatus status, long expiresNs) {
        event(32, 0);
    }

    @Override
    public void privilegeUsed(int senderId, Privilege privilege, RejectReason reason) {
        event(33, 0);
    }

    @Override
    public void protocolVersionSet(int version) {
        event(36, 0);
    }

    @Override
    public void eventsRetained(int senderId, long afterSequence, long untilNs) {
        event(37, 0);
    }

    @Override
    public void riskRulesSet(RiskRules rules) {
        event(34, 0);
    }

    @Override
    public void accountRiskSet(AccountRisk risk) {
        event(35, 0);
    }

    @Override
    public void marginChargesSet(MarginCharges charges) {
        event(36, 0);
    }

    @Override
    public void marginPolicySet(MarginPolicy policy) {
        event(38, 0);
    }

    @Override
    public void commoditySpreadsSet(CommoditySpreads spreads) {
        event(37, 0);
    }

    @Override
    public void parametersStaged(ParameterPart part) {
        event(38, 0);
    }

    @Override
    public void parametersChanged(long version, ParameterStatus status, int marketId, int effectiveDay, Digest digest) {
        event(39, 0);
    }
}
