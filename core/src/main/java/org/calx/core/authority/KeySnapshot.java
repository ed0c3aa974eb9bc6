package org.calx.core.authority;

import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.PublicKey;

/** A public key in a snapshot. */
public final class KeySnapshot {
    private KeySnapshot() {}

    /** Writes it as four integers. */
    public static void write(SnapshotWriter writer, PublicKey key) {
        writer.writeLong(key.first());
        writer.writeLong(key.second());
        writer.writeLong(key.third());
        writer.writeLong(key.fourth());
    }

    /** Reads what {@link #write} wrote. */
    public static PublicKey read(SnapshotReader reader) {
        return new PublicKey(reader.readLong(), reader.readLong(), reader.readLong(), reader.readLong());
    }
}
