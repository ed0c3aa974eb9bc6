package org.calx.index.table;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * A flat Parquet file: plain encoding, one page to a column chunk, pages in gzip, row groups of {@link #ROWS_OF_GROUP} rows, which is
 * what is held in memory (Apache Parquet format 2.10, {@code parquet.thrift}; version 1 data pages, which every reader knows).
 */
final class ParquetTable implements TableWriter {
    static final int ROWS_OF_GROUP = 100_000;

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int PLAIN = 0;
    private static final int RLE = 3;
    private static final int GZIP = 2;
    private static final int MICRO_DIGITS = 6;
    private static final int LONG_DIGITS = 18;

    private final OutputStream out;
    private final List<Chunk> chunks;
    private final List<Group> groups = new ArrayList<>();
    private long position;
    private long rows;
    private int rowsOfGroup;

    private record Written(Column column, long offset, int plainBytes, int bytes, int values) {}

    private record Group(List<Written> chunks, int rows) {}

    ParquetTable(Path file, List<Column> columns) throws IOException {
        out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        chunks = columns.stream().map(Chunk::new).toList();
        write(MAGIC);
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    @Override
    public void row(Object... cells) throws IOException {
        if (cells.length != chunks.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + chunks.size() + " columns");
        }
        for (int at = 0; at < cells.length; at++) {
            chunks.get(at).add(cells[at]);
        }
        rows++;
        rowsOfGroup++;
        if (rowsOfGroup == ROWS_OF_GROUP) {
            writeGroup();
        }
    }

    private void writeGroup() throws IOException {
        List<Written> written = new ArrayList<>();
        for (Chunk chunk : chunks) {
            byte[] plain = chunk.page();
            byte[] packed = packed(plain);
            byte[] header = new CompactWriter()
                    .element(page -> page.i32(1, 0)
                            .i32(2, plain.length)
                            .i32(3, packed.length)
                            .struct(5, data -> data.i32(1, rowsOfGroup)
                                    .i32(2, PLAIN)
                                    .i32(3, RLE)
                                    .i32(4, RLE)))
                    .toByteArray();
            long offset = position;
            write(header);
            write(packed);
            written.add(new Written(
                    chunk.column, offset, header.length + plain.length, header.length + packed.length, rowsOfGroup));
            chunk.clear();
        }
        groups.add(new Group(written, rowsOfGroup));
        rowsOfGroup = 0;
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        if (rowsOfGroup > 0) {
            writeGroup();
        }
        byte[] footer = new CompactWriter().element(this::footer).toByteArray();
        write(footer);
        write(littleEndian(Integer.BYTES).putInt(footer.length).array());
        write(MAGIC);
        out.close();
    }

    private void footer(CompactWriter file) {
        List<Column> columns = chunks.stream().map(chunk -> chunk.column).toList();
        List<Column> withRoot = new ArrayList<>(columns);
        withRoot.addFirst(new Column("table", null));
        file.i32(1, 1)
                .structs(2, withRoot, (one, column) -> schema(one, column, columns.size()))
                .i64(3, rows)
                .structs(4, groups, ParquetTable::group)
                .text(6, "calx");
    }

    private static void schema(CompactWriter element, Column column, int children) {
        Column.Type type = column.type();
        if (type == null) {
            element.text(4, column.name()).i32(5, children);
            return;
        }
        element.i32(1, type.physical).i32(3, type == Column.Type.DOUBLE ? 1 : 0).text(4, column.name());
        if (type.converted >= 0) {
            element.i32(6, type.converted);
        }
        if (type == Column.Type.MICROS) {
            element.i32(7, MICRO_DIGITS).i32(8, LONG_DIGITS);
        }
    }

    private static void group(CompactWriter out, Group group) {
        long bytes = group.chunks().stream().mapToLong(Written::plainBytes).sum();
        out.structs(1, group.chunks(), (chunk, one) -> chunk.i64(2, one.offset())
                        .struct(3, meta -> meta.i32(1, one.column().type().physical)
                                .integers(2, PLAIN, RLE)
                                .texts(3, one.column().name())
                                .i32(4, GZIP)
                                .i64(5, one.values())
                                .i64(6, one.plainBytes())
                                .i64(7, one.bytes())
                                .i64(9, one.offset())))
                .i64(2, bytes)
                .i64(3, group.rows());
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The values of one column in the row group at hand. */
    private static final class Chunk {
        private final Column column;
        private final ByteArrayOutputStream values = new ByteArrayOutputStream();
        private final ByteArrayOutputStream levels = new ByteArrayOutputStream();
        private boolean present;
        private int run;

        Chunk(Column column) {
            this.column = column;
        }

        void add(Object cell) {
            switch (column.type()) {
                case TEXT -> {
                    byte[] text = ((String) cell).getBytes(StandardCharsets.UTF_8);
                    values.writeBytes(
                            littleEndian(Integer.BYTES).putInt(text.length).array());
                    values.writeBytes(text);
                }
                case DATE -> addInt((int) ((LocalDate) cell).toEpochDay());
                case INTEGER -> addInt((Integer) cell);
                case MICROS ->
                    values.writeBytes(
                            littleEndian(Long.BYTES).putLong((Long) cell).array());
                case DOUBLE -> {
                    boolean is = !((Double) cell).isNaN();
                    if (is) {
                        values.writeBytes(littleEndian(Double.BYTES)
                                .putDouble((Double) cell)
                                .array());
                    }
                    endRunUnless(is);
                    run++;
                }
            }
        }

        private void addInt(int value) {
            values.writeBytes(littleEndian(Integer.BYTES).putInt(value).array());
        }

        /** Levels of definition are runs: a count doubled, as a variable-length integer, and 1 where a value is there. */
        private void endRunUnless(boolean is) {
            if (run > 0 && is != present) {
                endRun();
            }
            present = is;
        }

        private void endRun() {
            int rest = run << 1;
            while (rest >= 0x80) {
                levels.write(rest & 0x7F | 0x80);
                rest >>>= 7;
            }
            levels.write(rest);
            levels.write(present ? 1 : 0);
            run = 0;
        }

        byte[] page() {
            if (column.type() != Column.Type.DOUBLE) {
                return values.toByteArray();
            }
            if (run > 0) {
                endRun();
            }
            return littleEndian(Integer.BYTES + levels.size() + values.size())
                    .putInt(levels.size())
                    .put(levels.toByteArray())
                    .put(values.toByteArray())
                    .array();
        }

        void clear() {
            values.reset();
            levels.reset();
        }
    }
}
