package org.calx.cluster;

import org.agrona.DirectBuffer;
import org.calx.api.wire.EventDecoder;
import org.calx.core.clearing.Backlog;
import org.calx.core.engine.Exchange;
import org.calx.core.engine.MarginVisitor;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.ParameterSet;
import org.calx.model.RejectReason;

/**
 * The exchange between a log and a stream, whatever carries the two: messages of the log go to the decoder, events to a
 * sink, state to and from snapshots. It holds no business state of its own, waits for nothing and knows no clock.
 *
 * <p>One thread calls it. Whatever it throws is a broken invariant, and it must not be used again.
 */
public final class ReplicatedExchange {
    private static final String FORMAT = "calx exchange 1";

    private final EventEncoder events;
    private final Exchange exchange;
    private final CommandDecoder decoder;

    /** An exchange whose venue has not been opened and whose stream begins with event 1. */
    public ReplicatedExchange(EventSink sink) {
        this(sink, Backlog.STEP);
    }

    /** The same that counts so many positions and orders anew in one command or step: all replicas of a log alike. */
    public ReplicatedExchange(EventSink sink, int step) {
        events = new EventEncoder(sink, EventDecoder.MAX_BATCH_LENGTH);
        exchange = new Exchange(events, step);
        decoder = new CommandDecoder(exchange);
    }

    /** Carries out the next message of the log, taken by it at this time. */
    public void onMessage(long timestampNs, DirectBuffer buffer, int offset, int length) {
        decoder.onCommand(timestampNs, buffer, offset, length);
    }

    /** The log's timer has fired at this time. */
    public void onTimer(long timestampNs) {
        exchange.onTimer(timestampNs);
    }

    /** The log has a new leader since this time. */
    public void onNewLeader(long timestampNs) {
        exchange.onNewLeader(timestampNs);
    }

    /** Log time at which {@link #onTimer} is wanted next, {@link Long#MAX_VALUE} for never. */
    public long nextTimerNs() {
        return exchange.nextTimerNs();
    }

    /** Writes everything that shapes later events, their numbers too. */
    public void writeTo(SnapshotWriter snapshot) {
        snapshot.section(FORMAT);
        snapshot.writeLong(events.sequence());
        exchange.writeTo(snapshot);
        snapshot.section("end");
    }

    /**
     * Reads a snapshot into this exchange, which has carried out nothing yet.
     *
     * @return number of the last event before the snapshot
     */
    public long readFrom(SnapshotReader snapshot) {
        snapshot.section(FORMAT);
        long lastSequence = snapshot.readLong();
        events.restore(lastSequence);
        exchange.readFrom(snapshot);
        snapshot.section("end");
        return lastSequence;
    }

    /**
     * Tells the whole state as the rows of one state image, beside the log: for an exchange that is only looked at and will
     * carry out nothing more.
     */
    public void tellState() {
        exchange.tellState();
        events.flush();
    }

    /** Tells margins before and after a set of parameters, beside the log: see {@link Exchange#preview}. */
    RejectReason preview(ParameterSet set, MarginVisitor before, MarginVisitor after) {
        return exchange.preview(set, before, after);
    }

    /** Number of the last event, 0 before the first. */
    public long lastEventSequence() {
        return events.sequence();
    }

    /** Digest of the whole state: equal on every replica after the same message. */
    public long stateDigest() {
        return exchange.stateDigest();
    }

    /** Checks every invariant of the whole state. @throws IllegalStateException if one is broken */
    public long audit() {
        return exchange.audit();
    }

    /** What an operator is told of it. */
    NodeState state() {
        return new NodeState(
                events.sequence(),
                exchange.stateDigest(),
                decoder.ignored(),
                exchange.invariantsChecked(),
                exchange.protocolVersion().number(),
                exchange.retainedAfter());
    }
}
