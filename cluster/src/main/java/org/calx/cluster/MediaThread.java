package org.calx.cluster;

import io.aeron.archive.Archive;
import io.aeron.archive.ArchiveThreadingMode;
import io.aeron.archive.client.AeronArchive;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.agrona.CloseHelper;
import org.agrona.ErrorHandler;
import org.agrona.concurrent.AgentInvoker;
import org.agrona.concurrent.IdleStrategy;

/** Media driver and archive, both on one thread: started, run and closed on it. */
final class MediaThread implements AutoCloseable {
    /** A process that stood still for less than this (a paused machine, a closed lid) goes on as if nothing had been. */
    static final Duration PAUSE = Duration.ofMinutes(2);

    private static final int SEGMENT_LENGTH = 64 * 1024 * 1024;
    private static final int IPC_TERM_LENGTH = 4 * 1024 * 1024;
    private static final long TIMER_INTERVAL_NS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final String LOCAL_ANY_PORT = "aeron:udp?endpoint=localhost:0";

    private final NodeFolder folder;
    private final ClusterNodeConfig config;
    private final ErrorHandler errorHandler;
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final Thread thread = new Thread(this::run, "calx-media");

    private volatile boolean running = true;

    MediaThread(NodeFolder folder, ClusterNodeConfig config, ErrorHandler errorHandler) {
        this.folder = folder;
        this.config = config;
        this.errorHandler = errorHandler;
    }

    /** Starts driver and archive. @throws RuntimeException why they could not be started */
    MediaThread start() {
        thread.setDaemon(true);
        thread.start();
        try {
            started.join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "media driver and archive did not start: " + e.getCause().getMessage(), e);
        }
        return this;
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        MediaDriver driver = null;
        Archive archive = null;
        try {
            driver = MediaDriver.launch(driverContext());
            archive = Archive.launch(archiveContext(driver));
            started.complete(null);
            work(archive.invoker());
        } catch (Throwable e) {
            if (!started.completeExceptionally(e)) {
                errorHandler.onError(e);
            }
        } finally {
            CloseHelper.quietCloseAll(archive, driver);
        }
    }

    private void work(AgentInvoker invoker) {
        IdleStrategy idle = config.idle().strategy();
        while (running) {
            idle.idle(invoker.invoke());
            if (invoker.isClosed()) {
                throw new IllegalStateException("media driver and archive have stopped");
            }
        }
    }

    private MediaDriver.Context driverContext() {
        return new MediaDriver.Context()
                .aeronDirectoryName(folder.driver().getPath())
                .threadingMode(ThreadingMode.INVOKER)
                .dirDeleteOnStart(true)
                .dirDeleteOnShutdown(true)
                .ipcTermBufferLength(IPC_TERM_LENGTH)
                .publicationTermBufferLength(IPC_TERM_LENGTH)
                .timerIntervalNs(TIMER_INTERVAL_NS)
                .clientLivenessTimeoutNs(PAUSE.toNanos())
                .publicationUnblockTimeoutNs(PAUSE.plusSeconds(1).toNanos())
                .spiesSimulateConnection(true)
                .errorHandler(errorHandler);
    }

    private Archive.Context archiveContext(MediaDriver driver) {
        Archive.Context context = new Archive.Context()
                .aeronDirectoryName(folder.driver().getPath())
                .archiveDir(folder.archive())
                .threadingMode(ArchiveThreadingMode.INVOKER)
                .mediaDriverAgentInvoker(driver.sharedAgentInvoker())
                .errorHandler(errorHandler)
                .segmentFileLength(SEGMENT_LENGTH)
                .recordChecksum(new FragmentChecksum())
                .fileSyncLevel(config.fileSyncLevel())
                .catalogFileSyncLevel(config.fileSyncLevel())
                .recordingEventsEnabled(false)
                .localControlChannel("aeron:ipc");
        if (config.isSingle()) {
            return context.controlChannelEnabled(false)
                    .archiveClientContext(new AeronArchive.Context().controlResponseChannel(LOCAL_ANY_PORT))
                    .replicationChannel(LOCAL_ANY_PORT);
        }
        MemberAddress self = config.members().get(config.memberId());
        String anyPort = "aeron:udp?endpoint=" + self.host() + ":0";
        return context.controlChannel("aeron:udp?endpoint=" + self.archive())
                .archiveClientContext(new AeronArchive.Context().controlResponseChannel(anyPort))
                .replicationChannel(anyPort);
    }
}
