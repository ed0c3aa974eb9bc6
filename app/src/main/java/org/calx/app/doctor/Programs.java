package org.calx.app.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Programs beside the JDK that building and testing use. */
final class Programs {
    private static final int NODE_MAJOR = 20;
    private static final int NODE_MINOR = 19;
    private static final long ANSWER_SECONDS = 10;

    private Programs() {}

    static Finding maven() {
        return onPath("mvn")
                .map(path -> Finding.good("Maven", path.toString()))
                .orElseGet(
                        () -> Finding.limited("Maven", "not found: nothing can be built", "install package 'maven'"));
    }

    static Finding node() {
        String need = "install Node " + NODE_MAJOR + "." + NODE_MINOR + " or newer";
        Optional<String> version = onPath("node").flatMap(Programs::version);
        if (version.isEmpty()) {
            return Finding.limited("Node", "not found: the exchange runs without its web page", need);
        }
        if (!isRecent(version.get())) {
            return Finding.limited("Node", version.get() + " is too old to build the web page", need);
        }
        return Finding.good("Node", version.get());
    }

    static Finding chromium() {
        for (String name : new String[] {"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"}) {
            Optional<Path> path = onPath(name);
            if (path.isPresent()) {
                return Finding.good("Chromium", path.get().toString());
            }
        }
        return Finding.limited("Chromium", "not found: the web page cannot be tested", "install package 'chromium'");
    }

    /** Whether a version such as {@code v20.19.1} is new enough. */
    static boolean isRecent(String version) {
        String[] parts = version.replaceFirst("^v", "").split("\\.");
        try {
            int major = Integer.parseInt(parts[0]);
            int minor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
            return major > NODE_MAJOR || (major == NODE_MAJOR && minor >= NODE_MINOR);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static Optional<Path> onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String folder : path.split(File.pathSeparator)) {
            Path file = Path.of(folder, program);
            if (!folder.isEmpty() && Files.isExecutable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> version(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            if (!process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            return Optional.of(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
