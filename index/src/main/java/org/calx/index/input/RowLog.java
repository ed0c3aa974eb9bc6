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
    private static final Teller NOBODY = (_, _, _, _) -> {};

    private final List<String> files;
    private final Writer refused;
    private final Writer adjusted;
    private final Teller teller;
    private final TreeMap<String, Long> counts = new TreeMap<>();

    /** Is told each row that is refused or adjusted. */
    public interface Teller {
        void tell(boolean refused, int file, long row, String reason);
    }

    /** A log in a folder: {@code rejected.csv} and {@code adjusted.csv}. */
    public RowLog(Path folder, List<Path> inputs) throws IOException {
        this(
                inputs,
                Files.newBufferedWriter(folder.resolve("rejected.csv")),
                Files.newBufferedWriter(folder.resolve("adjusted.csv")),
                NOBODY);
    }

    private RowLog(List<Path> inputs, Writer refused, Writer adjusted, Teller teller) throws IOException {
        this.files = inputs.stream().map(path -> path.getFileName().toString()).toList();
        this.refused = refused;
        this.adjusted = adjusted;
        this.teller = teller;
        refused.write("file,row,reason\n");
        adjusted.write("file,row,reason\n");
    }

    /** A log that only counts. */
    public static RowLog counting(List<Path> inputs) {
        return telling(inputs, NOBODY);
    }

    /** A log that writes nothing and tells. */
    public static RowLog telling(List<Path> inputs, Teller teller) {
        try {
            return new RowLog(inputs, Writer.nullWriter(), Writer.nullWriter(), teller);
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
        teller.tell(out == refused, file, row, reason);
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
