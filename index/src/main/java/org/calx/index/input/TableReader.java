package org.calx.index.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads any small table, CSV or Parquet, row by row. */
public final class TableReader {
    private TableReader() {}

    /** Takes one row. */
    public interface Sink {
        /** @param row data row from 1 */
        void accept(List<String> header, long row, String[] cells);
    }

    /**
     * Gives all rows to the sink.
     *
     * @throws InputException if the file is absent, cannot be read, has too many rows or a row of the wrong length
     */
    public static void read(Path file, long mostRows, Sink sink) {
        try (Rows rows = Rows.open(file)) {
            List<String> header = rows.header();
            long row = 0;
            for (String[] cells = rows.next(); cells != null; cells = rows.next()) {
                row++;
                if (cells.length != header.size()) {
                    throw new InputException(file + ", row " + row + ": " + cells.length
                            + " cells where the header has " + header.size());
                }
                if (row > mostRows) {
                    throw new InputException(file + " has more than " + mostRows + " rows");
                }
                sink.accept(header, row, cells);
            }
        } catch (IOException e) {
            throw new InputException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
