package org.calx.index;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The reference data beside the checkout; {@code -Dcalx.data} names another folder. A test skips where it is absent. */
public final class SharedData {
    private static final Path FOLDER = Path.of(System.getProperty("calx.data", "../../shared/data"));

    private SharedData() {}

    public static Path file(String name) {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.isRegularFile(file), "needs the reference data " + file);
        return file;
    }
}
