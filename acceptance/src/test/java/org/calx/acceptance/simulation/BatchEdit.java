package org.calx.acceptance.simulation;

import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.calx.api.codec.EventEnvelopeDecoder;
import org.calx.api.codec.MessageHeaderDecoder;
import org.calx.cluster.EventSink;

/** Changes encoded events on their way out. */
final class BatchEdit {
    /** Where an event's fields begin. */
    static final int BODY = MessageHeaderDecoder.ENCODED_LENGTH;

    private BatchEdit() {}

    /** Changes one event. */
    interface Edit {
        /** The event of this kind begins at an offset. */
        void event(int templateId, MutableDirectBuffer buffer, int offset);
    }

    /** A sink in front of another that changes every event. */
    static EventSink before(EventSink real, Edit edit) {
        MessageHeaderDecoder header = new MessageHeaderDecoder();
        EventEnvelopeDecoder envelope = new EventEnvelopeDecoder();
        return (buffer, length, firstSequence, lastSequence) -> {
            byte[] copy = new byte[length];
            buffer.getBytes(0, copy);
            UnsafeBuffer changed = new UnsafeBuffer(copy);
            for (int at = 0; at < length; at += envelope.messageLength()) {
                header.wrap(changed, at);
                envelope.wrap(changed, at + BODY);
                edit.event(header.templateId(), changed, at);
            }
            real.onBatch(changed, length, firstSequence, lastSequence);
        };
    }
}
