package org.calx.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.calx.api.client.EventFeed;
import org.calx.cluster.NodeState;

/** One run of the demo, from its start to its report, on the calling thread. */
final class DemoRun {
    private static final Duration READY_PATIENCE = Duration.ofMinutes(3);
    private static final Duration END_PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long QUIET_NS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int EVENTS_AT_ONCE = 512;

    private final DemoSettings settings;
    private final int nodes;
    private final Map<String, String> secrets;
    private final EventTally tally = new EventTally();
    private final CountDownLatch stop = new CountDownLatch(1);

    /** @param nodes members of the cluster; 1 runs everything in this process */
    DemoRun(DemoSettings settings, int nodes, Map<String, String> secrets) {
        this.settings = settings;
        this.nodes = nodes;
        this.secrets = secrets;
    }

    /** Asks the run to end; may be called from any thread, more than once. */
    void stop() {
        stop.countDown();
    }

    /**
     * Runs until {@link #stop}, or until the length is over, and ends everything.
     *
     * @param length how long the market trades, empty for no end
     * @param json where the report goes, null for nowhere
     */
    void run(Optional<Duration> length, Path json) {
        try (DemoVenue all = start(notice -> System.err.println("calx: " + notice));
                EventFeed events = all.events()) {
            String url = all.url();
            awaitReady(all, events);
            if (stop.getCount() > 0) {
                new DemoBanner(url, secrets, settings, tally.tradable()).print(System.out);
                trade(all, events, length);
            }
            all.endTrading();
            NodeState state = quietState(all);
            readTo(state.lastEventSequence(), events);
            RunReport report =
                    new RunReport(url, tally, state.invariantsChecked(), DigestCommand.text(state.stateDigest()));
            if (json != null) {
                report.writeTo(json);
            }
            System.out.println(report.summary());
        }
    }

    private DemoVenue start(Consumer<String> notices) {
        return nodes == 1 ? AllInOne.start(settings, secrets, notices) : ClusterDemo.start(settings, nodes, notices);
    }

    private void awaitReady(DemoVenue all, EventFeed events) {
        long deadlineNs = System.nanoTime() + READY_PATIENCE.toNanos();
        while (stop.getCount() > 0 && !all.isReady()) {
            throwIfFailed(all);
            if (System.nanoTime() - deadlineNs > 0) {
                throw new UserError(
                        ExitCode.FAILED, "the market was not ready within " + READY_PATIENCE.toSeconds() + " s");
            }
            read(events);
            LockSupport.parkNanos(LOOK_NS);
        }
        readTo(all.state().lastEventSequence(), events);
    }

    private void trade(DemoVenue all, EventFeed events, Optional<Duration> length) {
        long startNs = System.nanoTime();
        while (length.isEmpty() || System.nanoTime() - startNs < length.get().toNanos()) {
            throwIfFailed(all);
            read(events);
            if (await(stop, LOOK_NS)) {
                return;
            }
        }
    }

    /** The state after the last command: nobody sends any more, so it stands still as soon as the log is read. */
    private static NodeState quietState(DemoVenue all) {
        NodeState before = all.state();
        while (true) {
            LockSupport.parkNanos(QUIET_NS);
            NodeState after = all.state();
            if (after.lastEventSequence() == before.lastEventSequence()) {
                return after;
            }
            before = after;
        }
    }

    private void readTo(long sequence, EventFeed events) {
        long deadlineNs = System.nanoTime() + END_PATIENCE.toNanos();
        while (tally.lastSequence() < sequence && System.nanoTime() - deadlineNs < 0) {
            if (events.poll(tally, EVENTS_AT_ONCE) == 0) {
                LockSupport.parkNanos(LOOK_NS);
            }
        }
    }

    private void read(EventFeed events) {
        while (events.poll(tally, EVENTS_AT_ONCE) > 0) {
            Thread.onSpinWait();
        }
    }

    private static void throwIfFailed(DemoVenue all) {
        if (all.failure().isDone()) {
            Throwable failure = all.failure().join();
            throw new UserError(ExitCode.FAILED, "the exchange has stopped: " + failure.getMessage(), failure);
        }
    }

    private static boolean await(CountDownLatch latch, long nanos) {
        try {
            return latch.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
