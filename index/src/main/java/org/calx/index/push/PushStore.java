package org.calx.index.push;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.calx.index.input.ObservationCsv;
import org.calx.index.input.TableReader;

/**
 * What was received, on disk before it is answered: {@code inputs/DAY.csv} with the rows that take part, by the day of receipt,
 * {@code refused.csv} with those that do not, {@code receipts.csv} with a line for each body.
 */
final class PushStore {
    /** Bodies remembered so that one that comes again counts once. */
    static final int MAX_REMEMBERED = 100_000;

    private static final String RECEIPTS = "time,key,sha256,accepted,adjusted,refused\n";
    private static final String REFUSED = "time,key,sha256,row,reason\n";
    private static final int MAX_RECEIPTS = 50_000_000;

    private final Path folder;
    private final Path inputs;
    private final Map<String, Long> rowsToday = new HashMap<>();
    private final Map<String, Boolean> bodies = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };
    private LocalDate today = LocalDate.MIN;

    PushStore(Path folder) throws IOException {
        this.folder = folder;
        this.inputs = Files.createDirectories(folder.resolve("inputs"));
        if (Files.exists(receipts())) {
            TableReader.read(receipts(), MAX_RECEIPTS, (_, _, cells) -> {
                bodies.put(cells[1] + " " + cells[2], true);
                count(day(Instant.parse(cells[0])), cells[1], Long.parseLong(cells[3]) + Long.parseLong(cells[4]));
            });
        }
    }

    /** Where the input files lie. */
    Path inputsFolder() {
        return inputs;
    }

    private Path receipts() {
        return folder.resolve("receipts.csv");
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private void count(LocalDate day, String key, long rows) {
        if (!day.equals(today)) {
            rowsToday.clear();
            today = day;
        }
        rowsToday.merge(key, rows, Long::sum);
    }

    boolean knows(PushKey key, String sha256) {
        return bodies.containsKey(key.name() + " " + sha256);
    }

    /** Rows that a key has sent on the day and that were kept. */
    long rowsOn(Instant time, PushKey key) {
        return day(time).equals(today) ? rowsToday.getOrDefault(key.name(), 0L) : 0;
    }

    /** The input files, oldest first. */
    List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.list(inputs)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    /** Keeps a body: its rows that take part, as lines, and what became of all. The receipt comes last. */
    void keep(PushKey key, Instant time, PushAnswer answer, List<String> lines) throws IOException {
        String who = time + "," + key.name() + "," + answer.sha256();
        if (!lines.isEmpty()) {
            append(inputs.resolve(day(time) + ".csv"), ObservationCsv.HEADER + "\n", String.join("\n", lines) + "\n");
        }
        StringBuilder refused = new StringBuilder();
        for (PushAnswer.Outcome one : answer.rows()) {
            if (one.verdict() == PushAnswer.Verdict.REFUSED) {
                refused.append(who).append(',').append(one.row()).append(",\"");
                refused.append(one.reason().replace('"', '\'')).append("\"\n");
            }
        }
        if (!refused.isEmpty()) {
            append(folder.resolve("refused.csv"), REFUSED, refused.toString());
        }
        long accepted = answer.count(PushAnswer.Verdict.ACCEPTED);
        long adjusted = answer.count(PushAnswer.Verdict.ADJUSTED);
        append(
                receipts(),
                RECEIPTS,
                who + "," + accepted + "," + adjusted + "," + answer.count(PushAnswer.Verdict.REFUSED) + "\n");
        bodies.put(key.name() + " " + answer.sha256(), true);
        count(day(time), key.name(), accepted + adjusted);
    }

    private static void append(Path file, String header, String text) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(out.size() == 0 ? header + text : text);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }
}
