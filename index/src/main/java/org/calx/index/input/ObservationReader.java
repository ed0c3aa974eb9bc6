package org.calx.index.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads files row by row: each row becomes an observation or leaves its reason in the log. */
public final class ObservationReader {
    /** Most input files of one run. */
    public static final int MAX_FILES = 1_000;

    private ObservationReader() {}

    /**
     * Reads all files in order; {@link Decisions} among them are passed over.
     *
     * @return rows read
     * @throws InputException if a file is absent, cannot be read or has columns that no mapping knows
     */
    public static long read(List<Path> files, RowLog log, Consumer<Observation> sink) {
        if (files.size() > MAX_FILES) {
            throw new InputException("at most " + MAX_FILES + " input files");
        }
        long rows = 0;
        for (int file = 0; file < files.size(); file++) {
            rows += readFile(file, files.get(file), log, sink);
        }
        return rows;
    }

    private static long readFile(int file, Path path, RowLog log, Consumer<Observation> sink) {
        try (Rows rows = Rows.open(path)) {
            return readRows(file, path, rows, log, sink);
        } catch (IOException e) {
            throw new InputException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads the rows of a CSV text.
     *
     * @param name names the text in messages
     * @return rows read
     */
    public static long readText(Path name, String text, RowLog log, Consumer<Observation> sink) {
        try (Rows rows = CsvRows.ofText(name, text)) {
            return readRows(0, name, rows, log, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cells of one line of CSV. */
    public static String[] cells(Path name, String line) {
        try (CsvRows rows = CsvRows.ofText(name, line + "\n")) {
            return rows.header().toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long readRows(int file, Path path, Rows rows, RowLog log, Consumer<Observation> sink)
            throws IOException {
        if (rows.header().equals(Decisions.COLUMNS)) {
            return 0;
        }
        Mapping mapping = Mapping.forHeader(rows.header()).orElseThrow(() -> unknown(path, rows.header()));
        RowParser parser = new RowParser(mapping, rows.header(), file, log);
        long row = 0;
        for (String[] cells = rows.next(); cells != null; cells = rows.next()) {
            row++;
            try {
                sink.accept(parser.parse(row, cells));
            } catch (RowFault fault) {
                log.refuse(file, row, fault.faultCause(), fault.getMessage());
            }
        }
        return row;
    }

    private static InputException unknown(Path path, List<String> header) {
        String known = Mapping.builtIn().stream().map(Mapping::toString).collect(Collectors.joining("; "));
        return new InputException(path + " has the columns " + String.join(",", header)
                + ", which no mapping knows; the mappings are " + known);
    }
}
