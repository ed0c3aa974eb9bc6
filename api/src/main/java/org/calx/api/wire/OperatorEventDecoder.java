package org.calx.api.wire;

import org.agrona.DirectBuffer;
import org.calx.api.codec.EventsRetainedDecoder;
import org.calx.api.codec.MessageHeaderDecoder;
import org.calx.api.codec.OperatorKeySetDecoder;
import org.calx.api.codec.PrivilegeUsedDecoder;
import org.calx.api.codec.ProposalChangedDecoder;
import org.calx.api.codec.ProtocolVersionSetDecoder;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.Privilege;
import org.calx.model.ProposalStatus;
import org.calx.model.RejectReason;
import org.calx.model.SenderRole;

/** Reads events about those who run the venue. */
final class OperatorEventDecoder {
    private final OperatorKeySetDecoder operatorKeySet = new OperatorKeySetDecoder();
    private final ProposalChangedDecoder proposalChanged = new ProposalChangedDecoder();
    private final PrivilegeUsedDecoder privilegeUsed = new PrivilegeUsedDecoder();
    private final ProtocolVersionSetDecoder protocolVersionSet = new ProtocolVersionSetDecoder();
    private final EventsRetainedDecoder eventsRetained = new EventsRetainedDecoder();

    /** The event whose header is wrapped at this offset, or null if it is not one of these. */
    ExchangeEvent decode(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        return switch (header.templateId()) {
            case OperatorKeySetDecoder.TEMPLATE_ID -> operatorKeySet(buffer, offset, header);
            case ProposalChangedDecoder.TEMPLATE_ID -> proposalChanged(buffer, offset, header);
            case PrivilegeUsedDecoder.TEMPLATE_ID -> privilegeUsed(buffer, offset, header);
            case ProtocolVersionSetDecoder.TEMPLATE_ID -> protocolVersionSet(buffer, offset, header);
            case EventsRetainedDecoder.TEMPLATE_ID -> eventsRetained(buffer, offset, header);
            default -> null;
        };
    }

    private ExchangeEvent operatorKeySet(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        operatorKeySet.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.OperatorKeySet(
                operatorKeySet.senderId(),
                SenderRole.of(operatorKeySet.roleRaw()),
                SpecCodec.read(operatorKeySet.key()));
    }

    private ExchangeEvent proposalChanged(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        proposalChanged.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.ProposalChanged(
                proposalChanged.proposalId(),
                Privilege.of(proposalChanged.privilegeRaw()),
                proposalChanged.senderId(),
                ProposalStatus.of(proposalChanged.statusRaw()),
                proposalChanged.expiresNs());
    }

    private ExchangeEvent privilegeUsed(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        privilegeUsed.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.PrivilegeUsed(
                privilegeUsed.senderId(),
                Privilege.of(privilegeUsed.privilegeRaw()),
                RejectReason.of(privilegeUsed.reasonRaw()));
    }

    private ExchangeEvent protocolVersionSet(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        protocolVersionSet.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.ProtocolVersionSet(protocolVersionSet.version());
    }

    private ExchangeEvent eventsRetained(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        eventsRetained.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.EventsRetained(
                eventsRetained.senderId(), eventsRetained.afterSequence(), eventsRetained.untilNs());
    }
}
