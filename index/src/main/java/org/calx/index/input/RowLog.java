package org.calx.index.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/** What was refused and what was adjusted, row by row, as {@code file,row,reason}. */
public final class RowLog implements AutoCloseable {
    private final List<String> files;
    private final Writer refused;
    private final Writer adjusted;
    private final TreeMap<String, Long> counts = new TreeMap<>();

    /** A log in a folder: {@code rejected.csv} and {@code adjusted.csv}. */
    public RowLog(Path folder, List<Path> inputs) throws IOException {
        this(
                inputs,
                Files.newBufferedWriter(folder.resolve("rejected.csv")),
                Files.newBufferedWriter(folder.resolve("adjusted.csv")));
    }

    private RowLog(List<Path> inputs, Writer refused, Writer adjusted) throws IOException {
        this.files = inputs.stream().map(path -> path.getFileName().toString()).toList();
        this.refused = refused;
        this.adjusted = adjusted;
        refused.write("file,row,reason\n");
        adjusted.write("file,row,reason\n");
    }

    /** A log that only counts. */
    public static RowLog counting(List<Path> inputs) {
        try {
            return new RowLog(inputs, Writer.nullWriter(), Writer.nullWriter());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the reason for which a row takes no part. */
    public void refuse(int file, long row, String cause, String detail) {
        write(refused, file, row, cause, detail);
    }

    /** Keeps what was changed in a row that takes part. */
    public void adjust(int file, long row, String cause, String detail) {
        write(adjusted, file, row, cause, detail);
    }

    private void write(Writer out, int file, long row, String cause, String detail) {
        counts.merge(cause, 1L, Long::sum);
        String reason = detail.isEmpty() ? cause : cause + ": " + detail;
        try {
            out.write(files.get(file) + "," + row + ",\"" + reason.replace("\"", "'") + "\"\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows by cause. */
    public SequencedMap<String, Long> counts() {
        return counts;
    }

    @Override
    public void close() throws IOException {
        refused.close();
        adjusted.close();
    }
}
