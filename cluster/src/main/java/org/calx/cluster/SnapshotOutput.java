package org.calx.cluster;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.calx.api.codec.BooleanType;
import org.calx.api.codec.MessageHeaderEncoder;
import org.calx.api.codec.SnapshotChunkEncoder;
import org.calx.core.snapshot.SnapshotWriter;

/**
 * State as a row of chunks, each with the length and checksum of everything up to its end. Numbers take as many bytes as
 * they need: seven bits a byte, the lowest first, the sign in the lowest bit. State is mostly small numbers, and the
 * exchange stands still while they are written and recorded.
 */
public final class SnapshotOutput implements SnapshotWriter {
    /** Most bytes of a chunk's message: it fits into one fragment of the longest kind. */
    static final int MAX_MESSAGE_BYTES = 64_000;

    static final int SECTION_MARK = 0x5EC7104E;

    /** Most bytes of a number. */
    static final int MAX_NUMBER_BYTES = 10;

    private static final int STATE_OFFSET = MessageHeaderEncoder.ENCODED_LENGTH
            + SnapshotChunkEncoder.BLOCK_LENGTH
            + SnapshotChunkEncoder.stateHeaderLength();

    /** Most bytes of state in a chunk. */
    static final int CHUNK_BYTES = MAX_MESSAGE_BYTES - STATE_OFFSET;

    private static final int LAST_NUMBER = MAX_MESSAGE_BYTES - MAX_NUMBER_BYTES;

    /** Where chunks go; the buffer is used again afterwards. */
    public interface ChunkSink {
        /** Takes a chunk, from offset 0. */
        void onChunk(DirectBuffer buffer, int length);
    }

    private final ChunkSink sink;
    private final byte[] bytes = new byte[MAX_MESSAGE_BYTES];
    private final UnsafeBuffer message = new UnsafeBuffer(bytes);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final SnapshotChunkEncoder encoder = new SnapshotChunkEncoder();
    private final CRC32C checksum = new CRC32C();

    private int position = STATE_OFFSET;
    private int chunkIndex;
    private long totalBytes;

    /** State that goes to this sink. */
    public SnapshotOutput(ChunkSink sink) {
        this.sink = sink;
    }

    @Override
    public void writeInt(int value) {
        writeLong(value);
    }

    @Override
    public void writeLong(long value) {
        if (position > LAST_NUMBER) {
            emit(BooleanType.FALSE);
        }
        long rest = value << 1 ^ value >> 63;
        int at = position;
        while ((rest & ~0x7FL) != 0) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
        position = at;
    }

    @Override
    public void writeText(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        writeInt(text.length);
        for (int from = 0; from < text.length; ) {
            if (position == MAX_MESSAGE_BYTES) {
                emit(BooleanType.FALSE);
            }
            int part = Math.min(text.length - from, MAX_MESSAGE_BYTES - position);
            System.arraycopy(text, from, bytes, position, part);
            position += part;
            from += part;
        }
    }

    @Override
    public void section(String name) {
        writeInt(SECTION_MARK);
        writeText(name);
    }

    /** Writes the last chunk. */
    public void finish() {
        emit(BooleanType.TRUE);
    }

    private void emit(BooleanType last) {
        int stateBytes = position - STATE_OFFSET;
        checksum.update(bytes, STATE_OFFSET, stateBytes);
        totalBytes += stateBytes;
        encoder.wrapAndApplyHeader(message, 0, header)
                .chunkIndex(chunkIndex++)
                .lastChunk(last)
                .totalBytes(totalBytes)
                .checksum(checksum.getValue());
        message.putShort(
                STATE_OFFSET - SnapshotChunkEncoder.stateHeaderLength(),
                (short) stateBytes,
                SnapshotChunkEncoder.BYTE_ORDER);
        int length = position;
        position = STATE_OFFSET;
        sink.onChunk(message, length);
    }
}
