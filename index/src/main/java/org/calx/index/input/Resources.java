package org.calx.index.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.calx.index.ReferencePrices;

/** The tables that the module carries. */
public final class Resources {
    private Resources() {}

    /** The lines of a table without blank lines and lines that begin with #. */
    public static List<String> lines(String name) {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8))) {
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a comma-separated table, its header left out. */
    public static List<String[]> rows(String name) {
        return lines(name).stream().skip(1).map(line -> line.split(",", -1)).toList();
    }

    static InputStream open(String name) {
        InputStream bytes = ReferencePrices.class.getResourceAsStream(name);
        if (bytes == null) {
            throw new IllegalStateException("the module lacks its table " + name);
        }
        return bytes;
    }
}
