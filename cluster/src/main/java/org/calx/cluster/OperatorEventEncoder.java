package org.calx.cluster;

import org.calx.api.codec.OperatorKeySetEncoder;
import org.calx.api.codec.PrivilegeUsedEncoder;
import org.calx.api.codec.ProposalChangedEncoder;
import org.calx.api.wire.SpecCodec;
import org.calx.api.wire.WireCodes;
import org.calx.core.engine.OperatorEvents;
import org.calx.model.Privilege;
import org.calx.model.ProposalStatus;
import org.calx.model.PublicKey;
import org.calx.model.RejectReason;
import org.calx.model.SenderRole;

/** Writes events about those who run the venue. */
abstract class OperatorEventEncoder extends EventBatch implements OperatorEvents {
    private final OperatorKeySetEncoder operatorKeySet = new OperatorKeySetEncoder();
    private final ProposalChangedEncoder proposalChanged = new ProposalChangedEncoder();
    private final PrivilegeUsedEncoder privilegeUsed = new PrivilegeUsedEncoder();

    OperatorEventEncoder(EventSink sink, int maxBatchBytes) {
        super(sink, maxBatchBytes);
    }

    @Override
    public void operatorKeySet(int senderId, SenderRole role, PublicKey key) {
        envelope(operatorKeySet
                .wrapAndApplyHeader(reserve(OperatorKeySetEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        SpecCodec.write(
                operatorKeySet.senderId(senderId).role(WireCodes.of(role)).key(), key);
        end(operatorKeySet.limit());
    }

    @Override
    public void proposalChanged(
            long proposalId, Privilege privilege, int senderId, ProposalStatus status, long expiresNs) {
        envelope(proposalChanged
                .wrapAndApplyHeader(reserve(ProposalChangedEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        proposalChanged
                .proposalId(proposalId)
                .privilege(WireCodes.of(privilege))
                .senderId(senderId)
                .status(WireCodes.of(status))
                .expiresNs(expiresNs);
        end(proposalChanged.limit());
    }

    @Override
    public void privilegeUsed(int senderId, Privilege privilege, RejectReason reason) {
        envelope(privilegeUsed
                .wrapAndApplyHeader(reserve(PrivilegeUsedEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        privilegeUsed.senderId(senderId).privilege(WireCodes.of(privilege)).reason(WireCodes.of(reason));
        end(privilegeUsed.limit());
    }
}
