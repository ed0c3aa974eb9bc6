package org.calx.core.snapshot;

/** Where the exchange's state is written to: a file, a digest, a test. Values are read back in the same order. */
public interface SnapshotWriter {

    /** Writes 32 bits. */
    void writeInt(int value);

    /** Writes 64 bits. */
    void writeLong(long value);

    /** Writes text. */
    void writeText(String value);

    /** Writes a named mark that {@link SnapshotReader#section} checks, so that a torn or foreign snapshot is noticed. */
    void section(String name);
}
