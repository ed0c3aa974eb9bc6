package org.calx.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A small CSV file in memory: a header, then rows of as many columns, without quotes; also compressed ({@code .gz}). Blank
 * lines and lines that begin with # are passed over. What breaks this is a {@link UserError} with file and line.
 */
public final class CsvTable {
    /** Most rows of a file. */
    public static final int MAX_ROWS = 5_000_000;

    private final Path file;
    private final int headerLine;
    private final List<String> header;
    private final List<String[]> rows = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();

    private CsvTable(Path file, int headerLine, List<String> header) {
        this.file = file;
        this.headerLine = headerLine;
        this.header = header;
    }

    /** Reads a file. @throws UserError if it is absent or is not such a table */
    public static CsvTable read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserError(ExitCode.NOT_FOUND, "there is no file " + file);
        }
        // A new decoder reports malformed input instead of replacing it.
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader text =
                        new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()))) {
            return read(file, text);
        } catch (CharacterCodingException e) {
            throw new UserError(ExitCode.USAGE, file + " is not UTF-8 text", e);
        } catch (IOException e) {
            throw new UserError(ExitCode.USAGE, file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static CsvTable read(Path file, BufferedReader text) throws IOException {
        CsvTable table = null;
        int line = 0;
        for (String next = text.readLine(); next != null; next = text.readLine()) {
            line++;
            if (next.isBlank() || next.startsWith("#")) {
                continue;
            }
            if (table == null) {
                table = new CsvTable(file, line, List.of(cells(next)));
            } else {
                table.add(line, cells(next));
            }
        }
        if (table == null || table.rows.isEmpty()) {
            throw new UserError(ExitCode.USAGE, file + " has no rows; it needs a header line and rows after it");
        }
        return table;
    }

    private static String[] cells(String line) {
        String[] cells = line.split(",", -1);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].strip();
        }
        return cells;
    }

    private void add(int line, String[] cells) {
        if (cells.length != header.size()) {
            throw refuse(line, "has " + cells.length + " columns, the header has " + header.size());
        }
        if (rows.size() == MAX_ROWS) {
            throw refuse(line, "is one more than the most rows, " + MAX_ROWS);
        }
        rows.add(cells);
        lines.add(line);
    }

    /** Refuses the file unless its columns are exactly these, in any order. */
    public void requireColumns(List<String> names) {
        for (String name : names) {
            if (header.stream().filter(name::equals).count() != 1) {
                throw refuse(headerLine, "column " + name + " must stand there once");
            }
        }
        for (String name : header) {
            if (!names.contains(name)) {
                throw refuse(headerLine, "column '" + name + "' is not one of " + String.join(",", names));
            }
        }
    }

    public List<String> header() {
        return header;
    }

    public int size() {
        return rows.size();
    }

    /** A row as it was, its cells stripped. */
    public String line(int row) {
        return String.join(",", rows.get(row));
    }

    public String text(int row, int column) {
        return rows.get(row)[column];
    }

    public String text(int row, String column) {
        return text(row, header.indexOf(column));
    }

    /** A finite decimal number. */
    public double number(int row, int column) {
        String text = text(row, column);
        try {
            double value = Double.parseDouble(text);
            // Java also reads hexadecimal numbers and letters for types.
            if (Double.isFinite(value) && !text.matches(".*[a-zA-Z&&[^eE]].*")) {
                return value;
            }
        } catch (NumberFormatException _) {
            // refused below like any other text
        }
        throw refuseRow(row, header.get(column) + " '" + text + "' is not a finite decimal number");
    }

    public double number(int row, String column) {
        return number(row, header.indexOf(column));
    }

    /** A finite number of at least 0. */
    public double notNegative(int row, String column) {
        double value = number(row, column);
        if (value < 0) {
            throw refuseRow(row, column + " '" + text(row, column) + "' is negative");
        }
        return value;
    }

    /** A finite number above 0. */
    public double positive(int row, String column) {
        double value = number(row, column);
        if (!(value > 0)) {
            throw refuseRow(row, column + " '" + text(row, column) + "' is not above 0");
        }
        return value;
    }

    /** The refusal of a row, counted from 0. */
    public UserError refuseRow(int row, String reason) {
        return refuse(lines.get(row), reason);
    }

    /** The refusal of a line, counted from 1. */
    public UserError refuse(int line, String reason) {
        return new UserError(ExitCode.USAGE, file + ", line " + line + ": " + reason);
    }
}
