package org.calx.api.client;

import org.agrona.concurrent.SystemEpochClock;

/** Clients of an exchange node over Aeron. */
public final class AeronExchangeClient {
    private AeronExchangeClient() {}

    /**
     * A client that reads events after a given one. It connects in its {@link ExchangeClient#poll}, and again whenever
     * the node or the leader changes.
     *
     * @param endpoint the node
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
        return new SequencedClient(
                senderId, epoch, key, new AeronCommandLog(link), new AeronEventFeed(link, afterSequence));
    }

    /** A cursor on a node's events after a given one, without a sender. */
    public static EventFeed feed(AeronEndpoint endpoint, long afterSequence) {
        return new AeronEventFeed(new AeronLink(endpoint), afterSequence);
    }

    /** An epoch that grows by itself: seconds since 1970, enough for one start a second until 2038. */
    public static int epochFromClock() {
        return (int) (SystemEpochClock.INSTANCE.time() / 1_000);
    }
}
