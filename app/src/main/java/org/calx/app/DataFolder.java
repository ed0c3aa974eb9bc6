package org.calx.app;

import java.nio.file.Path;

/** Where a command keeps its data when it is not told. */
final class DataFolder {
    private DataFolder() {}

    /** {@code data/demo} in the checkout that the launcher belongs to, else in the working folder. */
    static Path standard() {
        return Path.of(System.getProperty("calx.root", ""), "data", "demo");
    }
}
