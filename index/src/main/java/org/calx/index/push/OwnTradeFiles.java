package org.calx.index.push;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.calx.index.input.InputException;
import org.calx.index.input.ObservationCsv;

/**
 * Rows of our own market as it trades, in {@code calx-DAY.csv} by business date. Each batch ends with a comment that names its last event,
 * in the same write: what a killed process left without it is cut off and comes again, so each trade counts once.
 */
final class OwnTradeFiles {
    private static final String PREFIX = "calx-";
    private static final String MARK = "# event ";
    private static final int MOST_TAIL_BYTES = 1 << 22;

    private final Path folder;
    private long lastEvent;

    OwnTradeFiles(Path folder) throws IOException {
        this.folder = folder;
        List<Path> newestFirst;
        try (Stream<Path> files = Files.list(folder)) {
            newestFirst = files.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path file : newestFirst) {
            lastEvent = cutAfterMark(file);
            if (lastEvent > 0) {
                return;
            }
        }
    }

    /** Number of the last event whose trade is kept; 0 if none is. */
    long lastEvent() {
        return lastEvent;
    }

    /** Keeps rows of one business date, which does not go back. */
    void keep(LocalDate day, List<String> rows, long event) throws IOException {
        Path file = folder.resolve(PREFIX + day + ".csv");
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            String head = out.size() == 0 ? ObservationCsv.HEADER + "\n" : "";
            ByteBuffer bytes =
                    StandardCharsets.UTF_8.encode(head + String.join("\n", rows) + "\n" + MARK + event + "\n");
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        lastEvent = event;
    }

    /** The event of the file's last whole mark, after which nothing is left; a file without one is removed. */
    private static long cutAfterMark(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] tail = new byte[(int) Math.min(bytes.length(), MOST_TAIL_BYTES)];
            bytes.seek(bytes.length() - tail.length);
            bytes.readFully(tail);
            // One character a byte, so that places in the text are places in the file.
            String text = new String(tail, StandardCharsets.ISO_8859_1);
            int end = text.lastIndexOf('\n');
            int mark = end < 0 ? -1 : text.lastIndexOf("\n" + MARK, end - 1);
            if (mark >= 0) {
                int markEnd = text.indexOf('\n', mark + 1);
                bytes.setLength(bytes.length() - tail.length + markEnd + 1);
                return Long.parseLong(text.substring(mark + 1 + MARK.length(), markEnd));
            }
            if (tail.length == MOST_TAIL_BYTES) {
                throw new InputException(file + " does not end as a file of own trades");
            }
        } catch (NumberFormatException e) {
            throw new InputException(file + " has a mark without a number", e);
        }
        Files.delete(file);
        return 0;
    }
}
