package org.calx.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A process of the launcher and what it says. */
final class Running implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 180;
    private static final String END = "\0";

    private final Process process;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();
    private final Thread outputReader;
    private final Thread errorReader;

    Running(Process process) {
        this.process = process;
        outputReader = Thread.ofVirtual().start(() -> {
            read(process.getInputStream(), output, unread);
            unread.add(END);
        });
        errorReader = Thread.ofVirtual().start(() -> read(process.getErrorStream(), errors, null));
    }

    private static void read(InputStream stream, List<String> lines, BlockingQueue<String> queue) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                if (queue != null) {
                    queue.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a line of output that begins so, and returns the rest of it. */
    String awaitLine(String prefix) {
        try {
            while (true) {
                String line = unread.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (line == null || line.equals(END)) {
                    throw new AssertionError("no line '" + prefix + "…' in " + output + ", errors " + errors);
                }
                if (line.startsWith(prefix)) {
                    return line.substring(prefix.length());
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits for the end. @return the exit code */
    int exitCode() {
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("ends, having said %s %s", output, errors)
                    .isTrue();
            outputReader.join();
            errorReader.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends the termination signal. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Kills it without a chance to do anything. */
    void kill() {
        process.toHandle().destroyForcibly();
        exitCode();
    }

    List<String> output() {
        return output;
    }

    List<String> errors() {
        return errors;
    }

    @Override
    public void close() {
        process.toHandle().destroyForcibly();
    }
}
