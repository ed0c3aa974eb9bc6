package org.calx.core.clearing;

import java.util.ArrayList;
import java.util.List;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;

/** A snapshot in memory, read from its beginning. */
public final class SnapshotTape implements SnapshotWriter, SnapshotReader {
    private final List<Object> values = new ArrayList<>();
    private boolean reading;
    private int next;

    /** What was written. */
    public List<Object> values() {
        return values;
    }

    @Override
    public void writeInt(int value) {
        values.add(value);
    }

    @Override
    public void writeLong(long value) {
        values.add(value);
    }

    @Override
    public void writeText(String value) {
        values.add(value);
    }

    @Override
    public void section(String name) {
        if (!reading) {
            values.add(name);
        } else if (!values.get(next++).equals(name)) {
            throw new IllegalStateException("expected " + name + ", found " + values.get(next - 1));
        }
    }

    /** Turns from writing to reading from the beginning. */
    public SnapshotTape rewind() {
        reading = true;
        next = 0;
        return this;
    }

    /** Whether everything was read. */
    public boolean isAtEnd() {
        return next == values.size();
    }

    @Override
    public int readInt() {
        return (Integer) values.get(next++);
    }

    @Override
    public long readLong() {
        return (Long) values.get(next++);
    }

    @Override
    public String readText() {
        return (String) values.get(next++);
    }
}
