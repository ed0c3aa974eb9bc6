package org.calx.app.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of a few megabytes mounted over a folder, whose own content comes back when it is closed. Needs root. */
final class SmallDisk implements AutoCloseable {
    private static final int MEBIBYTES = 16;
    private static final long FULL_BYTES = 64 * 1024;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Whether this process may mount file systems. */
    static boolean isPossible() {
        try {
            Path folder = Files.createTempDirectory("calx-disk");
            try (SmallDisk disk = over(folder)) {
                return !disk.isFull();
            } catch (IllegalStateException e) {
                return false;
            } finally {
                Files.delete(folder);
            }
        } catch (IOException e) {
            return false;
        }
    }

    /** Mounts an empty one. @throws IllegalStateException if that is not permitted */
    static SmallDisk over(Path folder) {
        run("mount", "-t", "tmpfs", "-o", "size=" + MEBIBYTES + "m", "tmpfs", folder.toString());
        return new SmallDisk(folder);
    }

    boolean isFull() {
        try {
            return Files.getFileStore(folder).getUsableSpace() < FULL_BYTES;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        run("umount", folder.toString());
    }

    private static void run(String... command) {
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
