package org.calx.api.wire;

import org.agrona.DirectBuffer;
import org.calx.api.codec.CancelOnDisconnectSetDecoder;
import org.calx.api.codec.CountdownSetDecoder;
import org.calx.api.codec.MessageHeaderDecoder;
import org.calx.api.codec.SessionChangedDecoder;
import org.calx.api.codec.TimerFiredDecoder;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.SessionState;

/** Reads events about whether clients are there. */
final class LivenessEventDecoder {
    private final SessionChangedDecoder sessionChanged = new SessionChangedDecoder();
    private final CountdownSetDecoder countdownSet = new CountdownSetDecoder();
    private final CancelOnDisconnectSetDecoder cancelOnDisconnectSet = new CancelOnDisconnectSetDecoder();
    private final TimerFiredDecoder timerFired = new TimerFiredDecoder();

    /** The event whose header is wrapped at this offset, or null if it is not one of these. */
    ExchangeEvent decode(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        return switch (header.templateId()) {
            case SessionChangedDecoder.TEMPLATE_ID -> sessionChanged(buffer, offset, header);
            case CountdownSetDecoder.TEMPLATE_ID -> countdownSet(buffer, offset, header);
            case CancelOnDisconnectSetDecoder.TEMPLATE_ID -> cancelOnDisconnectSet(buffer, offset, header);
            case TimerFiredDecoder.TEMPLATE_ID -> timerFired(buffer, offset, header);
            default -> null;
        };
    }

    private ExchangeEvent sessionChanged(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        sessionChanged.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.SessionChanged(
                sessionChanged.sessionId(),
                sessionChanged.accountId(),
                sessionChanged.senderId(),
                sessionChanged.sessionNumber(),
                SessionState.of(sessionChanged.stateRaw()),
                sessionChanged.deadlineNs());
    }

    private ExchangeEvent countdownSet(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        countdownSet.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.CountdownSet(
                countdownSet.accountId(), countdownSet.durationNs(), countdownSet.deadlineNs());
    }

    private ExchangeEvent cancelOnDisconnectSet(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        cancelOnDisconnectSet.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.CancelOnDisconnectSet(
                cancelOnDisconnectSet.accountId(),
                WireCodes.truth(cancelOnDisconnectSet.enabledRaw()),
                cancelOnDisconnectSet.graceNs());
    }

    private ExchangeEvent timerFired(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        timerFired.wrapAndApplyHeader(buffer, offset, header);
        return new ExchangeEvent.TimerFired(timerFired.steps());
    }
}
