package org.calx.acceptance.simulator.member;

import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.calx.acceptance.simulator.tally.Count;
import org.calx.acceptance.simulator.tally.Tally;
import org.calx.acceptance.simulator.world.Frames;
import org.calx.acceptance.simulator.world.SimulatedFile;
import org.calx.api.client.LastWholeCommand;
import org.calx.api.wire.EventDecoder;
import org.calx.cluster.EventSink;
import org.calx.cluster.RecordedSequence;

/**
 * A member's recorded event stream in a file. When it is opened again, what was torn off after its last whole command is
 * cut, and events that the log makes again are dropped: both by the exchange's own code.
 */
public class Recording implements EventSink {
    private final SimulatedFile file;
    private final Frames frames;
    private final Tally tally;
    private RecordedSequence recorded = new RecordedSequence(0);
    private byte[] batch = new byte[2_048];
    private long[] lastSequences = new long[1 << 10];
    private int[] positions = new int[1 << 10];
    private int batches;

    /** The recording in a file, to be {@link #open opened}. */
    public Recording(SimulatedFile file, Tally tally) {
        this.file = file;
        this.tally = tally;
        frames = new Frames(file);
    }

    /** Goes on where the file ends, without what was torn off after the last whole command. */
    final Recording open() {
        UnsafeBuffer view = new UnsafeBuffer(0, 0);
        EventDecoder decoder = new EventDecoder();
        LastWholeCommand last = new LastWholeCommand(0);
        int end = frames.read((bytes, offset, length, endPosition) -> {
            view.wrap(bytes, offset, length);
            last.onBatch(view, 0, length, endPosition);
            remember(decoder.lastSequence(view, 0, length), offset - Frames.HEADER_BYTES);
        });
        int whole = endOfWhole(last, end);
        tally.add(Count.TORN_COMMANDS, whole < file.length() ? 1 : 0);
        file.truncate(whole);
        while (batches > 0 && positions[batches - 1] >= whole) {
            batches--;
        }
        recorded = new RecordedSequence(recordedUpTo(last));
        return this;
    }

    /** Where the recording is cut. @param endOfFrames where the last undamaged frame ends */
    protected int endOfWhole(LastWholeCommand last, int endOfFrames) {
        return (int) last.position();
    }

    /** The last event that the recording is taken to hold. */
    protected long recordedUpTo(LastWholeCommand last) {
        return last.lastSequence();
    }

    @Override
    public void onBatch(DirectBuffer buffer, int length, long firstSequence, long lastSequence) {
        if (!recorded.isNew(firstSequence, lastSequence)) {
            tally.add(Count.REPEATS_DROPPED);
            return;
        }
        buffer.getBytes(0, batch, 0, length);
        remember(lastSequence, file.length());
        frames.append(batch, length);
        recorded.recorded(lastSequence);
    }

    /** The state goes on after this event. @throws IllegalStateException if the recording ends before it */
    public void resumeAfter(long sequence) {
        recorded.resumeAfter(sequence);
    }

    /** Puts what is recorded on the medium. */
    public void sync() {
        file.sync();
    }

    /** Number of the last event. */
    public long lastSequence() {
        return recorded.last();
    }

    /** The first batch whose last event is not before this one; {@link #batches()} if there is none yet. */
    public int batchOf(long sequence) {
        int found = Arrays.binarySearch(lastSequences, 0, batches, sequence);
        return found >= 0 ? found : -found - 1;
    }

    /** How many batches there are. */
    public int batches() {
        return batches;
    }

    /** Lays a buffer over a batch. */
    public void wrap(int index, UnsafeBuffer view) {
        view.wrap(file.bytes(), positions[index] + Frames.HEADER_BYTES, frames.lengthAt(positions[index]));
    }

    /** Whether two recordings are the same byte for byte. */
    public boolean hasSameBytes(Recording other) {
        return Arrays.equals(file.bytes(), 0, file.length(), other.file.bytes(), 0, other.file.length());
    }

    private void remember(long lastSequence, int position) {
        if (batches == positions.length) {
            lastSequences = Arrays.copyOf(lastSequences, 2 * batches);
            positions = Arrays.copyOf(positions, 2 * batches);
        }
        lastSequences[batches] = lastSequence;
        positions[batches++] = position;
    }
}
