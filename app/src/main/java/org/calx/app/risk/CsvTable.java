package org.calx.app.risk;

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
import org.calx.app.ExitCode;
import org.calx.app.UserError;

/**
 * A small CSV file in memory: a header, then rows of as many columns, without quotes; also compressed ({@code .gz}). Blank
 * lines and lines that begin with # are passed over. What breaks this is a {@link UserError} with file and line.
 */
final class CsvTable {
    static final int MAX_ROWS = 5_000_000;

    private final Path file;
    private final List<String> header;
    private final List<String[]> rows = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();

    private CsvTable(Path file, List<String> header) {
        this.file = file;
        this.header = header;
    }

    static CsvTable read(Path file) {
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
                table = new CsvTable(file, List.of(cells(next)));
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

    List<String> header() {
        return header;
    }

    int size() {
        return rows.size();
    }

    String text(int row, int column) {
        return rows.get(row)[column];
    }

    double number(int row, int column) {
        String text = rows.get(row)[column];
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException _) {
            // refused below like any other text
        }
        throw refuseRow(row, header.get(column) + " \"" + text + "\" is not a finite number");
    }

    UserError refuseRow(int row, String reason) {
        return refuse(lines.get(row), reason);
    }

    UserError refuse(int line, String reason) {
        return new UserError(ExitCode.USAGE, file + ", line " + line + ": " + reason);
    }
}
