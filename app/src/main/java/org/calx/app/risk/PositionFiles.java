package org.calx.app.risk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.calx.app.CsvTable;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.risk.tail.Exposure;
import org.calx.risk.tail.FactorHistory;
import org.calx.risk.tail.ShiftKind;

/**
 * The files of {@code calx var} and {@code calx stress}: past levels (first column the day, then one column per factor,
 * oldest first) and positions ({@code factor,lots} and, if wanted, {@code group,name,unitsPerLot,level,delta,gamma}, in any
 * order).
 */
final class PositionFiles {
    private static final List<String> COLUMNS =
            List.of("group", "name", "factor", "lots", "unitsPerLot", "level", "delta", "gamma");

    private PositionFiles() {}

    static FactorHistory history(Path file, ShiftKind kind) {
        CsvTable table = CsvTable.read(file);
        List<String> header = table.header();
        if (header.size() < 2) {
            throw table.refuse(1, "needs a column for the day and then one for each factor");
        }
        List<String> factors = header.subList(1, header.size());
        if (Set.copyOf(factors).size() < factors.size()) {
            throw table.refuse(1, "names a factor twice");
        }
        double[][] levels = new double[table.size()][];
        for (int row = 0; row < levels.length; row++) {
            levels[row] = levels(table, row);
        }
        try {
            return FactorHistory.ofLevels(factors, kind, levels);
        } catch (IllegalArgumentException e) {
            throw new UserError(ExitCode.USAGE, file + ": " + e.getMessage(), e);
        }
    }

    /** The last row's levels: today's. */
    static double[] lastLevels(Path file, FactorHistory history) {
        CsvTable table = CsvTable.read(file);
        return levels(table, history.size());
    }

    /** The days of the history's shifts: those of all rows but the first. */
    static List<String> days(Path file) {
        CsvTable table = CsvTable.read(file);
        return IntStream.range(1, table.size())
                .mapToObj(row -> table.text(row, 0))
                .toList();
    }

    /** The group of each position, in the order of {@link #exposures}. */
    static List<String> groups(Path file) {
        CsvTable table = CsvTable.read(file);
        int column = table.header().indexOf("group");
        if (column < 0) {
            throw table.refuse(1, "needs the column group");
        }
        return IntStream.range(0, table.size())
                .mapToObj(row -> table.text(row, column))
                .toList();
    }

    private static double[] levels(CsvTable table, int row) {
        double[] levels = new double[table.header().size() - 1];
        Arrays.setAll(levels, factor -> table.number(row, factor + 1));
        return levels;
    }

    static List<Exposure> exposures(Path file, FactorHistory history, double[] lastLevels) {
        CsvTable table = CsvTable.read(file);
        List<String> header = table.header();
        for (String column : header) {
            if (!COLUMNS.contains(column)) {
                throw table.refuse(1, "column \"" + column + "\" is not one of " + String.join(", ", COLUMNS));
            }
        }
        if (!header.contains("factor")
                || !header.contains("lots")
                || Set.copyOf(header).size() < header.size()) {
            throw table.refuse(1, "needs the columns factor and lots, and each column once");
        }
        List<Exposure> exposures = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            exposures.add(exposure(table, row, history, lastLevels));
        }
        return exposures;
    }

    private static Exposure exposure(CsvTable table, int row, FactorHistory history, double[] lastLevels) {
        List<String> header = table.header();
        String name = table.text(row, header.indexOf("factor"));
        int factor = history.factors().indexOf(name);
        if (factor < 0) {
            throw table.refuseRow(row, "the history has no factor \"" + name + "\"");
        }
        return new Exposure(
                header.contains("name") ? table.text(row, header.indexOf("name")) : name,
                factor,
                number(table, row, "lots", 0) * number(table, row, "unitsPerLot", 1),
                number(table, row, "level", lastLevels[factor]),
                number(table, row, "delta", 1),
                number(table, row, "gamma", 0));
    }

    private static double number(CsvTable table, int row, String column, double absent) {
        int index = table.header().indexOf(column);
        return index < 0 ? absent : table.number(row, index);
    }
}
