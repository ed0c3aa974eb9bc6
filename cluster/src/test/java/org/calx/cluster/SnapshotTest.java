package org.calx.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private static final int NUMBERS = 60_000;
    private static final String LONG_TEXT = "é".repeat(SnapshotOutput.CHUNK_BYTES);

    private final List<UnsafeBuffer> chunks = write();

    @Test
    void whatWasWrittenIsReadBack() {
        SnapshotInput input = read(chunks);
        input.section("numbers");
        for (int i = 0; i < NUMBERS; i++) {
            assertThat(input.readInt()).isEqualTo(i);
            assertThat(input.readLong()).isEqualTo(-i);
        }
        input.section("text");
        assertThat(input.readText()).isEqualTo(LONG_TEXT);
        assertThat(input.readText()).isEmpty();
        assertThat(chunks).hasSizeGreaterThan(5);
    }

    @Test
    void anotherSectionIsNamed() {
        SnapshotInput input = read(chunks);
        assertThatThrownBy(() -> input.section("orders"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("orders")
                .hasMessageContaining("numbers");
    }

    @Test
    void aSectionIsNotFoundInTheMiddleOfAnother() {
        SnapshotInput input = read(chunks);
        input.section("numbers");
        assertThatThrownBy(() -> input.section("text"))
                .hasMessageContaining("text")
                .hasMessageContaining("numbers");
    }

    @Test
    void aDamagedChunkIsNoticed() {
        UnsafeBuffer damaged = chunks.get(2);
        int at = damaged.capacity() / 2;
        damaged.putByte(at, (byte) (damaged.getByte(at) + 1));
        assertThatThrownBy(() -> read(chunks)).hasMessageContaining("chunk 2 is damaged");
    }

    @Test
    void aMissingChunkIsNoticed() {
        chunks.remove(1);
        assertThatThrownBy(() -> read(chunks)).hasMessageContaining("chunk 2 where chunk 1 is expected");
    }

    @Test
    void aTornSnapshotIsNotComplete() {
        chunks.removeLast();
        assertThat(read(chunks).isComplete()).isFalse();
    }

    @Test
    void aForeignMessageIsNoticed() {
        chunks.getFirst().putShort(4, (short) 111);
        assertThatThrownBy(() -> read(chunks)).hasMessageContaining("foreign");
    }

    @Test
    void readingPastTheEndIsNoticed() {
        List<UnsafeBuffer> empty = new ArrayList<>();
        new SnapshotOutput((buffer, length) -> empty.add(copy(buffer, length))).finish();
        assertThatThrownBy(() -> read(empty).readLong()).hasMessageContaining("ends within section start");
    }

    private static List<UnsafeBuffer> write() {
        List<UnsafeBuffer> chunks = new ArrayList<>();
        SnapshotOutput output = new SnapshotOutput((buffer, length) -> chunks.add(copy(buffer, length)));
        output.section("numbers");
        for (int i = 0; i < NUMBERS; i++) {
            output.writeInt(i);
            output.writeLong(-i);
        }
        output.section("text");
        output.writeText(LONG_TEXT);
        output.writeText("");
        output.finish();
        return chunks;
    }

    private static UnsafeBuffer copy(org.agrona.DirectBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.getBytes(0, bytes);
        return new UnsafeBuffer(bytes);
    }

    private static SnapshotInput read(List<UnsafeBuffer> chunks) {
        SnapshotInput input = new SnapshotInput();
        chunks.forEach(chunk -> input.onChunk(chunk, 0));
        return input;
    }
}
