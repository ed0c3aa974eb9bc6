package org.calx.acceptance.simulator.log;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.calx.acceptance.simulator.tally.Count;
import org.calx.acceptance.simulator.tally.Tally;
import org.calx.acceptance.simulator.world.Frames;
import org.calx.acceptance.simulator.world.SimulatedFile;

/** A member's log, in memory and in its file. Indexes begin with 1. */
final class LogStore {
    private static final int PREFIX_BYTES = 2 * Long.BYTES;

    private final SimulatedFile file;
    private final Frames frames;
    private final List<LogEntry> entries = new ArrayList<>();
    private int[] endPositions = new int[1 << 10];
    private byte[] frame = new byte[256];

    /** Reads what is whole of a file and cuts the rest off. */
    LogStore(SimulatedFile file, Tally tally) {
        this.file = file;
        frames = new Frames(file);
        int end = frames.read((bytes, offset, length, endPosition) -> {
            ByteBuffer view = ByteBuffer.wrap(bytes, offset, length);
            long term = view.getLong();
            long timestampNs = view.getLong();
            byte[] payload = new byte[view.remaining()];
            view.get(payload);
            remember(new LogEntry(term, timestampNs, payload), endPosition);
        });
        tally.add(Count.DAMAGED_LOGS, end < file.length() ? 1 : 0);
        file.truncate(end);
    }

    long lastIndex() {
        return entries.size();
    }

    /** The term of an entry, 0 for index 0. */
    long term(long index) {
        return index == 0 ? 0 : entries.get((int) index - 1).term();
    }

    LogEntry entry(long index) {
        return entries.get((int) index - 1);
    }

    /** A copy of the entries after an index, so many at most. */
    List<LogEntry> after(long index, int most) {
        int from = (int) index;
        return List.copyOf(entries.subList(from, Math.min(entries.size(), from + most)));
    }

    void append(LogEntry entry) {
        int length = PREFIX_BYTES + entry.payload().length;
        if (length > frame.length) {
            frame = new byte[2 * length];
        }
        ByteBuffer view = ByteBuffer.wrap(frame);
        view.putLong(entry.term());
        view.putLong(entry.timestampNs());
        view.put(entry.payload());
        remember(entry, frames.append(frame, length));
    }

    /** Cuts everything after an index off. */
    void truncateAfter(long index) {
        entries.subList((int) index, entries.size()).clear();
        file.truncate(index == 0 ? 0 : endPositions[(int) index]);
    }

    void sync() {
        file.sync();
    }

    private void remember(LogEntry entry, int endPosition) {
        entries.add(entry);
        int index = entries.size();
        if (index == endPositions.length) {
            endPositions = Arrays.copyOf(endPositions, 2 * index);
        }
        endPositions[index] = endPosition;
    }
}
