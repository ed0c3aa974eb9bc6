package org.calx.core.snapshot;

/** Where the exchange's state is read from, in the order in which {@link SnapshotWriter} wrote it. */
public interface SnapshotReader {

    /** Reads 32 bits. */
    int readInt();

    /** Reads 64 bits. */
    long readLong();

    /** Reads text. */
    String readText();

    /** Expects this mark. @throws IllegalStateException if something else stands here */
    void section(String name);
}
