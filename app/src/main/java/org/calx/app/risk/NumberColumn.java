package org.calx.app.risk;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.calx.app.CsvTable;

/** One column of numbers of a CSV file. */
final class NumberColumn {
    private NumberColumn() {}

    /**
     * Reads a column.
     *
     * @param name of the column; null for the last one
     */
    static double[] read(Path file, String name) {
        CsvTable table = CsvTable.read(file);
        List<String> header = table.header();
        int column = name == null ? header.size() - 1 : header.indexOf(name);
        if (column < 0) {
            throw table.refuse(1, "has no column \"" + name + "\"; its columns are " + String.join(", ", header));
        }
        double[] values = new double[table.size()];
        Arrays.setAll(values, row -> table.number(row, column));
        return values;
    }
}
