package org.calx.pricing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Published option values, where they lie beside the checkout. */
public final class ReferenceTable {
    private static final Path FOLDER = Path.of("..", "..", "shared", "data", "reference_options");

    /** A comma outside quotes. */
    private static final String SEPARATOR = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

    private final List<String> header;
    private final List<String[]> rows = new ArrayList<>();

    private ReferenceTable(List<String> header) {
        this.header = header;
    }

    /** Reads a file's rows of one table; leaves the test out where there is no such file. */
    public static ReferenceTable read(String file, String table) throws IOException {
        return read(file, table::equals);
    }

    public static ReferenceTable read(String file, Predicate<String> tables) throws IOException {
        Path path = FOLDER.resolve(file);
        if (!Files.isRegularFile(path)) {
            path = Path.of("..").resolve(path);
        }
        assumeTrue(Files.isRegularFile(path), "the published values are not beside the checkout");
        List<String> lines = Files.readAllLines(path);
        ReferenceTable table = new ReferenceTable(List.of(lines.getFirst().split(",")));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(SEPARATOR);
            if (tables.test(cells[0])) {
                table.rows.add(cells);
            }
        }
        return table;
    }

    public int size() {
        return rows.size();
    }

    public String text(int row, String column) {
        return rows.get(row)[header.indexOf(column)];
    }

    public double number(int row, String column) {
        return Double.parseDouble(text(row, column));
    }

    public OptionType type(int row) {
        return OptionType.valueOf(text(row, "option_type").toUpperCase(java.util.Locale.ROOT));
    }
}
