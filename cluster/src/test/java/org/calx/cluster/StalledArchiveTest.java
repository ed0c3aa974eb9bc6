package org.calx.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aeron.Aeron;
import io.aeron.archive.Archive;
import io.aeron.archive.ArchiveThreadingMode;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.service.Cluster;
import io.aeron.cluster.service.ClusteredServiceContainer;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.agrona.CloseHelper;
import org.agrona.concurrent.IdleStrategy;
import org.calx.api.client.AeronEndpoint;
import org.calx.api.client.AeronExchangeClient;
import org.calx.api.client.EventFeed;
import org.calx.api.client.EventStream;
import org.calx.api.wire.EventDecoder;
import org.calx.model.RejectReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The exchange's events, and an archive that stands still while they come. */
@Timeout(120)
class StalledArchiveTest {
    private static final int TERM = 64 * 1024;
    private static final int EVENTS = 5_000;

    @TempDir
    Path folder;

    private MediaDriver driver;
    private Archive archive;
    private Aeron aeron;
    private Thread archiveThread;
    private volatile boolean stands;
    private volatile boolean ended;

    @BeforeEach
    void start() {
        String directory = folder.resolve("driver").toString();
        driver = MediaDriver.launch(new MediaDriver.Context()
                .aeronDirectoryName(directory)
                .threadingMode(ThreadingMode.SHARED)
                .spiesSimulateConnection(true)
                .dirDeleteOnShutdown(true));
        archive = Archive.launch(new Archive.Context()
                .aeronDirectoryName(directory)
                .archiveDir(folder.resolve("archive").toFile())
                .threadingMode(ArchiveThreadingMode.INVOKER)
                .segmentFileLength(TERM)
                .controlChannelEnabled(false)
                .localControlChannel("aeron:ipc")
                .archiveClientContext(
                        new AeronArchive.Context().controlResponseChannel("aeron:udp?endpoint=localhost:0"))
                .replicationChannel("aeron:udp?endpoint=localhost:0")
                .recordingEventsEnabled(false));
        archiveThread = new Thread(this::runArchive, "archive");
        archiveThread.start();
        aeron = Aeron.connect(new Aeron.Context().aeronDirectoryName(directory));
    }

    private void runArchive() {
        while (!ended) {
            if (stands || archive.invoker().invoke() == 0) {
                Thread.yield();
            }
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        ended = true;
        archiveThread.join();
        CloseHelper.quietCloseAll(aeron, archive, driver);
    }

    @Test
    void theExchangeWaitsAndNothingIsLost() {
        Standing idle = new Standing(1_000);
        RecordedEvents events = open(idle, TimeUnit.SECONDS.toNanos(60));
        stands = true;
        EventEncoder encoder = new EventEncoder(events, EventDecoder.MAX_BATCH_LENGTH);
        tell(encoder);
        events.awaitStored();
        assertThat(idle.times).as("the ring was never full").isGreaterThan(1_000);
        assertRecorded(EVENTS);
        events.close();
    }

    @Test
    void whatStandsForTooLongStopsTheMemberAndWhatWasTakenIsThere() {
        RecordedEvents events = open(new Standing(Integer.MAX_VALUE), TimeUnit.MILLISECONDS.toNanos(200));
        stands = true;
        EventEncoder encoder = new EventEncoder(events, EventDecoder.MAX_BATCH_LENGTH);
        assertThatThrownBy(() -> tell(encoder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("waited 200 ms for the recorder to keep up: the member stops rather than lose events");
        stands = false;
        long taken = encoder.sequence() - 1;
        assertThat(taken).isBetween(100L, EVENTS - 1L);
        assertRecorded(taken);
        events.close();
    }

    private static void tell(EventEncoder encoder) {
        for (int i = 1; i <= EVENTS; i++) {
            encoder.begin(i);
            encoder.commandResult(1, 1, i, RejectReason.NONE, 0, false);
        }
    }

    private void assertRecorded(long last) {
        try (EventFeed feed = AeronExchangeClient.feed(AeronEndpoint.local(driver.aeronDirectoryName()), 0)) {
            assertThat(new EventTape(0).readTo(feed, last).lines).hasSize((int) last);
        }
    }

    private RecordedEvents open(IdleStrategy idle, long patienceNs) {
        RecordedEvents events = new RecordedEvents(TERM, patienceNs);
        ClusteredServiceContainer.Context context = new ClusteredServiceContainer.Context()
                .archiveContext(EventStream.localArchive().aeron(aeron).ownsAeronClient(false));
        events.open((Cluster) Proxy.newProxyInstance(
                Cluster.class.getClassLoader(),
                new Class<?>[] {Cluster.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "aeron" -> aeron;
                    case "context" -> context;
                    case "idleStrategy" -> idle;
                    default -> throw new UnsupportedOperationException(method.getName());
                }));
        return events;
    }

    /** Lets the archive go on when it has been waited for so many times. */
    private final class Standing implements IdleStrategy {
        private final int most;
        private int times;

        Standing(int most) {
            this.most = most;
        }

        @Override
        public void idle() {
            times += stands || times > most ? 1 : 0;
            stands &= times <= most;
            Thread.yield();
        }

        @Override
        public void idle(int workCount) {
            idle();
        }

        @Override
        public void reset() {}

        @Override
        public String alias() {
            return "standing";
        }
    }
}
