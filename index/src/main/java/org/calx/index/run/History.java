package org.calx.index.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.calx.index.DecimalMicros;
import org.calx.index.input.InputException;
import org.calx.index.print.PrintLog;
import org.calx.index.print.PrintLogReader;
import org.calx.index.table.Column;
import org.calx.index.table.TableWriter;

/** The standing prints of published folders as one table, in CSV or Parquet. */
public final class History {
    private static final List<Column> COLUMNS = List.of(
            new Column("methodology", Column.Type.TEXT),
            new Column("date", Column.Type.DATE),
            new Column("index", Column.Type.TEXT),
            new Column("value", Column.Type.MICROS),
            new Column("contributors", Column.Type.INTEGER),
            new Column("low", Column.Type.MICROS),
            new Column("high", Column.Type.MICROS),
            new Column("status", Column.Type.TEXT));

    private History() {}

    /**
     * Writes what stands: of each day and index the last print.
     *
     * @param folders what {@code index compute} wrote; their logs' chains and signatures must hold
     * @param wanted the indices to write, by name
     * @return rows written
     * @throws InputException if a log is broken
     */
    public static long write(List<Path> folders, Predicate<String> wanted, Path out) throws IOException {
        long rows = 0;
        try (TableWriter table = TableWriter.create(out, COLUMNS)) {
            for (Path folder : folders) {
                PrintLogReader log = PrintLogReader.read(folder.resolve(PrintLog.FILE));
                if (!log.faults().isEmpty()) {
                    throw new InputException(folder + ": " + log.faults().getFirst());
                }
                for (Map.Entry<String, String> print : new TreeMap<>(log.standing()).entrySet()) {
                    String[] name = print.getKey().split(",", 2);
                    if (wanted.test(name[1])) {
                        write(table, log.methodology(), name, print.getValue().split(",", -1));
                        rows++;
                    }
                }
            }
        }
        return rows;
    }

    private static void write(TableWriter table, String methodology, String[] name, String[] cells) throws IOException {
        table.row(
                methodology,
                LocalDate.parse(name[0]),
                name[1],
                DecimalMicros.parse(cells[0]).orElseThrow(),
                Integer.valueOf(cells[1]),
                DecimalMicros.parse(cells[2]).orElseThrow(),
                DecimalMicros.parse(cells[3]).orElseThrow(),
                cells[4]);
    }
}
