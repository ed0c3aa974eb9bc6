package org.calx.risk;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The reference data beside the checkout; {@code -Dcalx.data} names another folder. A test skips where it is absent. */
public final class SharedData {
    private static final Path FOLDER = Path.of(System.getProperty("calx.data", "../../shared/data"));

    private SharedData() {}

    /** The data lines of a CSV file, without its header, split at commas outside quotes. */
    public static List<String[]> rows(String name) {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.isRegularFile(file), "needs the reference data " + file);
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One column of numbers. */
    public static double[] numbers(String name, int column) {
        return rows(name).stream()
                .mapToDouble(row -> Double.parseDouble(row[column]))
                .toArray();
    }
}
