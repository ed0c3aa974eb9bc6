package org.calx.cluster;

import org.calx.api.codec.CommandEnvelopeDecoder;
import org.calx.api.codec.RetainEventsDecoder;
import org.calx.core.engine.CommandHeader;
import org.calx.core.engine.Exchange;
import org.calx.model.ProtocolVersion;

/**
 * Commands that the venue's protocol version does not have: of a later one, or unknown to this build. They are refused by
 * their envelope alone, so that builds that know them and builds that do not give the same answer.
 */
final class LaterCommands {
    private final CommandEnvelopeDecoder envelope = new CommandEnvelopeDecoder();
    private final Exchange exchange;
    private final CommandHeader command;

    LaterCommands(Exchange exchange, CommandHeader command) {
        this.exchange = exchange;
        this.command = command;
    }

    /** The version that a command came with: a new command gets its line here. */
    static ProtocolVersion since(int templateId) {
        return switch (templateId) {
            case RetainEventsDecoder.TEMPLATE_ID -> ProtocolVersion.RETAINED_EVENTS;
            default -> ProtocolVersion.FIRST;
        };
    }

    /** Whether the venue is not yet at the command's version. */
    boolean isLater(CommandFrame frame) {
        return since(frame.templateId()).compareTo(exchange.protocolVersion()) > 0;
    }

    /** Refuses it. @return false, and nothing done, if it is not a command */
    boolean refuse(CommandFrame frame) {
        if (!frame.isCommand()) {
            return false;
        }
        frame.envelope(envelope.wrap(frame.buffer(), frame.bodyOffset()), command);
        exchange.refuseLater(command);
        return true;
    }
}
