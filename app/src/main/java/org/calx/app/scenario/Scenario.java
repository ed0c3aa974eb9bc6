package org.calx.app.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of a scenario, line by line.
 *
 * @param source where it came from, for error texts
 * @param lines the lines that say something
 */
record Scenario(String source, List<Line> lines) {
    /** Longest text that is read, in bytes. */
    static final long MAX_BYTES = 1 << 20;

    /**
     * A line.
     *
     * @param number its number in the text, from 1
     * @param text its words, without comment and without blanks around it
     */
    record Line(int number, String text) {}

    /** Reads a file. @throws IOException if it cannot be read or is larger than {@value #MAX_BYTES} bytes */
    static Scenario read(Path file) throws IOException {
        long bytes = Files.size(file);
        if (bytes > MAX_BYTES) {
            throw new IOException(file + " has " + bytes + " bytes; a scenario has at most " + MAX_BYTES);
        }
        return of(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
    }

    /** Takes the lines of a text; what follows {@code # } and empty lines are left out. */
    static Scenario of(String source, String text) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String said = withoutComment(line).strip();
            if (!said.isEmpty()) {
                lines.add(new Line(number, said));
            }
        }
        return new Scenario(source, List.copyOf(lines));
    }

    private static String withoutComment(String line) {
        if (line.startsWith("#")) {
            return "";
        }
        int comment = line.indexOf(" # ");
        return comment < 0 ? line : line.substring(0, comment);
    }
}
