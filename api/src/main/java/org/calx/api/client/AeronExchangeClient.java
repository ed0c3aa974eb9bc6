package org.calx.api.client;

import io.aeron.archive.client.AeronArchive;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.ToLongBiFunction;
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
        return ask(endpoint, patience, (link, address) -> OptionalLong.of(lastRecordedEvent(link, address)));
    }

    /**
     * The number of the first event that the members still have recorded, above 1 once all that answer have pruned theirs:
     * from where on a program can know the history.
     *
     * @param patience how long to wait for a member to answer
     * @throws IllegalStateException if none answers in time
     */
    public static long firstRecordedEvent(AeronEndpoint endpoint, Duration patience) {
        long[] least = {Long.MAX_VALUE};
        int[] asked = {0};
        return ask(endpoint, patience, (link, address) -> {
            boolean isLast = ++asked[0] % endpoint.archives().size() == 0;
            try {
                least[0] = Math.min(least[0], firstRecordedEvent(link, address));
            } catch (RuntimeException e) {
                if (least[0] == Long.MAX_VALUE) {
                    throw e;
                }
            }
            return isLast || least[0] == 1 ? OptionalLong.of(least[0]) : OptionalLong.empty();
        });
    }

    private interface Question {
        OptionalLong of(AeronLink link, String address);
    }

    /** Asks one member after the other until the answer is there. */
    private static long ask(AeronEndpoint endpoint, Duration patience, Question question) {
        long deadlineNs = System.nanoTime() + patience.toNanos();
        RuntimeException reason = new IllegalStateException("no member was asked");
        try (AeronLink link = new AeronLink(endpoint)) {
            while (System.nanoTime() - deadlineNs < 0) {
                for (String address : endpoint.archives()) {
                    try {
                        OptionalLong answer = question.of(link, address);
                        if (answer.isPresent()) {
                            return answer.getAsLong();
                        }
                    } catch (RuntimeException e) {
                        reason = e;
                    }
                }
            }
        }
        throw new IllegalStateException("no member of the cluster answers at " + endpoint.archives(), reason);
    }

    private static long lastRecordedEvent(AeronLink link, String address) {
        return read(
                link,
                address,
                0,
                (recording, archive) ->
                        recording.lastSequence(archive, link.endpoint().egressChannel(), Thread::yield));
    }

    private static long firstRecordedEvent(AeronLink link, String address) {
        return read(
                link,
                address,
                1,
                (recording, archive) ->
                        recording.firstSequence(archive, link.endpoint().egressChannel(), Thread::yield));
    }

    private static long read(
            AeronLink link, String address, long ifNone, ToLongBiFunction<EventRecording, AeronArchive> reader) {
        try (AeronArchive archive = AeronArchive.connect(
                EventStream.remoteArchive(address, link.endpoint().egressChannel())
                        .aeron(link.aeron()))) {
            EventRecording recording = EventRecording.find(archive);
            return recording == null ? ifNone : reader.applyAsLong(recording, archive);
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
