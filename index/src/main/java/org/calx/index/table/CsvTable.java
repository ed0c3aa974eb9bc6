package org.calx.index.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.calx.index.DecimalMicros;

/** Comma-separated text with a header. */
final class CsvTable implements TableWriter {
    private final List<Column> columns;
    private final BufferedWriter text;

    CsvTable(Path file, List<Column> columns) throws IOException {
        this.columns = List.copyOf(columns);
        this.text = Files.newBufferedWriter(file);
        text.write(columns.stream().map(Column::name).collect(Collectors.joining(",")) + "\n");
    }

    @Override
    public void row(Object... cells) throws IOException {
        for (int at = 0; at < cells.length; at++) {
            text.write(at == 0 ? "" : ",");
            text.write(text(columns.get(at).type(), cells[at]));
        }
        text.write('\n');
    }

    private static String text(Column.Type type, Object cell) {
        return switch (type) {
            case MICROS -> DecimalMicros.text((Long) cell);
            case DOUBLE ->
                ((Double) cell).isNaN() ? "" : BigDecimal.valueOf((Double) cell).toPlainString();
            case TEXT, DATE, INTEGER -> quoted(cell.toString());
        };
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(one -> one == ',' || one == '"');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
