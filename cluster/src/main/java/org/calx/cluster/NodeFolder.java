package org.calx.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.agrona.CloseHelper;
import org.agrona.IoUtil;
import org.calx.api.client.AeronEndpoint;

/**
 * A node's folder, held by one live process at a time. The lock is the operating system's and ends with the process,
 * whatever ended it; so whoever holds it may take away what a killed process left behind, and need not wait for its
 * marks to grow old.
 */
final class NodeFolder implements AutoCloseable {
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");
    private static final long LEAST_SHARED_MEMORY = 512L * 1024 * 1024;

    private final Path directory;
    private final FileChannel lockFile;
    private final Path driver;

    private NodeFolder(Path directory, FileChannel lockFile) {
        this.directory = directory;
        this.lockFile = lockFile;
        this.driver = driverFolder(directory);
    }

    /**
     * Takes the folder, making it if need be.
     *
     * @throws FolderInUseException if another process holds it
     */
    static NodeFolder open(Path path) {
        try {
            Path directory = Files.createDirectories(path).toRealPath();
            FileChannel lockFile =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!tryLock(lockFile)) {
                CloseHelper.close(lockFile);
                throw new FolderInUseException(
                        "a node is already running in " + directory + ": stop it or choose another folder");
            }
            NodeFolder folder = new NodeFolder(directory, lockFile);
            folder.removeRemains();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + path + " as a node's folder", e);
        }
    }

    File archive() {
        return directory.resolve("archive").toFile();
    }

    File cluster() {
        return directory.resolve("cluster").toFile();
    }

    /** Where the media driver keeps its buffers: memory, under a name of this folder's own. */
    File driver() {
        return driver.toFile();
    }

    /** Gives the folder back and removes the driver's buffers. */
    @Override
    public void close() {
        IoUtil.delete(driver(), true);
        CloseHelper.quietClose(lockFile);
    }

    /** How clients on this machine reach the single member that runs in this folder. */
    static AeronEndpoint endpoint(Path path) {
        try {
            return AeronEndpoint.local(driverFolder(path.toRealPath()).toString());
        } catch (IOException e) {
            throw new UncheckedIOException("no node in " + path, e);
        }
    }

    /** The media driver's folder of the node in this folder. */
    static Path driverFolder(Path directory) {
        CRC32C name = new CRC32C();
        name.update(directory.toString().getBytes(StandardCharsets.UTF_8));
        String unique = "calx-" + System.getProperty("user.name") + "-" + directory.getFileName() + "-"
                + Long.toHexString(name.getValue());
        File shared = SHARED_MEMORY.toFile();
        boolean roomy = shared.isDirectory() && shared.canWrite() && shared.getUsableSpace() >= LEAST_SHARED_MEMORY;
        return roomy ? SHARED_MEMORY.resolve(unique) : directory.resolve("driver");
    }

    private static boolean tryLock(FileChannel lockFile) throws IOException {
        try {
            FileLock lock = lockFile.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Driver buffers and marks of liveness say nothing that outlives their process; terms and votes are kept elsewhere. */
    private void removeRemains() throws IOException {
        IoUtil.delete(driver(), true);
        removeMarks(archive(), "archive-mark");
        removeMarks(cluster(), "cluster-mark");
    }

    private static void removeMarks(File folder, String prefix) throws IOException {
        if (!folder.isDirectory()) {
            return;
        }
        try (Stream<Path> files = Files.list(folder.toPath())) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith(prefix))
                    .toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
