package org.calx.index.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Comma-separated text in UTF-8 with a header; blank lines and lines that begin with # are passed over. */
final class CsvRows implements Rows {
    static final int MAX_LINE_LENGTH = 10_000;

    private static final int REPEATED = 1 << 13;

    private final Path file;
    private final BufferedReader text;
    private final List<String> header;
    private final ArrayList<String> cells = new ArrayList<>();
    private final String[] repeated = new String[REPEATED];

    private CsvRows(Path file, BufferedReader text) throws IOException {
        this.file = file;
        this.text = text;
        String[] first = next();
        if (first == null) {
            throw new InputException(file + " is empty; it needs a header line and rows after it");
        }
        this.header = List.of(first);
    }

    static CsvRows open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
            // A new decoder reports malformed input instead of replacing it.
            InputStreamReader decoded = new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder());
            return new CsvRows(file, new BufferedReader(decoded, 1 << 16));
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /** The rows of a text; the file only names them in messages. */
    static CsvRows ofText(Path file, String text) throws IOException {
        return new CsvRows(file, new BufferedReader(new StringReader(text)));
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public String[] next() throws IOException {
        try {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                if (line.length() > MAX_LINE_LENGTH) {
                    throw new InputException(file + " has a line longer than " + MAX_LINE_LENGTH + " characters");
                }
                if (!line.isBlank() && line.charAt(0) != '#') {
                    return split(line);
                }
            }
            return null;
        } catch (CharacterCodingException e) {
            throw new InputException(file + " is not UTF-8 text", e);
        }
    }

    private String[] split(String line) {
        cells.clear();
        int start = 0;
        while (start <= line.length()) {
            int end = line.startsWith("\"", start) ? afterQuotes(line, start) : line.indexOf(',', start);
            end = end < 0 ? line.length() : end;
            cells.add(cell(line, start, end));
            start = end + 1;
        }
        return cells.toArray(String[]::new);
    }

    /** Place of the comma after a quoted cell; -1 if there is none. */
    private static int afterQuotes(String line, int start) {
        boolean quoted = false;
        for (int at = start; at < line.length(); at++) {
            char letter = line.charAt(at);
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                return at;
            }
        }
        return -1;
    }

    private String cell(String line, int start, int end) {
        String cell = text(line, start, end);
        if (cell.length() >= 2 && cell.charAt(0) == '"' && cell.charAt(cell.length() - 1) == '"') {
            return cell.substring(1, cell.length() - 1).replace("\"\"", "\"");
        }
        return cell;
    }

    /** The text between two places without blanks around; cells that repeat share one copy, which is cheaper than a new one. */
    private String text(String line, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(line.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(line.charAt(end - 1))) {
            end--;
        }
        int hash = 0;
        for (int at = start; at < end; at++) {
            hash = 31 * hash + line.charAt(at);
        }
        int slot = (hash ^ hash >>> 15) & repeated.length - 1;
        String known = repeated[slot];
        if (known != null && known.length() == end - start && line.startsWith(known, start)) {
            return known;
        }
        String fresh = line.substring(start, end);
        repeated[slot] = fresh;
        return fresh;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
