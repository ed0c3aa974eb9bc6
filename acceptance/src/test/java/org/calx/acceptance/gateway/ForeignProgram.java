package org.calx.acceptance.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program that is not ours (node, curl, python) to its end. */
final class ForeignProgram {
    private static final long MINUTES = 5;

    private ForeignProgram() {}

    /** What a program did: its exit status, -1 if it had to be ended, and all that it printed. */
    record Run(int status, String output) {}

    /** Whether the program is on this machine. */
    static boolean present(String name) throws InterruptedException {
        try {
            return run(Path.of(""), Map.of(), name, "--version").status == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Installs the CCXT package that the checks use, unless it is there. @return its folder */
    static Path ccxt() throws IOException, InterruptedException {
        Path folder = Path.of("ccxt").toAbsolutePath();
        if (!Files.isDirectory(folder.resolve("node_modules/ccxt"))) {
            Run install = run(folder, Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            if (install.status != 0) {
                throw new IOException("npm ci failed in " + folder + ": " + install.output);
            }
        }
        return folder;
    }

    static Run run(Path folder, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("foreign", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(List.of(command))
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            return new Run(ended ? process.exitValue() : -1, Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
        }
    }
}
