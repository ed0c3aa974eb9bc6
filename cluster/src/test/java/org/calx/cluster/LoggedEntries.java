package org.calx.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A log as text, a line for each entry: {@code message} with its time and its bytes in Base64, {@code timer} and {@code
 * leader} with theirs. The first lines say what its replay ends with.
 *
 * @param events number of the last event
 * @param stateDigest digest of the state
 */
record LoggedEntries(List<Entry> entries, long events, long stateDigest) {
    private static final String TITLE = "calx log 1";

    /** What an entry is. */
    enum Kind {
        MESSAGE,
        TIMER,
        LEADER
    }

    /** An entry; only a message has bytes. */
    record Entry(Kind kind, long timestampNs, byte[] bytes) {
        void carryOut(ReplicatedExchange exchange) {
            switch (kind) {
                case MESSAGE -> exchange.onMessage(timestampNs, new UnsafeBuffer(bytes), 0, bytes.length);
                case TIMER -> exchange.onTimer(timestampNs);
                case LEADER -> exchange.onNewLeader(timestampNs);
            }
        }

        private String line() {
            String bytesText = Base64.getEncoder().encodeToString(bytes);
            return (kind.name().toLowerCase(java.util.Locale.ROOT) + " " + timestampNs + " " + bytesText).strip();
        }

        private static Entry of(String line) {
            String[] words = line.split(" ");
            byte[] bytes = words.length > 2 ? Base64.getDecoder().decode(words[2]) : new byte[0];
            return new Entry(
                    Kind.valueOf(words[0].toUpperCase(java.util.Locale.ROOT)), Long.parseLong(words[1]), bytes);
        }
    }

    static LoggedEntries read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
        if (!lines.getFirst().equals(TITLE)) {
            throw new IllegalStateException(file + " is not a log");
        }
        List<Entry> entries = lines.stream().skip(3).map(Entry::of).toList();
        return new LoggedEntries(
                entries, Long.parseLong(value(lines.get(1))), Long.parseUnsignedLong(value(lines.get(2)), 16));
    }

    private static String value(String line) {
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(TITLE);
        lines.add("events " + events);
        lines.add("digest " + Long.toHexString(stateDigest));
        entries.forEach(entry -> lines.add(entry.line()));
        Files.createDirectories(file.getParent());
        Files.write(file, lines, StandardCharsets.US_ASCII);
    }
}
