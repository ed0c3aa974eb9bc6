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
 * @param lines the lines that say something
 */
record Scenario(List<Line> lines) {
    /** Longest text that is read, in bytes. */
    static final long MAX_BYTES = 1 << 20;

    private static final String INCLUDE = "include ";

    /**
     * A line.
     *
     * @param source the file it stands in, for error texts
     * @param number its number in the file, from 1
     * @param text its words, without comment and without blanks around it
     */
    record Line(String source, int number, String text) {}

    /**
     * Reads a file and, where a line says {@code include}, the lines of another file beside it, which may not include.
     *
     * @throws IOException if a file cannot be read or is larger than {@value #MAX_BYTES} bytes
     */
    static Scenario read(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (Line line : linesOf(file)) {
            if (line.text().startsWith(INCLUDE)) {
                lines.addAll(linesOf(file.resolveSibling(
                        line.text().substring(INCLUDE.length()).strip())));
            } else {
                lines.add(line);
            }
        }
        return new Scenario(List.copyOf(lines));
    }

    private static List<Line> linesOf(Path file) throws IOException {
        long bytes = Files.size(file);
        if (bytes > MAX_BYTES) {
            throw new IOException(file + " has " + bytes + " bytes; a scenario has at most " + MAX_BYTES);
        }
        String source = file.getFileName().toString();
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\n", -1)) {
            number++;
            String said = withoutComment(line).strip();
            if (!said.isEmpty()) {
                lines.add(new Line(source, number, said));
            }
        }
        return lines;
    }

    /** A comment is {@code #} and a blank, at the begin of a line or after a blank, and what follows. */
    private static String withoutComment(String line) {
        if (line.startsWith("# ")) {
            return "";
        }
        int comment = line.indexOf(" # ");
        return comment < 0 ? line : line.substring(0, comment);
    }
}
