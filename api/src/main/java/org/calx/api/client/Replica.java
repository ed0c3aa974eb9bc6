package org.calx.api.client;

import io.aeron.Image;
import io.aeron.Subscription;
import io.aeron.archive.client.AeronArchive;
import io.aeron.logbuffer.FragmentHandler;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.CloseHelper;

/**
 * A cursor on one member's recording of the event stream, over the network. Opening it takes several questions to the
 * archive, so it is done on a thread of its own, and a member that is gone keeps nobody waiting. Otherwise used by one
 * thread.
 */
final class Replica implements AutoCloseable {
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(5);
    private static final long LOOK_NS = TimeUnit.SECONDS.toNanos(1);

    private final AeronLink link;
    private final String address;

    private Opening opening;
    private long changedNs = System.nanoTime() - PATIENCE_NS;
    private long lookedNs;
    private EventsMissingException missing;

    Replica(AeronLink link, String address) {
        this.link = link;
        this.address = address;
    }

    /** Whether it is open, or being opened. */
    boolean isInUse() {
        return opening != null;
    }

    /** When it was last opened or closed, by {@code System.nanoTime}. */
    long changedNs() {
        return changedNs;
    }

    /** Why this member does not have the events that were asked for; null if it may have them. */
    EventsMissingException missing() {
        return missing;
    }

    /** Begins to open it after this event. */
    void open(long afterSequence) {
        changedNs = System.nanoTime();
        missing = null;
        opening = new Opening(afterSequence);
        Thread thread = new Thread(opening, "calx-replica-" + address);
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes what has come. A cursor that fails closes itself. @return fragments taken */
    int poll(FragmentHandler handler, int limit) {
        if (opening == null || !opening.isDone()) {
            return 0;
        }
        if (opening.failure != null) {
            missing = opening.failure instanceof EventsMissingException e ? e : null;
            fail(opening.failure);
            return 0;
        }
        Image image = opening.image();
        if (image == null) {
            return 0;
        }
        int taken = image.poll(handler, limit);
        if (taken == 0) {
            look(image);
        }
        return taken;
    }

    /** Closes the cursor; it may be opened again. */
    @Override
    public void close() {
        if (opening != null) {
            opening.close();
            opening = null;
            changedNs = System.nanoTime();
        }
    }

    /** Closes the cursor for this reason. */
    void fail(Exception reason) {
        System.getLogger("org.calx.api.client")
                .log(System.Logger.Level.DEBUG, "event stream of " + address + " lost", reason);
        close();
    }

    private void look(Image image) {
        if (image.isClosed()) {
            fail(new IllegalStateException("the copy has ended"));
            return;
        }
        long nowNs = System.nanoTime();
        if (nowNs - lookedNs > LOOK_NS) {
            lookedNs = nowNs;
            try {
                opening.archive.checkForErrorResponse();
            } catch (RuntimeException e) {
                fail(e);
            }
        }
    }

    /** What is being opened, and then what is open. */
    private final class Opening implements Runnable, AutoCloseable {
        private final long afterSequence;
        private final long deadlineNs = System.nanoTime() + 2 * PATIENCE_NS;
        private AeronArchive archive;
        private Subscription subscription;
        private Exception failure;
        private Image image;
        private boolean closed;
        private volatile boolean done;

        Opening(long afterSequence) {
            this.afterSequence = afterSequence;
        }

        @Override
        public void run() {
            try {
                String channel = link.endpoint().egressChannel();
                archive = AeronArchive.connect(
                        EventStream.remoteArchive(address, channel).aeron(link.aeron()));
                EventRecording recording = EventRecording.find(archive);
                if (recording == null) {
                    throw new IllegalStateException("records no events yet");
                }
                long position = recording.positionOf(afterSequence + 1, archive, channel, Opening::idle);
                subscription = recording.follow(archive, position, channel);
            } catch (RuntimeException e) {
                failure = e;
            }
            synchronized (this) {
                done = true;
                if (closed) {
                    release();
                }
            }
        }

        boolean isDone() {
            return done;
        }

        Image image() {
            if (image == null && subscription.imageCount() > 0) {
                image = subscription.imageAtIndex(0);
            } else if (image == null && System.nanoTime() - deadlineNs > 0) {
                fail(new IllegalStateException("the copy does not come"));
            }
            return image;
        }

        @Override
        public synchronized void close() {
            closed = true;
            if (done) {
                release();
            }
        }

        private void release() {
            CloseHelper.quietCloseAll(subscription, archive);
        }

        private static void idle() {
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(50));
        }
    }
}
