package org.calx.core.snapshot;

/** Reads what {@link TextSnapshotWriter} wrote. */
public final class TextSnapshotReader implements SnapshotReader {
    private final String text;
    private int position;
    private int line;

    public TextSnapshotReader(String text) {
        this.text = text;
    }

    @Override
    public int readInt() {
        return Math.toIntExact(readLong());
    }

    @Override
    public long readLong() {
        String value = nextLine();
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalStateException("snapshot line " + line + ": expected a number, found " + value, e);
        }
    }

    @Override
    public String readText() {
        String value = nextLine();
        if (!value.startsWith("\"")) {
            throw new IllegalStateException("snapshot line " + line + ": expected text, found " + value);
        }
        return value.substring(1);
    }

    @Override
    public void section(String name) {
        String value = nextLine();
        if (!value.equals("[" + name + "]")) {
            throw new IllegalStateException("snapshot line " + line + ": expected [" + name + "], found " + value);
        }
    }

    private String nextLine() {
        int end = text.indexOf('\n', position);
        if (end < 0) {
            throw new IllegalStateException("snapshot ends at line " + line);
        }
        String value = text.substring(position, end);
        position = end + 1;
        line++;
        return value;
    }
}
