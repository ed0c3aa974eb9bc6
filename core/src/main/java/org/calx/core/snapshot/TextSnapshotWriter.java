package org.calx.core.snapshot;

/** Writes a snapshot as lines of text, one value each, for tests and for comparing two states with {@code diff}. */
public final class TextSnapshotWriter implements SnapshotWriter {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void writeInt(int value) {
        text.append(value).append('\n');
    }

    @Override
    public void writeLong(long value) {
        text.append(value).append('\n');
    }

    /** Writes text on its own line. @throws IllegalArgumentException if it has a line break */
    @Override
    public void writeText(String value) {
        if (value.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("text with a line break: " + value);
        }
        text.append('"').append(value).append('\n');
    }

    @Override
    public void section(String name) {
        text.append('[').append(name).append("]\n");
    }

    /** What has been written. */
    public String text() {
        return text.toString();
    }
}
