package org.calx.api.wire;

import org.agrona.DirectBuffer;
import org.calx.api.codec.CommandResultDecoder;
import org.calx.api.codec.EventEnvelopeDecoder;
import org.calx.api.codec.MessageHeaderDecoder;
import org.calx.api.event.EventReader;
import org.calx.api.event.ExchangeEvent;

/**
 * Reads batches of the event stream. Kinds of event that this version does not know are passed over, so a reader keeps
 * working when the exchange is newer than it is. Not thread-safe.
 */
public final class EventDecoder {
    /** Bit of an event's flags: the last event of its command. */
    public static final int LAST_OF_COMMAND = 1;

    /** Most bytes of a batch: the payload of one packet, so that a batch is never split. */
    public static final int MAX_BATCH_LENGTH = 1_376;

    private static final int ENVELOPE_OFFSET = MessageHeaderDecoder.ENCODED_LENGTH;
    private static final int LEAST_LENGTH = ENVELOPE_OFFSET + EventEnvelopeDecoder.ENCODED_LENGTH;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final EventEnvelopeDecoder envelope = new EventEnvelopeDecoder();
    private final ReferenceEventDecoder reference = new ReferenceEventDecoder();
    private final OperatorEventDecoder operators = new OperatorEventDecoder();
    private final LivenessEventDecoder liveness = new LivenessEventDecoder();
    private final ParameterEventDecoder parameters = new ParameterEventDecoder();
    private final TradingEventDecoder trading = new TradingEventDecoder();

    /**
     * Hands over the events of a batch whose number is above {@code afterSequence}.
     *
     * @return the number of the batch's last event
     * @throws IllegalStateException if the bytes are not a batch of events
     */
    public long decode(DirectBuffer buffer, int offset, int length, long afterSequence, EventReader reader) {
        int position = offset;
        int end = offset + length;
        long sequence = 0;
        while (position < end) {
            wrap(buffer, position, end);
            sequence = envelope.sequence();
            if (sequence > afterSequence) {
                deliver(buffer, position, reader);
            }
            position += envelope.messageLength();
        }
        return sequence;
    }

    /** The number of a batch's first event. */
    public long firstSequence(DirectBuffer buffer, int offset, int length) {
        wrap(buffer, offset, offset + length);
        return envelope.sequence();
    }

    /** The number of a batch's last event, and in {@link #endsCommand()} whether its command ends with it. */
    public long lastSequence(DirectBuffer buffer, int offset, int length) {
        int end = offset + length;
        for (int position = offset; position < end; position += envelope.messageLength()) {
            wrap(buffer, position, end);
        }
        return envelope.sequence();
    }

    /** Whether the event last looked at is the last of its command. */
    public boolean endsCommand() {
        return (envelope.flags() & LAST_OF_COMMAND) != 0;
    }

    private void wrap(DirectBuffer buffer, int position, int end) {
        if (end - position < LEAST_LENGTH) {
            throw new IllegalStateException("event stream: " + (end - position) + " bytes are too few for an event");
        }
        header.wrap(buffer, position);
        envelope.wrap(buffer, position + ENVELOPE_OFFSET);
        int length = envelope.messageLength();
        if (header.schemaId() != CommandResultDecoder.SCHEMA_ID || length < LEAST_LENGTH || length > end - position) {
            throw new IllegalStateException("event stream: not an event of this exchange: schema " + header.schemaId()
                    + ", template " + header.templateId() + ", length " + length);
        }
    }

    private void deliver(DirectBuffer buffer, int position, EventReader reader) {
        ExchangeEvent event = trading.decode(buffer, position, header);
        if (event == null) {
            event = reference.decode(buffer, position, header);
        }
        if (event == null) {
            event = operators.decode(buffer, position, header);
        }
        if (event == null) {
            event = liveness.decode(buffer, position, header);
        }
        if (event == null) {
            event = parameters.decode(buffer, position, header);
        }
        if (event != null) {
            reader.onEvent(envelope.sequence(), envelope.timestampNs(), endsCommand(), event);
        }
    }
}
