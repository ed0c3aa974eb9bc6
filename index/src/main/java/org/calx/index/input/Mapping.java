package org.calx.index.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * How the columns of a kind of file fill an {@link Observation}, read from a file in {@code mappings}.
 *
 * <p>{@code columns} are those that a file must have. A field's line names the column, or after a colon the value that all rows
 * have. Lines such as {@code model.H100_SXM=H100} translate single values.
 */
public final class Mapping {
    private final String name;
    private final List<String> columns;
    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, Map<String, String>> translations = new HashMap<>();

    private Mapping(String name, Properties lines) {
        this.name = name;
        this.columns = List.of(lines.getProperty("columns").split(","));
        for (String key : lines.stringPropertyNames()) {
            int dot = key.indexOf('.');
            if (dot > 0) {
                translations
                        .computeIfAbsent(key.substring(0, dot), _ -> new HashMap<>())
                        .put(key.substring(dot + 1), lines.getProperty(key));
            } else if (!key.equals("columns")) {
                fields.put(key, lines.getProperty(key));
            }
        }
    }

    /** The mappings that the project carries. */
    public static List<Mapping> builtIn() {
        return Resources.lines("mappings/index.txt").stream().map(Mapping::read).toList();
    }

    /** The mapping with the most columns that a header has all of; empty if there is none. */
    static Optional<Mapping> forHeader(List<String> header) {
        return builtIn().stream()
                .filter(mapping -> header.containsAll(mapping.columns))
                .max(Comparator.comparingInt(mapping -> mapping.columns.size()));
    }

    private static Mapping read(String name) {
        Properties lines = new Properties();
        String resource = "mappings/" + name + ".properties";
        try (InputStream bytes = Resources.open(resource)) {
            lines.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Mapping(name, lines);
    }

    public String name() {
        return name;
    }

    public List<String> columns() {
        return columns;
    }

    /** Where the field comes from in files with this header. */
    Field field(String fieldName, List<String> header) {
        String from = fields.getOrDefault(fieldName, ":");
        Map<String, String> words = translations.getOrDefault(fieldName, Map.of());
        return from.startsWith(":")
                ? new Field(-1, from.substring(1), words)
                : new Field(header.indexOf(from), "", words);
    }

    boolean has(String fieldName) {
        return fields.containsKey(fieldName);
    }

    /** One field: a column, or the same value in all rows when {@code column} is below 0. */
    record Field(int column, String fixed, Map<String, String> words) {
        String of(String[] cells) {
            String text = column < 0 ? fixed : cells[column];
            return words.isEmpty() ? text : words.getOrDefault(text, text);
        }
    }

    @Override
    public String toString() {
        return name + " (" + String.join(",", columns) + ")";
    }
}
