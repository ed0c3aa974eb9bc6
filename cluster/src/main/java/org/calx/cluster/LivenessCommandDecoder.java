package org.calx.cluster;

import org.calx.api.codec.CancelAllAfterDecoder;
import org.calx.api.codec.EndSessionDecoder;
import org.calx.api.codec.HeartbeatDecoder;
import org.calx.api.codec.OpenSessionDecoder;
import org.calx.api.codec.ResumeSessionDecoder;
import org.calx.api.codec.SetCancelOnDisconnectDecoder;
import org.calx.api.wire.WireCodes;
import org.calx.core.engine.CommandHeader;
import org.calx.core.engine.Exchange;
import org.calx.model.SessionEnd;

/** Reads commands about whether clients are there. */
final class LivenessCommandDecoder {
    private static final int SESSION_END_COUNT = SessionEnd.values().length;
    private static final int VERSION = OpenSessionDecoder.SCHEMA_VERSION;

    private final Exchange exchange;
    private final CommandHeader command;

    private final OpenSessionDecoder openSession = new OpenSessionDecoder();
    private final ResumeSessionDecoder resumeSession = new ResumeSessionDecoder();
    private final EndSessionDecoder endSession = new EndSessionDecoder();
    private final HeartbeatDecoder heartbeat = new HeartbeatDecoder();
    private final CancelAllAfterDecoder cancelAllAfter = new CancelAllAfterDecoder();
    private final SetCancelOnDisconnectDecoder setCancelOnDisconnect = new SetCancelOnDisconnectDecoder();

    LivenessCommandDecoder(Exchange exchange, CommandHeader command) {
        this.exchange = exchange;
        this.command = command;
    }

    /** Carries out the command in the frame. @return false, and nothing done, if it is not one of these or malformed */
    boolean decode(CommandFrame frame) {
        return switch (frame.templateId()) {
            case OpenSessionDecoder.TEMPLATE_ID -> frame.fits(OpenSessionDecoder.BLOCK_LENGTH, 0) && openSession(frame);
            case ResumeSessionDecoder.TEMPLATE_ID ->
                frame.fits(ResumeSessionDecoder.BLOCK_LENGTH, 0) && resumeSession(frame);
            case EndSessionDecoder.TEMPLATE_ID -> frame.fits(EndSessionDecoder.BLOCK_LENGTH, 0) && endSession(frame);
            case HeartbeatDecoder.TEMPLATE_ID -> frame.fits(HeartbeatDecoder.BLOCK_LENGTH, 0) && heartbeat(frame);
            case CancelAllAfterDecoder.TEMPLATE_ID ->
                frame.fits(CancelAllAfterDecoder.BLOCK_LENGTH, 0) && cancelAllAfter(frame);
            case SetCancelOnDisconnectDecoder.TEMPLATE_ID ->
                frame.fits(SetCancelOnDisconnectDecoder.BLOCK_LENGTH, 0) && setCancelOnDisconnect(frame);
            default -> false;
        };
    }

    private boolean openSession(CommandFrame frame) {
        openSession.wrap(frame.buffer(), frame.bodyOffset(), OpenSessionDecoder.BLOCK_LENGTH, VERSION);
        frame.envelope(openSession.envelope(), command);
        exchange.openSession(command, openSession.accountId(), openSession.sessionNumber(), openSession.graceNs());
        return true;
    }

    private boolean resumeSession(CommandFrame frame) {
        resumeSession.wrap(frame.buffer(), frame.bodyOffset(), ResumeSessionDecoder.BLOCK_LENGTH, VERSION);
        frame.envelope(resumeSession.envelope(), command);
        exchange.resumeSession(
                command, resumeSession.accountId(), resumeSession.sessionNumber(), resumeSession.sessionId());
        return true;
    }

    private boolean endSession(CommandFrame frame) {
        endSession.wrap(frame.buffer(), frame.bodyOffset(), EndSessionDecoder.BLOCK_LENGTH, VERSION);
        if (!CommandFrame.known(endSession.howRaw(), SESSION_END_COUNT)) {
            return false;
        }
        frame.envelope(endSession.envelope(), command);
        exchange.endSession(command, endSession.sessionNumber(), SessionEnd.of(endSession.howRaw()));
        return true;
    }

    private boolean heartbeat(CommandFrame frame) {
        heartbeat.wrap(frame.buffer(), frame.bodyOffset(), HeartbeatDecoder.BLOCK_LENGTH, VERSION);
        frame.envelope(heartbeat.envelope(), command);
        exchange.heartbeat(command);
        return true;
    }

    private boolean cancelAllAfter(CommandFrame frame) {
        cancelAllAfter.wrap(frame.buffer(), frame.bodyOffset(), CancelAllAfterDecoder.BLOCK_LENGTH, VERSION);
        frame.envelope(cancelAllAfter.envelope(), command);
        exchange.cancelAllAfter(command, cancelAllAfter.accountId(), cancelAllAfter.durationNs());
        return true;
    }

    private boolean setCancelOnDisconnect(CommandFrame frame) {
        setCancelOnDisconnect.wrap(
                frame.buffer(), frame.bodyOffset(), SetCancelOnDisconnectDecoder.BLOCK_LENGTH, VERSION);
        if (!CommandFrame.known(setCancelOnDisconnect.enabledRaw(), 2)) {
            return false;
        }
        frame.envelope(setCancelOnDisconnect.envelope(), command);
        exchange.setCancelOnDisconnect(
                command,
                setCancelOnDisconnect.accountId(),
                WireCodes.truth(setCancelOnDisconnect.enabledRaw()),
                setCancelOnDisconnect.graceNs());
        return true;
    }
}
