package org.calx.cluster;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.calx.api.codec.BooleanType;
import org.calx.api.codec.MessageHeaderDecoder;
import org.calx.api.codec.SnapshotChunkDecoder;
import org.calx.core.snapshot.SnapshotReader;

/**
 * State from the chunks that {@link SnapshotOutput} wrote. The whole of it is gathered and its checksum compared before
 * anything is read, so a torn snapshot is refused rather than half loaded.
 */
public final class SnapshotInput implements SnapshotReader {
    private final ExpandableArrayBuffer state = new ExpandableArrayBuffer(SnapshotOutput.CHUNK_BYTES);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final SnapshotChunkDecoder decoder = new SnapshotChunkDecoder();
    private final CRC32C checksum = new CRC32C();

    private int length;
    private int chunks;
    private int position;
    private boolean complete;
    private String section = "start";

    /** Takes the next message of the snapshot. */
    public void onChunk(DirectBuffer buffer, int offset) {
        header.wrap(buffer, offset);
        if (header.schemaId() != SnapshotChunkDecoder.SCHEMA_ID
                || header.templateId() != SnapshotChunkDecoder.TEMPLATE_ID) {
            throw new IllegalStateException(
                    "snapshot: foreign message, schema " + header.schemaId() + ", template " + header.templateId());
        }
        decoder.wrapAndApplyHeader(buffer, offset, header);
        if (complete || decoder.chunkIndex() != chunks) {
            throw new IllegalStateException(
                    "snapshot: chunk " + decoder.chunkIndex() + " where chunk " + chunks + " is expected");
        }
        chunks++;
        append();
        complete = decoder.lastChunk() == BooleanType.TRUE;
    }

    /** Whether the last chunk has come. */
    public boolean isComplete() {
        return complete;
    }

    @Override
    public int readInt() {
        long value = readLong();
        if (value != (int) value) {
            throw new IllegalStateException("snapshot: " + value + " in section " + section + " is out of range");
        }
        return (int) value;
    }

    @Override
    public long readLong() {
        long rest = 0;
        for (int shift = 0; shift < 7 * SnapshotOutput.MAX_NUMBER_BYTES; shift += 7) {
            require(1);
            byte next = state.getByte(position++);
            rest |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return rest >>> 1 ^ -(rest & 1);
            }
        }
        throw new IllegalStateException("snapshot: what stands before byte " + position + " is no number");
    }

    @Override
    public String readText() {
        int bytes = readInt();
        require(bytes);
        String text = new String(state.byteArray(), position, bytes, StandardCharsets.UTF_8);
        position += bytes;
        return text;
    }

    @Override
    public void section(String name) {
        int at = position;
        if (readLong() != SnapshotOutput.SECTION_MARK) {
            throw new IllegalStateException("snapshot: section " + name + " expected after " + section
                    + ", but the bytes at " + at + " are something else");
        }
        String found = readText();
        if (!found.equals(name)) {
            throw new IllegalStateException("snapshot: section " + name + " expected, found " + found);
        }
        section = name;
    }

    private void append() {
        int bytes = decoder.stateLength();
        decoder.getState(state, length, bytes);
        checksum.update(state.byteArray(), length, bytes);
        length += bytes;
        if (decoder.totalBytes() != length || decoder.checksum() != checksum.getValue()) {
            throw new IllegalStateException(
                    "snapshot: chunk " + (chunks - 1) + " is damaged: length or checksum is not what was written");
        }
    }

    private void require(int bytes) {
        if (bytes < 0 || position + bytes > length) {
            throw new IllegalStateException("snapshot: ends within section " + section);
        }
    }
}
