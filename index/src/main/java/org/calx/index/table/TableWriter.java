package org.calx.index.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes a table row by row. */
public interface TableWriter extends AutoCloseable {

    /** Begins a file: Parquet if its name ends with {@code .parquet}, else CSV. */
    static TableWriter create(Path file, List<Column> columns) throws IOException {
        return file.toString().endsWith(".parquet") ? new ParquetTable(file, columns) : new CsvTable(file, columns);
    }

    /** Writes a row, a cell for each column, of its type. */
    void row(Object... cells) throws IOException;

    @Override
    void close() throws IOException;
}
