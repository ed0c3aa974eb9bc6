package org.calx.risk.publish;

import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.EventFeed;
import org.calx.api.client.ExchangeClient;
import org.calx.model.RejectReason;

/**
 * One of two processes that share a sender: it publishes, or stands by until nothing was heard of the other for a while.
 *
 * <p>To take over is to send a heartbeat under a higher epoch. Once that is in the log, the exchange refuses whatever the
 * other still sends, and it learns so and stands by. What the other had published before is in the stream before the
 * heartbeat's result, and nothing is published until that has been read. So no mark or array is published twice.
 *
 * <p>Epochs are even for one process and odd for the other, from the clock in steps of two seconds, above all that were
 * heard. One that would run ahead of the clock waits for it, so that a process that is started again, which has heard nothing yet,
 * finds one of its own. One thread calls it.
 */
public final class Publisher implements AutoCloseable {
    private static final int EVENTS_PER_POLL = 256;
    private static final int INSTANCES = 2;

    /** Makes the client of an epoch, which reads events after a number. */
    @FunctionalInterface
    public interface Connector {
        ExchangeClient connect(int epoch, long afterSequence);
    }

    private enum Stage {
        STANDING_BY,
        TAKING_OVER,
        PUBLISHING
    }

    private final PublisherView view;
    private final EventFeed feed;
    private final Connector connector;
    private final int instance;
    private final PublishSettings settings;
    private final LongSupplier epochSeconds;

    private Stage stage = Stage.STANDING_BY;
    private boolean hasStarted;
    private long startedNs;
    private long heardNs;
    private long heardResults;
    private int lastEpoch;
    private int staleTries;
    private ExchangeClient client;
    private Publication publication;
    private CompletableFuture<CommandOutcome> beat;
    private long beatNs;
    private long fenceSequence;
    private boolean hasAskedForImage;

    /**
     * A publisher that stands by.
     *
     * @param senderId the sender that both processes publish as
     * @param afterSequence where the feed begins
     * @param feed the event stream; closed with the publisher
     * @param instance 0 or 1, another for each process
     * @param epochSeconds seconds since 1970-01-01
     */
    public Publisher(
            int senderId,
            long afterSequence,
            EventFeed feed,
            Connector connector,
            int instance,
            PublishSettings settings,
            LongSupplier epochSeconds) {
        if (instance < 0 || instance >= INSTANCES) {
            throw new IllegalArgumentException("a publisher is number 0 or 1, not " + instance);
        }
        view = new PublisherView(senderId, afterSequence, settings);
        this.feed = feed;
        this.connector = connector;
        this.instance = instance;
        this.settings = settings;
        this.epochSeconds = epochSeconds;
    }

    /** Whether this is the process that publishes. */
    public boolean isPublishing() {
        return stage == Stage.PUBLISHING;
    }

    /** Reads, and sends what is due. @param nowNs a clock that never goes back; @return work done */
    public int doWork(long nowNs) {
        int work = feed.poll(view, EVENTS_PER_POLL);
        if (!hasStarted) {
            hasStarted = true;
            startedNs = nowNs;
            heardNs = nowNs;
        }
        if (view.resultsHeard() != heardResults) {
            heardResults = view.resultsHeard();
            heardNs = nowNs;
        }
        return work
                + switch (stage) {
                    case STANDING_BY -> standBy(nowNs);
                    case TAKING_OVER -> takeOver(nowNs);
                    case PUBLISHING -> publish(nowNs);
                };
    }

    private int standBy(long nowNs) {
        if (view.highestEpoch() > lastEpoch) {
            staleTries = 0;
        }
        boolean isSilent = nowNs - heardNs >= settings.takeoverNs();
        boolean mayBegin = nowNs - startedNs >= PublishSettings.FIRST_TAKEOVER_NS;
        if (!isSilent || !mayBegin || isAheadOfClock()) {
            return 0;
        }
        lastEpoch = nextEpoch();
        client = connector.connect(lastEpoch, view.lastSequence());
        sendBeat(nowNs);
        stage = Stage.TAKING_OVER;
        return 1;
    }

    private boolean isAheadOfClock() {
        return staleTries == 0 && Math.max(view.highestEpoch(), lastEpoch) > epochSeconds.getAsLong();
    }

    /** A refused epoch was below one that was not heard: each try goes twice as far beyond the clock. */
    private int nextEpoch() {
        long floor = Math.max(
                epochSeconds.getAsLong() + (1L << staleTries) - 1, Math.max(view.highestEpoch(), lastEpoch) + 1L);
        return Math.toIntExact(floor + Math.floorMod(instance - floor, INSTANCES));
    }

    private int takeOver(long nowNs) {
        int work = client.poll();
        if (!beat.isDone()) {
            return work;
        }
        if (isAccepted(beat)) {
            fenceSequence = beat.join().eventSequence();
            publication = new Publication(view.market(), settings, client);
            hasAskedForImage = false;
            staleTries = 0;
            stage = Stage.PUBLISHING;
        } else {
            staleTries = Math.min(staleTries + 1, Integer.SIZE - 2);
            standDown(nowNs);
        }
        return work + 1;
    }

    private int publish(long nowNs) {
        int work = client.poll();
        if (publication.takeAnswers() || (beat.isDone() && !isAccepted(beat))) {
            standDown(nowNs);
            return work + 1;
        }
        if (nowNs - beatNs >= settings.beatNs() && beat.isDone()) {
            sendBeat(nowNs);
            work++;
        }
        if (view.lastSequence() < fenceSequence) {
            return work;
        }
        if (!view.market().isComplete()) {
            if (!hasAskedForImage) {
                hasAskedForImage = true;
                client.requestImage();
                work++;
            }
            return work;
        }
        return work + publication.send();
    }

    private static boolean isAccepted(CompletableFuture<CommandOutcome> answer) {
        return !answer.isCompletedExceptionally() && answer.join().reason() == RejectReason.NONE;
    }

    private void sendBeat(long nowNs) {
        beat = client.heartbeat();
        beatNs = nowNs;
    }

    private void standDown(long nowNs) {
        client.close();
        client = null;
        publication = null;
        heardNs = nowNs;
        stage = Stage.STANDING_BY;
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
        feed.close();
    }
}
