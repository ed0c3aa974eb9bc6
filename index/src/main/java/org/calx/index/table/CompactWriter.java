package org.calx.index.table;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Structures in Thrift's compact protocol, in which Parquet's headers and footer are written. */
final class CompactWriter {
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;
    private static final int SHORT_LIST = 15;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Deque<Integer> outerFields = new ArrayDeque<>();
    private int lastField;

    byte[] toByteArray() {
        return out.toByteArray();
    }

    private void field(int number, int type) {
        out.write((number - lastField) << 4 | type);
        lastField = number;
    }

    CompactWriter i32(int field, int value) {
        field(field, I32);
        varint(zigzag(value));
        return this;
    }

    CompactWriter i64(int field, long value) {
        field(field, I64);
        varint(zigzag(value));
        return this;
    }

    CompactWriter text(int field, String value) {
        field(field, BINARY);
        bytes(value);
        return this;
    }

    /** A structure as a field: what the consumer writes, and its end. */
    CompactWriter struct(int field, Consumer<CompactWriter> fields) {
        field(field, STRUCT);
        element(fields);
        return this;
    }

    /** A structure by itself. */
    CompactWriter element(Consumer<CompactWriter> fields) {
        outerFields.push(lastField);
        lastField = 0;
        fields.accept(this);
        out.write(0);
        lastField = outerFields.pop();
        return this;
    }

    <T> CompactWriter structs(int field, List<T> values, BiConsumer<CompactWriter, T> fields) {
        list(field, STRUCT, values.size());
        values.forEach(value -> element(one -> fields.accept(one, value)));
        return this;
    }

    CompactWriter integers(int field, int... values) {
        list(field, I32, values.length);
        for (int value : values) {
            varint(zigzag(value));
        }
        return this;
    }

    CompactWriter texts(int field, String... values) {
        list(field, BINARY, values.length);
        for (String value : values) {
            bytes(value);
        }
        return this;
    }

    private void list(int field, int type, int size) {
        field(field, LIST);
        if (size < SHORT_LIST) {
            out.write(size << 4 | type);
        } else {
            out.write(SHORT_LIST << 4 | type);
            varint(size);
        }
    }

    private void bytes(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        varint(bytes.length);
        out.writeBytes(bytes);
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
