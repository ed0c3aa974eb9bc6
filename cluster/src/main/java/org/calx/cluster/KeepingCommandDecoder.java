package org.calx.cluster;

import org.calx.api.codec.RetainEventsDecoder;
import org.calx.api.codec.SetProtocolVersionDecoder;
import org.calx.core.engine.CommandHeader;
import org.calx.core.engine.Exchange;
import org.calx.model.OperatorCommand;

/** Reads commands about how the venue and its recording are kept. */
final class KeepingCommandDecoder {
    private static final int VERSION = SetProtocolVersionDecoder.SCHEMA_VERSION;

    private final SetProtocolVersionDecoder setProtocolVersion = new SetProtocolVersionDecoder();
    private final RetainEventsDecoder retainEvents = new RetainEventsDecoder();
    private final Exchange exchange;
    private final CommandHeader command;

    KeepingCommandDecoder(Exchange exchange, CommandHeader command) {
        this.exchange = exchange;
        this.command = command;
    }

    /** Carries out the command in the frame. @return false, and nothing done, if it is not one of these or malformed */
    boolean decode(CommandFrame frame) {
        return switch (frame.templateId()) {
            case SetProtocolVersionDecoder.TEMPLATE_ID ->
                frame.fits(SetProtocolVersionDecoder.BLOCK_LENGTH, 0) && setProtocolVersion(frame);
            case RetainEventsDecoder.TEMPLATE_ID ->
                frame.fits(RetainEventsDecoder.BLOCK_LENGTH, 0) && retainEvents(frame);
            default -> false;
        };
    }

    private boolean setProtocolVersion(CommandFrame frame) {
        setProtocolVersion.wrap(frame.buffer(), frame.bodyOffset(), SetProtocolVersionDecoder.BLOCK_LENGTH, VERSION);
        frame.envelope(setProtocolVersion.envelope(), command);
        exchange.operate(command, new OperatorCommand.SetProtocolVersion(setProtocolVersion.version()));
        return true;
    }

    private boolean retainEvents(CommandFrame frame) {
        retainEvents.wrap(frame.buffer(), frame.bodyOffset(), RetainEventsDecoder.BLOCK_LENGTH, VERSION);
        frame.envelope(retainEvents.envelope(), command);
        exchange.retainEvents(command, retainEvents.afterSequence(), retainEvents.durationNs());
        return true;
    }
}
