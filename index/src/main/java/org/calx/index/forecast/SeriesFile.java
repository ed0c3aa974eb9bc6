package org.calx.index.forecast;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.calx.index.input.InputException;
import org.calx.index.input.TableReader;

/** The series of a file: a column of values, by the name of the series where a column has one, times in the first column. */
public final class SeriesFile {
    /** Most series of a file. */
    public static final int MAX_SERIES = 100;
    /** Most values of a file. */
    public static final int MAX_VALUES = 5_000_000;

    private static final List<String> VALUE_COLUMNS = List.of("value", "price_eur_mwh", "price_per_mwh", "price");
    private static final List<String> NAME_COLUMNS = List.of("index", "market", "zone", "area");
    private static final List<String> TIME_COLUMNS = List.of("date", "timestamp_local", "start_utc", "month");

    /** One series: its times as the file writes them, and its values. */
    public record Series(List<String> times, double[] values) {}

    private SeriesFile() {}

    /**
     * Reads all series of a file in its order.
     *
     * @param column the column of values; null for {@code value}, a known price column, or else the last
     * @throws InputException if the file cannot be read or a value is not a number
     */
    public static Map<String, Series> read(Path file, String column) {
        Map<String, List<String>> times = new LinkedHashMap<>();
        Map<String, List<Double>> values = new LinkedHashMap<>();
        TableReader.read(file, MAX_VALUES, (header, row, cells) -> {
            int value = column != null ? header.indexOf(column) : place(header, VALUE_COLUMNS, header.size() - 1);
            if (value < 0) {
                throw new InputException(file + " has no column '" + column + "'; it has " + String.join(", ", header));
            }
            int nameAt = place(header, NAME_COLUMNS, -1);
            String name = nameAt < 0 ? "" : cells[nameAt];
            if (!values.containsKey(name) && values.size() == MAX_SERIES) {
                throw new InputException(file + " has more than " + MAX_SERIES + " series");
            }
            times.computeIfAbsent(name, _ -> new ArrayList<>()).add(cells[place(header, TIME_COLUMNS, 0)]);
            values.computeIfAbsent(name, _ -> new ArrayList<>()).add(number(file, row, cells[value]));
        });
        Map<String, Series> series = new LinkedHashMap<>();
        values.forEach((name, all) -> series.put(
                name,
                new Series(
                        times.get(name),
                        all.stream().mapToDouble(Double::doubleValue).toArray())));
        return series;
    }

    private static int place(List<String> header, List<String> names, int otherwise) {
        return names.stream()
                .mapToInt(header::indexOf)
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(otherwise);
    }

    private static double number(Path file, long row, String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException _) {
            // falls through to the same refusal
        }
        throw new InputException(file + ", row " + row + ": '" + text + "' is not a number");
    }
}
