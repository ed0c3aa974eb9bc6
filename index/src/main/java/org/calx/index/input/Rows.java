package org.calx.index.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rows of one file, read forwards once. */
interface Rows extends AutoCloseable {

    /** Opens a file by its name: {@code .parquet}, or CSV, compressed if it ends with {@code .gz}. */
    static Rows open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new InputException("there is no file " + file);
        }
        return file.toString().endsWith(".parquet") ? ParquetRows.open(file) : CsvRows.open(file);
    }

    List<String> header();

    /** The cells of the next row as text, absent ones empty; null at the end. A row may have the wrong number of cells. */
    String[] next() throws IOException;

    @Override
    void close() throws IOException;
}
