package org.calx.core.liveness;

import java.util.Arrays;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;

/** With which grace connections that sign in for an account begin a session by themselves, if they do. */
public final class Defaults {
    /** Connections begin none. */
    public static final long NONE = -1;

    private final long[] graceNs;

    /** Defaults of accounts up to this id: {@link #NONE} for all. */
    public Defaults(int maxAccounts) {
        graceNs = new long[maxAccounts + 1];
        Arrays.fill(graceNs, NONE);
    }

    /** Sets an account's default, a grace or {@link #NONE}. */
    public void set(int accountId, long newGraceNs) {
        graceNs[accountId] = newGraceNs;
    }

    /** The account's default, or {@link #NONE}. */
    public long graceNs(int accountId) {
        return graceNs[accountId];
    }

    /** Writes those that are set. */
    public void writeTo(SnapshotWriter writer) {
        writer.section("sessionDefaults");
        int set = 0;
        for (long grace : graceNs) {
            set += grace == NONE ? 0 : 1;
        }
        writer.writeInt(set);
        for (int accountId = 1; accountId < graceNs.length; accountId++) {
            if (graceNs[accountId] != NONE) {
                writer.writeInt(accountId);
                writer.writeLong(graceNs[accountId]);
            }
        }
    }

    /** Reads them; none is set yet. */
    public void readFrom(SnapshotReader reader) {
        reader.section("sessionDefaults");
        int set = reader.readInt();
        for (int i = 0; i < set; i++) {
            graceNs[reader.readInt()] = reader.readLong();
        }
    }
}
