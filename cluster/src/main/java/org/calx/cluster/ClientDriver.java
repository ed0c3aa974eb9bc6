package org.calx.cluster;

import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.agrona.IoUtil;
import org.calx.api.client.AeronEndpoint;

/** The media driver of a program that talks to the cluster and is not a member of it, such as a gateway. */
public final class ClientDriver implements AutoCloseable {
    private static final String PREFIX = "calx-client-";
    private static final int TERM_LENGTH = 1024 * 1024;
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private final MediaDriver driver;

    private ClientDriver(MediaDriver driver) {
        this.driver = driver;
    }

    /** Starts a driver with one thread. A member that is silent for two seconds counts as lost to its readers. */
    public static ClientDriver start(IdleMode idle) {
        return new ClientDriver(MediaDriver.launch(new MediaDriver.Context()
                .aeronDirectoryName(directory().toString())
                .threadingMode(ThreadingMode.SHARED)
                .sharedIdleStrategy(idle.strategy())
                .dirDeleteOnStart(true)
                .dirDeleteOnShutdown(true)
                .ipcTermBufferLength(TERM_LENGTH)
                .publicationTermBufferLength(TERM_LENGTH)
                .imageLivenessTimeoutNs(SILENCE.toNanos())
                .clientLivenessTimeoutNs(MediaThread.PAUSE.toNanos())
                .publicationUnblockTimeoutNs(MediaThread.PAUSE.plusSeconds(1).toNanos())
                .errorHandler(error -> System.getLogger("org.calx.cluster")
                        .log(System.Logger.Level.DEBUG, "media driver of a client", error))));
    }

    /**
     * How a program with this driver reaches a cluster.
     *
     * @param members the cluster's members, in their order
     * @param host this machine's name or address, as the members reach it
     */
    public AeronEndpoint endpoint(List<MemberAddress> members, String host) {
        return new AeronEndpoint(
                driver.aeronDirectoryName(),
                "aeron:udp",
                Members.ingressEndpoints(members),
                "aeron:udp?endpoint=" + host + ":0",
                members.stream().map(MemberAddress::archive).toList());
    }

    @Override
    public void close() {
        driver.close();
    }

    private static Path directory() {
        Path memory = Path.of("/dev/shm");
        Path parent = Files.isWritable(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
        removeRemains(parent);
        return parent.resolve(PREFIX + ProcessHandle.current().pid() + "-" + UUID.randomUUID());
    }

    /** Removes what killed processes left behind: a folder's name carries the id of its process. */
    private static void removeRemains(Path parent) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                String[] parts = folder.getFileName()
                        .toString()
                        .substring(PREFIX.length())
                        .split("-");
                if (ProcessHandle.of(Long.parseLong(parts[0])).isEmpty()) {
                    IoUtil.delete(folder.toFile(), true);
                }
            }
        } catch (IOException | NumberFormatException e) {
            System.getLogger("org.calx.cluster").log(System.Logger.Level.DEBUG, "remains in " + parent, e);
        }
    }
}
