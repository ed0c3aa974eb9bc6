package org.calx.cluster;

import java.nio.ByteOrder;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.calx.api.codec.EventEnvelopeEncoder;
import org.calx.api.codec.MessageHeaderEncoder;
import org.calx.api.wire.CommandEncoder;
import org.calx.api.wire.EventDecoder;

/**
 * The events of one command on their way out. A batch is handed on when its command ends or when the next event does not
 * fit; it never holds events of two commands.
 */
public abstract class EventBatch {
    /** The least that a batch must be able to hold: the longest event, which carries what the longest command does. */
    public static final int MIN_BATCH_BYTES = CommandEncoder.MAX_LENGTH;

    static final int LAST_OF_COMMAND = EventDecoder.LAST_OF_COMMAND;
    static final int MAX_TEXT_LENGTH = 1 + CommandEncoder.MAX_TEXT_BYTES;

    final MessageHeaderEncoder header = new MessageHeaderEncoder();

    private final EventSink sink;
    private final int maxBatchBytes;
    private final UnsafeBuffer buffer;

    private int position;
    private long sequence;
    private long flushedSequence;
    private long timestampNs;

    EventBatch(EventSink sink, int maxBatchBytes) {
        if (maxBatchBytes < MIN_BATCH_BYTES) {
            throw new IllegalArgumentException("a batch must hold " + MIN_BATCH_BYTES + " bytes: " + maxBatchBytes);
        }
        this.sink = sink;
        this.maxBatchBytes = maxBatchBytes;
        this.buffer = new UnsafeBuffer(new byte[maxBatchBytes]);
    }

    /** The number of the last event, 0 before the first. Part of the snapshot. */
    public final long sequence() {
        return sequence;
    }

    /** Goes on after this event, as a snapshot says. */
    public final void restore(long lastSequence) {
        sequence = lastSequence;
        flushedSequence = lastSequence;
        position = 0;
    }

    /** The events that follow belong to a command that the log took at this time. */
    public final void begin(long commandTimestampNs) {
        if (position != 0) {
            throw new IllegalStateException("a command began before the last one had its result");
        }
        timestampNs = commandTimestampNs;
    }

    final MutableDirectBuffer reserve(int bodyLength) {
        if (position + MessageHeaderEncoder.ENCODED_LENGTH + bodyLength > maxBatchBytes) {
            flush();
        }
        return buffer;
    }

    final int position() {
        return position;
    }

    final void envelope(EventEnvelopeEncoder envelope) {
        envelope(envelope, 0);
    }

    final void envelope(EventEnvelopeEncoder envelope, int flags) {
        envelope.sequence(++sequence).timestampNs(timestampNs).flags((short) flags);
    }

    final void end(int limit) {
        int envelopeOffset = position + MessageHeaderEncoder.ENCODED_LENGTH;
        buffer.putShort(envelopeOffset, (short) (limit - position), ByteOrder.LITTLE_ENDIAN);
        position = limit;
    }

    final void flush() {
        int length = position;
        long firstSequence = flushedSequence + 1;
        position = 0;
        flushedSequence = sequence;
        sink.onBatch(buffer, length, firstSequence, sequence);
    }
}
