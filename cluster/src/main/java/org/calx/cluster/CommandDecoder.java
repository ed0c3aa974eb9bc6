package org.calx.cluster;

import org.agrona.DirectBuffer;
import org.calx.core.engine.CommandHeader;
import org.calx.core.engine.Exchange;

/**
 * Bytes of the log to calls of the exchange. A message that is not a well-formed command is counted and otherwise
 * ignored: it has no sender who could be answered, and every replica ignores the same ones.
 */
public final class CommandDecoder {
    private final CommandHeader command = new CommandHeader();
    private final CommandFrame frame = new CommandFrame();
    private final OrderCommandDecoder orders;
    private final ReferenceCommandDecoder reference;
    private final LivenessCommandDecoder liveness;
    private final RiskCommandDecoder risk;
    private final ParameterCommandDecoder parameters;
    private final OptionCommandDecoder options;
    private final KeepingCommandDecoder keeping;
    private final LaterCommands later;

    private long ignored;

    /** A decoder that calls this exchange. */
    public CommandDecoder(Exchange exchange) {
        orders = new OrderCommandDecoder(exchange, command);
        reference = new ReferenceCommandDecoder(exchange, command);
        liveness = new LivenessCommandDecoder(exchange, command);
        risk = new RiskCommandDecoder(exchange, command);
        parameters = new ParameterCommandDecoder(exchange, command);
        options = new OptionCommandDecoder(exchange, command);
        keeping = new KeepingCommandDecoder(exchange, command);
        later = new LaterCommands(exchange, command);
    }

    /**
     * Carries out one command.
     *
     * @param timestampNs the log's time, nanoseconds since 1970-01-01
     * @return false if the message was ignored
     */
    public boolean onCommand(long timestampNs, DirectBuffer buffer, int offset, int length) {
        command.timestampNs = timestampNs;
        if (frame.wrap(buffer, offset, length) && frame.takeSignature(command) && carryOut()) {
            return true;
        }
        ignored++;
        return false;
    }

    private boolean carryOut() {
        if (later.isLater(frame)) {
            return later.refuse(frame);
        }
        return orders.decode(frame)
                || reference.decode(frame)
                || liveness.decode(frame)
                || risk.decode(frame)
                || parameters.decode(frame)
                || options.decode(frame)
                || keeping.decode(frame)
                || !frame.isKnown() && later.refuse(frame);
    }

    /** Messages ignored since the start of the process. */
    public long ignored() {
        return ignored;
    }
}
