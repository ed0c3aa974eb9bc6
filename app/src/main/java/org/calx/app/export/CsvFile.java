package org.calx.app.export;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A CSV file (RFC 4180, UTF-8) that is written row by row. */
final class CsvFile implements Closeable {
    private final BufferedWriter writer;
    private long rows = -1;

    CsvFile(Path file, Object... header) throws IOException {
        writer = Files.newBufferedWriter(file);
        row(header);
    }

    /** Writes a row. */
    void row(Object... cells) {
        try {
            for (int i = 0; i < cells.length; i++) {
                writer.write(i == 0 ? "" : ",");
                writer.write(quoted(String.valueOf(cells[i])));
            }
            writer.write("\r\n");
            rows++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows below the header. */
    long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
