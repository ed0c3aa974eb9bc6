package org.calx.api.client;

import io.aeron.ChannelUri;
import io.aeron.CommonContext;
import io.aeron.Subscription;
import io.aeron.archive.client.AeronArchive;
import io.aeron.logbuffer.FragmentHandler;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.calx.api.wire.EventDecoder;

/**
 * The recording of the event stream in an archive, found again by event number.
 *
 * <p>It needs no index: a term of the stream begins with a whole batch, so the terms are searched by the number of their
 * first event, and at most one term is read through.
 *
 * @param recordingId the archive's id
 * @param startPosition where the recording begins
 * @param stopPosition where it ends, or {@link AeronArchive#NULL_POSITION} while it is being recorded
 * @param initialTermId the stream's first term id
 * @param termLength length of a term in bytes
 */
public record EventRecording(
        long recordingId, long startPosition, long stopPosition, int initialTermId, int termLength) {
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(10);
    private static final int FRAGMENTS_PER_POLL = 64;

    /** The end of what is recorded. @param lastSequence last event of the last whole command, 0 if there is none */
    public record End(long lastSequence, long position) {}

    /**
     * Reads the recording from a position on, and goes on for as long as it is recorded.
     *
     * @param channel where the copy comes: {@link EventStream#REPLAY_CHANNEL} beside the archive, else a UDP channel of the
     *     reader's own with port 0
     */
    Subscription follow(AeronArchive archive, long position, String channel) {
        return replay(archive, position, AeronArchive.NULL_LENGTH, channel);
    }

    /** The archive's newest recording of the event stream, or null if there is none. */
    public static EventRecording find(AeronArchive archive) {
        EventRecording[] found = new EventRecording[1];
        archive.listRecordingsForUri(
                0,
                Integer.MAX_VALUE,
                "aeron:ipc",
                EventStream.STREAM_ID,
                ArchiveEntry.to(entry -> found[0] = new EventRecording(
                        entry.recordingId(),
                        entry.startPosition(),
                        entry.stopPosition(),
                        entry.initialTermId(),
                        entry.termLength())));
        return found[0];
    }

    /**
     * A position from which a replay has the event of this number, and at most a term of events before it.
     *
     * @param channel where copies of parts of the recording come, see {@link #follow}
     * @param idle called while waiting for the archive
     * @throws EventsMissingException if the recording begins after this event
     */
    public long positionOf(long sequence, AeronArchive archive, String channel, Runnable idle) {
        long end = archive.getMaxRecordedPosition(recordingId);
        long term = termBase(end);
        while (term > startPosition && firstSequence(archive, term, end, channel, idle) > sequence) {
            term -= termLength;
        }
        long position = Math.max(term, startPosition);
        long first = firstSequence(archive, position, end, channel, idle);
        if (first > sequence && first != Long.MAX_VALUE) {
            throw new EventsMissingException("event " + sequence + " is not recorded here; the first is " + first);
        }
        return position;
    }

    /**
     * Number of the first event that is recorded, above 1 once the recording has been pruned; 1 if there is none yet.
     *
     * @param channel where copies of parts of the recording come, see {@link #follow}
     * @param idle called while waiting for the archive
     */
    public long firstSequence(AeronArchive archive, String channel, Runnable idle) {
        long first = firstSequence(archive, startPosition, archive.getMaxRecordedPosition(recordingId), channel, idle);
        return first == Long.MAX_VALUE ? 1 : first;
    }

    /**
     * The position behind the event of this number, which is the last of its command; where the recording begins for 0.
     *
     * @param channel where copies of parts of the recording come, see {@link #follow}
     * @param idle called while waiting for the archive
     */
    public long endOf(long sequence, AeronArchive archive, String channel, Runnable idle) {
        if (sequence == 0) {
            return startPosition;
        }
        EventDecoder decoder = new EventDecoder();
        long from = positionOf(sequence, archive, channel, idle);
        long[] end = {from};
        FragmentHandler handler = (buffer, offset, length, header) -> {
            if (decoder.lastSequence(buffer, offset, length) <= sequence) {
                end[0] = header.position();
            }
        };
        read(archive, from, archive.getMaxRecordedPosition(recordingId), channel, idle, handler, () -> false);
        return end[0];
    }

    /** The number of the last event recorded so far, 0 if there is none. */
    long lastSequence(AeronArchive archive, String channel, Runnable idle) {
        EventDecoder decoder = new EventDecoder();
        long end = archive.getMaxRecordedPosition(recordingId);
        long[] last = {0};
        FragmentHandler handler =
                (buffer, offset, length, header) -> last[0] = decoder.lastSequence(buffer, offset, length);
        for (long term = termBase(end); last[0] == 0 && term + termLength > startPosition; term -= termLength) {
            read(archive, Math.max(term, startPosition), end, channel, idle, handler, () -> false);
        }
        return last[0];
    }

    /**
     * Finds the last whole command of a stopped recording; what follows it was torn off by the end of the process.
     *
     * @param idle called while waiting for the archive
     */
    public End end(AeronArchive archive, Runnable idle) {
        LastWholeCommand last = new LastWholeCommand(startPosition);
        for (long term = termBase(stopPosition);
                last.lastSequence() == 0 && term + termLength > startPosition;
                term -= termLength) {
            FragmentHandler handler = (buffer, offset, length, header) -> {
                last.onBatch(buffer, offset, length, header.position());
            };
            read(
                    archive,
                    Math.max(term, startPosition),
                    stopPosition,
                    EventStream.REPLAY_CHANNEL,
                    idle,
                    handler,
                    () -> false);
        }
        return new End(last.lastSequence(), last.position());
    }

    private long termBase(long position) {
        return position - Long.remainderUnsigned(position, termLength);
    }

    private long firstSequence(AeronArchive archive, long from, long end, String channel, Runnable idle) {
        EventDecoder decoder = new EventDecoder();
        long[] first = {Long.MAX_VALUE};
        FragmentHandler handler = (buffer, offset, length, header) ->
                first[0] = Math.min(first[0], decoder.firstSequence(buffer, offset, length));
        read(archive, from, end, channel, idle, handler, () -> first[0] != Long.MAX_VALUE);
        return first[0];
    }

    private void read(
            AeronArchive archive,
            long from,
            long to,
            String channel,
            Runnable idle,
            FragmentHandler handler,
            BooleanSupplier enough) {
        if (to <= from) {
            return;
        }
        try (Subscription replay = replay(archive, from, to - from, channel)) {
            long[] position = {from};
            long deadlineNs = System.nanoTime() + PATIENCE_NS;
            FragmentHandler tracking = (buffer, offset, length, header) -> {
                position[0] = header.position();
                handler.onFragment(buffer, offset, length, header);
            };
            while (position[0] < to && !enough.getAsBoolean()) {
                if (replay.poll(tracking, FRAGMENTS_PER_POLL) > 0) {
                    deadlineNs = System.nanoTime() + PATIENCE_NS;
                } else if (System.nanoTime() - deadlineNs > 0) {
                    throw new IllegalStateException(
                            "the archive replayed to " + position[0] + " of " + to + " and went silent");
                } else {
                    position[0] = Math.max(position[0], reached(replay, from));
                    idle.run();
                }
            }
        }
    }

    private Subscription replay(AeronArchive archive, long from, long length, String channel) {
        ChannelUri uri = ChannelUri.parse(channel);
        if (!uri.isUdp()) {
            return archive.replay(recordingId, from, length, channel, EventStream.REPLAY_STREAM_ID);
        }
        Subscription subscription = archive.context().aeron().addSubscription(channel, EventStream.REPLAY_STREAM_ID);
        try {
            uri.put(CommonContext.ENDPOINT_PARAM_NAME, resolved(subscription));
            archive.startReplay(recordingId, from, length, uri.toString(), EventStream.REPLAY_STREAM_ID);
            return subscription;
        } catch (RuntimeException e) {
            subscription.close();
            throw e;
        }
    }

    /** The subscription's own address, with the port that it was given. */
    private static String resolved(Subscription subscription) {
        long deadlineNs = System.nanoTime() + PATIENCE_NS;
        String endpoint = subscription.resolvedEndpoint();
        while (endpoint == null) {
            if (System.nanoTime() - deadlineNs > 0) {
                throw new IllegalStateException("no address for the copy of the event stream");
            }
            Thread.yield();
            endpoint = subscription.resolvedEndpoint();
        }
        return endpoint;
    }

    /** How far a replay has come: padding at a term's end moves it without a fragment. */
    private static long reached(Subscription replay, long from) {
        return replay.imageCount() > 0 ? replay.imageAtIndex(0).position() : from;
    }
}
