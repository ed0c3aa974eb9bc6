package org.calx.index.forecast;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.calx.index.input.InputException;
import org.calx.index.input.TableReader;

/**
 * The series of a file: a column of values, by the name of the series where a column has one, times in the first column, and columns of
 * factors. With factors a series may end with rows without a value: what its factors will be.
 */
public final class SeriesFile {
    /** Most series of a file. */
    public static final int MAX_SERIES = 100;
    /** Most values of a file. */
    public static final int MAX_VALUES = 5_000_000;

    private static final List<String> VALUE_COLUMNS = List.of("value", "price_eur_mwh", "price_per_mwh", "price");
    private static final List<String> NAME_COLUMNS = List.of("index", "market", "zone", "area");
    private static final List<String> TIME_COLUMNS = List.of("date", "timestamp_local", "start_utc", "month");

    /**
     * One series.
     *
     * @param times as the file writes them
     * @param values of the times
     * @param factors by column, at least as long as the values
     */
    public record Series(List<String> times, double[] values, Map<String, double[]> factors) {}

    /** A series while it is read. */
    private static final class Draft {
        private final List<String> times = new ArrayList<>();
        private final List<Double> values = new ArrayList<>();
        private final Map<String, List<Double>> factors = new LinkedHashMap<>();

        Series series() {
            Map<String, double[]> all = new LinkedHashMap<>();
            factors.forEach((name, numbers) -> all.put(name, array(numbers)));
            return new Series(times, array(values), all);
        }

        private static double[] array(List<Double> numbers) {
            return numbers.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    private SeriesFile() {}

    /**
     * Reads all series of a file in its order.
     *
     * @param column the column of values; null for {@code value}, a known price column, or else the last
     * @param factors columns of factors
     * @throws InputException if the file cannot be read or a value is not a number
     */
    public static Map<String, Series> read(Path file, String column, List<String> factors) {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        TableReader.read(file, MAX_VALUES, (header, row, cells) -> {
            int value = column != null ? needed(file, header, column) : place(header, VALUE_COLUMNS, header.size() - 1);
            int nameAt = place(header, NAME_COLUMNS, -1);
            String name = nameAt < 0 ? "" : cells[nameAt];
            if (!drafts.containsKey(name) && drafts.size() == MAX_SERIES) {
                throw new InputException(file + " has more than " + MAX_SERIES + " series");
            }
            Draft draft = drafts.computeIfAbsent(name, _ -> new Draft());
            for (String factor : factors) {
                draft.factors
                        .computeIfAbsent(factor, _ -> new ArrayList<>())
                        .add(number(file, row, cells[needed(file, header, factor)]));
            }
            boolean later = !factors.isEmpty() && cells[value].isEmpty();
            if (!later && draft.times.size() > draft.values.size()) {
                throw new InputException(file + ", row " + row + ": a value after a row without one");
            }
            draft.times.add(cells[place(header, TIME_COLUMNS, 0)]);
            if (!later) {
                draft.values.add(number(file, row, cells[value]));
            }
        });
        Map<String, Series> series = new LinkedHashMap<>();
        drafts.forEach((name, draft) -> series.put(name, draft.series()));
        return series;
    }

    private static int needed(Path file, List<String> header, String column) {
        int at = header.indexOf(column);
        if (at < 0) {
            throw new InputException(file + " has no column '" + column + "'; it has " + String.join(", ", header));
        }
        return at;
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
