package org.calx.cluster;

import org.calx.api.codec.EventsRetainedEncoder;
import org.calx.api.codec.OperatorKeySetEncoder;
import org.calx.api.codec.PrivilegeUsedEncoder;
import org.calx.api.codec.ProposalChangedEncoder;
import org.calx.api.codec.ProtocolVersionSetEncoder;
import org.calx.api.wire.SpecCodec;
import org.calx.api.wire.WireCodes;
import org.calx.core.engine.OperatorEvents;
import org.calx.model.Privilege;
import org.calx.model.ProposalStatus;
import org.calx.model.PublicKey;
import org.calx.model.RejectReason;
import org.calx.model.SenderRole;

/** Writes events about those who run the venue. */
abstract class OperatorEventEncoder extends LivenessEventEncoder implements OperatorEvents {
    private final OperatorKeySetEncoder operatorKeySet = new OperatorKeySetEncoder();
    private final ProposalChangedEncoder proposalChanged = new ProposalChangedEncoder();
    private final PrivilegeUsedEncoder privilegeUsed = new PrivilegeUsedEncoder();
    private final ProtocolVersionSetEncoder protocolVersionSet = new ProtocolVersionSetEncoder();
    private final EventsRetainedEncoder eventsRetained = new EventsRetainedEncoder();

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

    @Override
    public void protocolVersionSet(int version) {
        envelope(protocolVersionSet
                .wrapAndApplyHeader(reserve(ProtocolVersionSetEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        protocolVersionSet.version(version);
        end(protocolVersionSet.limit());
    }

    @Override
    public void eventsRetained(int senderId, long afterSequence, long untilNs) {
        envelope(eventsRetained
                .wrapAndApplyHeader(reserve(EventsRetainedEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        eventsRetained.senderId(senderId).afterSequence(afterSequence).untilNs(untilNs);
        end(eventsRetained.limit());
    }
}
