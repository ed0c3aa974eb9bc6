package org.calx.api.client;

import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;

/**
 * One session with the log and one copy of the event stream, for several senders of a program. All clients of a connection
 * are used by one thread.
 */
public final class ExchangeConnection implements AutoCloseable {
    private final CommandLog log;
    private final FanOutFeed feed;

    private ExchangeConnection(CommandLog log, EventFeed feed) {
        this.log = log;
        this.feed = new FanOutFeed(feed);
    }

    /**
     * A connection that reads events after a given one; it connects when a client is polled.
     *
     * @param afterSequence last event that need not be read, 0 to read all
     */
    public static ExchangeConnection open(AeronEndpoint endpoint, long afterSequence) {
        AeronLink link = new AeronLink(endpoint);
        return new ExchangeConnection(new AeronCommandLog(link), AeronExchangeClient.feed(link, afterSequence));
    }

    /** A client for a sender; see {@link AeronExchangeClient#connect}. Make all clients before the first is polled. */
    public ExchangeClient client(int senderId, int epoch) {
        return client(senderId, epoch, null);
    }

    /** The same for a sender that signs its commands with this key. */
    public ExchangeClient client(int senderId, int epoch, SigningKey key) {
        return new SequencedClient(senderId, epoch, key, new Shared(), feed.view());
    }

    /** Closes the connection; its clients first. */
    @Override
    public void close() {
        CloseHelper.closeAll(log, feed);
    }

    /** The log, which a client's end does not close. */
    private final class Shared implements CommandLog {
        @Override
        public boolean offer(DirectBuffer buffer, int offset, int length) {
            return log.offer(buffer, offset, length);
        }

        @Override
        public int poll() {
            return log.poll();
        }

        @Override
        public long term() {
            return log.term();
        }
    }
}
