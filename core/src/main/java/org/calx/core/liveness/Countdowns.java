package org.calx.core.liveness;

import org.calx.core.liveness.Deadline.Kind;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;

/** The countdowns of the accounts: an account's orders are cancelled unless it sets its countdown again in time. */
public final class Countdowns {
    private final Deadlines deadlines;
    private final long[] durationNs;
    private final long[] dueNs;

    /** Countdowns of accounts up to this id, none of them set. */
    public Countdowns(int maxAccounts, Deadlines deadlines) {
        this.deadlines = deadlines;
        durationNs = new long[maxAccounts + 1];
        dueNs = new long[maxAccounts + 1];
    }

    /** Begins an account's countdown, or ends it if the duration is 0. */
    public void set(int accountId, long newDurationNs, long nowNs) {
        move(accountId, newDurationNs == 0 ? 0 : nowNs + newDurationNs);
        durationNs[accountId] = newDurationNs;
    }

    /** Lets every countdown begin anew, none ending earlier than before. */
    public void restartPeriods(long nowNs) {
        for (int accountId = 1; accountId < dueNs.length; accountId++) {
            if (dueNs[accountId] != 0) {
                move(accountId, Math.max(dueNs[accountId], nowNs + durationNs[accountId]));
            }
        }
    }

    /** How long the account's countdown is, 0 if none runs. */
    public long durationNs(int accountId) {
        return durationNs[accountId];
    }

    /** Log time at which it has run down, 0 if none runs. */
    public long dueNs(int accountId) {
        return dueNs[accountId];
    }

    private void move(int accountId, long newDueNs) {
        deadlines.move(Kind.COUNTDOWN, accountId, deadline(dueNs[accountId]), deadline(newDueNs));
        dueNs[accountId] = newDueNs;
    }

    private static long deadline(long dueNs) {
        return dueNs == 0 ? Deadlines.NEVER : dueNs;
    }

    /** Writes those that run. */
    public void writeTo(SnapshotWriter writer) {
        writer.section("countdowns");
        int running = 0;
        for (long due : dueNs) {
            running += due == 0 ? 0 : 1;
        }
        writer.writeInt(running);
        for (int accountId = 1; accountId < dueNs.length; accountId++) {
            if (dueNs[accountId] != 0) {
                writer.writeInt(accountId);
                writer.writeLong(durationNs[accountId]);
                writer.writeLong(dueNs[accountId]);
            }
        }
    }

    /** Reads them; none runs yet. */
    public void readFrom(SnapshotReader reader) {
        reader.section("countdowns");
        int running = reader.readInt();
        for (int i = 0; i < running; i++) {
            int accountId = reader.readInt();
            durationNs[accountId] = reader.readLong();
            move(accountId, reader.readLong());
        }
    }
}
