package org.calx.api.client;

import io.aeron.archive.client.AeronArchive;
import java.time.Duration;
import org.agrona.concurrent.SystemEpochClock;

/** Clients of an exchange node over Aeron. */
public final class AeronExchangeClient {
    private AeronExchangeClient() {}

    /**
     * A client that reads events after a given one. It connects in its {@link ExchangeClient#poll}, and again whenever
     * the node or the leader changes.
     *
     * @param endpoint the node, or the members
     * @param senderId the registered sender
     * @param epoch above that of every earlier client of this sender, see {@link #epochFromClock()}
     * @param afterSequence last event that need not be read, 0 to read all
     */
    public static ExchangeClient connect(AeronEndpoint endpoint, int senderId, int epoch, long afterSequence) {
        return connect(endpoint, senderId, epoch, null, afterSequence);
    }

    /** The same for a sender that signs its commands with this key. */
    public static ExchangeClient connect(
            AeronEndpoint endpoint, int senderId, int epoch, SigningKey key, long afterSequence) {
        AeronLink link = new AeronLink(endpoint);
        return new SequencedClient(senderId, epoch, key, new AeronCommandLog(link), feed(link, afterSequence));
    }

    /** A cursor on a node's events after a given one, without a sender. */
    public static EventFeed feed(AeronEndpoint endpoint, long afterSequence) {
        return feed(new AeronLink(endpoint), afterSequence);
    }

    /**
     * The number of the last event that one of the members has recorded, 0 if there is none: where a program begins that
     * asks for a state image.
     *
     * @param patience how long to wait for a member to answer
     * @throws IllegalStateException if none answers in time
     */
    public static long lastRecordedEvent(AeronEndpoint endpoint, Duration patience) {
        long deadlineNs = System.nanoTime() + patience.toNanos();
        RuntimeException reason = new IllegalStateException("no member was asked");
        try (AeronLink link = new AeronLink(endpoint)) {
            while (System.nanoTime() - deadlineNs < 0) {
                for (String address : endpoint.archives()) {
                    try {
                        return lastRecordedEvent(link, address);
                    } catch (RuntimeException e) {
                        reason = e;
                    }
                }
            }
        }
        throw new IllegalStateException("no member of the cluster answers at " + endpoint.archives(), reason);
    }

    private static long lastRecordedEvent(AeronLink link, String address) {
        String channel = link.endpoint().egressChannel();
        try (AeronArchive archive =
                AeronArchive.connect(EventStream.remoteArchive(address, channel).aeron(link.aeron()))) {
            EventRecording recording = EventRecording.find(archive);
            return recording == null ? 0 : recording.lastSequence(archive, channel, Thread::yield);
        }
    }

    /** The feed that suits the endpoint; it closes the link. */
    static EventFeed feed(AeronLink link, long afterSequence) {
        return link.endpoint().archives().isEmpty()
                ? new AeronEventFeed(link, afterSequence)
                : new ReplicatedEventFeed(link, afterSequence);
    }

    /** An epoch that grows by itself: seconds since 1970, enough for one start a second until 2038. */
    public static int epochFromClock() {
        return (int) (SystemEpochClock.INSTANCE.time() / 1_000);
    }
}
