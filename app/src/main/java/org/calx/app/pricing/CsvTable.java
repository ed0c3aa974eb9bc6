package org.calx.app.pricing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.calx.app.ExitCode;
import org.calx.app.UserError;

/** A strict reading of a comma-separated file with a header: every mistake names the file, the line and the reason. */
final class CsvTable {
    /** Lines that one file may have, header included. */
    static final int MOST_LINES = 1_000_000;

    private final String file;
    private final List<String> header;
    private final List<String[]> rows = new ArrayList<>();

    private CsvTable(String file, List<String> header) {
        this.file = file;
        this.header = header;
    }

    /** Reads a file, compressed when its name ends with {@code .gz}. */
    static CsvTable read(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new UserError(ExitCode.NOT_FOUND, "there is no file " + path);
        }
        try (InputStream bytes = Files.newInputStream(path);
                InputStream text = path.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8.newDecoder()))) {
            return read(path.toString(), reader);
        } catch (CharacterCodingException e) {
            throw new UserError(ExitCode.USAGE, path + ":1: the file is not UTF-8 text", e);
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            throw new UserError(ExitCode.USAGE, path + ":1: the file is not compressed with gzip", e);
        }
    }

    private static CsvTable read(String file, BufferedReader reader) throws IOException {
        String first = reader.readLine();
        if (first == null || first.isBlank()) {
            throw new UserError(ExitCode.USAGE, file + ":1: the header is missing");
        }
        CsvTable table = new CsvTable(file, List.of(split(first)));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            String[] cells = split(line);
            table.rows.add(cells);
            if (cells.length != table.header.size()) {
                throw table.wrong(
                        table.rows.size() - 1, cells.length + " cells where the header has " + table.header.size());
            }
            if (table.rows.size() >= MOST_LINES) {
                throw table.wrong(table.rows.size() - 1, "more than " + MOST_LINES + " lines");
            }
        }
        return table;
    }

    private static String[] split(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toArray(String[]::new);
    }

    /** Refuses the file unless its columns are exactly these, in any order. */
    void requireColumns(List<String> names) {
        for (String name : names) {
            if (header.stream().filter(name::equals).count() != 1) {
                throw new UserError(ExitCode.USAGE, file + ":1: column " + name + " must stand there once");
            }
        }
        for (String name : header) {
            if (!names.contains(name)) {
                throw new UserError(
                        ExitCode.USAGE, file + ":1: column '" + name + "' is not one of " + String.join(",", names));
            }
        }
    }

    int size() {
        return rows.size();
    }

    String headerLine() {
        return String.join(",", header);
    }

    String line(int row) {
        return String.join(",", rows.get(row));
    }

    String text(int row, String column) {
        return rows.get(row)[header.indexOf(column)];
    }

    /** A finite number. */
    double number(int row, String column) {
        String text = text(row, column);
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw wrong(row, column + " '" + text + "' is not a number");
        }
        if (!Double.isFinite(value) || text.matches(".*[a-zA-Z&&[^eE]].*")) {
            throw wrong(row, column + " '" + text + "' is not a finite decimal number");
        }
        return value;
    }

    /** A finite number of at least 0. */
    double notNegative(int row, String column) {
        double value = number(row, column);
        if (value < 0) {
            throw wrong(row, column + " '" + text(row, column) + "' is negative");
        }
        return value;
    }

    /** A finite number above 0. */
    double positive(int row, String column) {
        double value = number(row, column);
        if (!(value > 0)) {
            throw wrong(row, column + " '" + text(row, column) + "' is not above 0");
        }
        return value;
    }

    /** The refusal of a row, counted from 0 after the header. */
    UserError wrong(int row, String reason) {
        return new UserError(ExitCode.USAGE, file + ":" + (row + 2) + ": " + reason);
    }
}
