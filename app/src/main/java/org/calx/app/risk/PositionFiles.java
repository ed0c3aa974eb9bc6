package org.calx.app.risk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.risk.tail.Exposure;
import org.calx.risk.tail.FactorHistory;
import org.calx.risk.tail.ShiftKind;

/**
 * The two files of {@code calx var}: past levels (first column the day, then one column per factor, oldest first) and
 * positions ({@code factor,lots} and, if wanted, {@code name,unitsPerLot,level,delta,gamma}, in any order).
 */
final class PositionFiles {
    private static final List<String> COLUMNS =
            List.of("name", "factor", "lots", "unitsPerLot", "level", "delta", "gamma");

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
