package org.calx.app.chaos;

import java.io.IOException;

/** Runs a program of the operating system. */
final class Shell {
    private Shell() {}

    /** Runs it to its end. @throws IllegalStateException if it is not here, or fails */
    static void run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed");
            }
        } catch (IOException e) {
            throw new IllegalStateException(command[0] + " is not here", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
