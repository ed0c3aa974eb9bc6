package org.calx.cluster;

import java.util.function.LongSupplier;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.calx.api.client.CommandLog;
import org.calx.api.client.EventFeed;
import org.calx.api.client.ExchangeClient;
import org.calx.api.client.SequencedClient;
import org.calx.api.client.SigningKey;
import org.calx.api.wire.EventDecoder;
import org.calx.core.engine.Exchange;

/**
 * The whole road of a command without a replicated log: encoded, decoded, carried out at once on the caller's thread,
 * its events encoded and kept in memory for every feed. For tests and trials: nothing survives the process and the
 * stream is never shortened. Thread-safe; commands are carried out one after the other in the order of their offers.
 */
public final class InProcessExchange implements CommandLog {
    private final EventMemory memory = new EventMemory();
    private final EventEncoder events = new EventEncoder(memory, EventDecoder.MAX_BATCH_LENGTH);
    private final Exchange exchange = new Exchange(events);
    private final CommandDecoder decoder = new CommandDecoder(exchange);
    private final LongSupplier clockNs;

    /** An exchange whose log time is the system's. */
    public InProcessExchange() {
        this(SystemEpochNanoClock.INSTANCE::nanoTime);
    }

    /** An exchange with this log time, nanoseconds since 1970-01-01. */
    public InProcessExchange(LongSupplier clockNs) {
        this.clockNs = clockNs;
    }

    @Override
    public synchronized boolean offer(DirectBuffer buffer, int offset, int length) {
        decoder.onCommand(clockNs.getAsLong(), buffer, offset, length);
        return true;
    }

    /** A feed of the events after this number. */
    public EventFeed feed(long afterSequence) {
        return memory.feed(afterSequence);
    }

    /** A client that reads all events from the first. */
    public ExchangeClient client(int senderId, int epoch) {
        return client(senderId, epoch, null);
    }

    /** The same for a sender that signs its commands with this key. */
    public ExchangeClient client(int senderId, int epoch, SigningKey key) {
        return new SequencedClient(senderId, epoch, key, this, feed(0));
    }

    /** Number of the last event. */
    public synchronized long lastEventSequence() {
        return events.sequence();
    }

    /** Messages that were not well-formed commands. */
    public synchronized long ignored() {
        return decoder.ignored();
    }

    /** Digest of the exchange's state. */
    public synchronized long stateDigest() {
        return exchange.stateDigest();
    }
}
