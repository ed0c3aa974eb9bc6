package org.calx.acceptance.process;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts {@code ./calx} with the JDK of the tests, on what is packaged. */
final class Launcher {
    private static final Path ROOT = root();

    private Launcher() {}

    /** Leaves the test out where nothing is packaged. */
    static void assumePackaged() {
        assumeTrue(
                Files.isRegularFile(ROOT.resolve("app/target/calx.jar"))
                        && Files.isDirectory(ROOT.resolve("app/target/lib")),
                "the distribution is not packaged: run mvn verify");
    }

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("calx"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Starts a command. */
    static Running start(String... arguments) {
        return start(Map.of(), arguments);
    }

    /** Starts a command with additional environment. */
    static Running start(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("calx").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CALX_BUILD", "never");
        builder.environment().put("CALX_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        try {
            return new Running(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
