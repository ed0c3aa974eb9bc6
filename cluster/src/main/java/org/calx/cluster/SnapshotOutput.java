package org.calx.cluster;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.calx.api.codec.BooleanType;
import org.calx.api.codec.MessageHeaderEncoder;
import org.calx.api.codec.SnapshotChunkEncoder;
import org.calx.core.snapshot.SnapshotWriter;

/** State as a row of chunks, each with the length and checksum of everything up to its end. */
public final class SnapshotOutput implements SnapshotWriter {
    static final int CHUNK_BYTES = 32 * 1024;
    static final int SECTION_MARK = 0x5EC7104E;

    private static final int MAX_MESSAGE_BYTES = CHUNK_BYTES + 256;

    /** Where chunks go; the buffer is used again afterwards. */
    public interface ChunkSink {
        /** Takes a chunk, from offset 0. */
        void onChunk(DirectBuffer buffer, int length);
    }

    private final ChunkSink sink;
    private final UnsafeBuffer chunk = new UnsafeBuffer(new byte[CHUNK_BYTES]);
    private final UnsafeBuffer message = new UnsafeBuffer(new byte[MAX_MESSAGE_BYTES]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final SnapshotChunkEncoder encoder = new SnapshotChunkEncoder();
    private final CRC32C checksum = new CRC32C();

    private int position;
    private int chunkIndex;
    private long totalBytes;

    /** State that goes to this sink. */
    public SnapshotOutput(ChunkSink sink) {
        this.sink = sink;
    }

    @Override
    public void writeInt(int value) {
        reserve(Integer.BYTES);
        chunk.putInt(position, value, SnapshotChunkEncoder.BYTE_ORDER);
        position += Integer.BYTES;
    }

    @Override
    public void writeLong(long value) {
        reserve(Long.BYTES);
        chunk.putLong(position, value, SnapshotChunkEncoder.BYTE_ORDER);
        position += Long.BYTES;
    }

    @Override
    public void writeText(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        writeInt(bytes.length);
        for (int from = 0; from < bytes.length; ) {
            reserve(1);
            int part = Math.min(bytes.length - from, CHUNK_BYTES - position);
            chunk.putBytes(position, bytes, from, part);
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

    private void reserve(int bytes) {
        if (position + bytes > CHUNK_BYTES) {
            emit(BooleanType.FALSE);
        }
    }

    private void emit(BooleanType last) {
        checksum.update(chunk.byteArray(), 0, position);
        totalBytes += position;
        encoder.wrapAndApplyHeader(message, 0, header)
                .chunkIndex(chunkIndex++)
                .lastChunk(last)
                .totalBytes(totalBytes)
                .checksum(checksum.getValue())
                .putState(chunk, 0, position);
        position = 0;
        sink.onChunk(message, MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength());
    }
}
