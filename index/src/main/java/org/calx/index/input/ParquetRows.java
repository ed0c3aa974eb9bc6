package org.calx.index.input;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/** The rows of a flat Parquet file; numbers become the shortest decimal text that names them. */
final class ParquetRows implements Rows {
    private final ParquetFileReader file;
    private final RowReader rows;
    private final List<String> header;

    private ParquetRows(ParquetFileReader file) {
        this.file = file;
        this.rows = file.rowReader();
        this.header = file.getFileSchema().getColumns().stream()
                .map(ColumnSchema::name)
                .toList();
    }

    static ParquetRows open(Path path) throws IOException {
        try {
            ParquetFileReader file = ParquetFileReader.open(InputFile.of(path));
            if (!file.getFileSchema().isFlatSchema()) {
                file.close();
                throw new InputException(path + " has nested columns; a flat table is needed");
            }
            return new ParquetRows(file);
        } catch (IllegalArgumentException | IllegalStateException | IOException e) {
            throw new InputException(path + " is not a Parquet file that can be read: " + e.getMessage(), e);
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public String[] next() {
        if (!rows.hasNext()) {
            return null;
        }
        rows.next();
        String[] cells = new String[header.size()];
        for (int column = 0; column < cells.length; column++) {
            cells[column] = rows.isNull(column) ? "" : text(rows.getValue(column));
        }
        return cells;
    }

    private static String text(Object value) {
        return switch (value) {
            case Double number ->
                Double.isFinite(number) ? BigDecimal.valueOf(number).toPlainString() : "";
            case Float number -> Float.isFinite(number) ? new BigDecimal(number.toString()).toPlainString() : "";
            case BigDecimal number -> number.toPlainString();
            case Boolean flag -> flag ? "1" : "0";
            default -> value.toString();
        };
    }

    @Override
    public void close() throws IOException {
        rows.close();
        file.close();
    }
}
