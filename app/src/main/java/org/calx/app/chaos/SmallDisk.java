package org.calx.app.chaos;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file system of a few megabytes mounted over a folder, whose own content comes back when it is closed. Needs root. */
final class SmallDisk implements AutoCloseable {
    /** Enough for a member to begin: its archive takes no recording with less than a segment of 64 MiB free. */
    private static final int MEBIBYTES = 256;

    private static final int BLOCK = 64 * 1024;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Whether this process may mount file systems. */
    static boolean isPossible() {
        try {
            Path folder = Files.createTempDirectory("calx-disk");
            try (SmallDisk disk = over(folder)) {
                return disk.folder.equals(folder);
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
        Shell.run("mount", "-t", "tmpfs", "-o", "size=" + MEBIBYTES + "m", "tmpfs", folder.toString());
        return new SmallDisk(folder);
    }

    /** Takes all the room that is left. */
    void fill() {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        try (FileChannel filler =
                FileChannel.open(folder.resolve("filler"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (filler.write(block.clear()) > 0) {
                Thread.onSpinWait();
            }
        } catch (IOException noRoomIsLeft) {
            // As it should be.
        }
    }

    @Override
    public void close() {
        Shell.run("umount", folder.toString());
    }
}
