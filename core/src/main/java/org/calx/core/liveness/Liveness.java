package org.calx.core.liveness;

import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;

/** Everything that is known of whether clients are there, and the deadlines of all of it. */
public final class Liveness {
    private final Deadlines deadlines = new Deadlines();
    private final Sessions sessions = new Sessions(deadlines);
    private final Countdowns countdowns;
    private final Defaults defaults;
    private final Cancellations cancellations = new Cancellations();

    /** Nothing is known of accounts up to this id. */
    public Liveness(int maxAccounts) {
        countdowns = new Countdowns(maxAccounts, deadlines);
        defaults = new Defaults(maxAccounts);
    }

    /** Sessions and whether their clients are there. */
    public Sessions sessions() {
        return sessions;
    }

    /** What accounts must set again and again. */
    public Countdowns countdowns() {
        return countdowns;
    }

    /** Which connections begin a session by themselves. */
    public Defaults defaults() {
        return defaults;
    }

    /** What has begun and is not finished. */
    public Cancellations cancellations() {
        return cancellations;
    }

    /** The next deadline if it is due, else null. */
    public Deadline due(long nowNs) {
        return deadlines.due(nowNs);
    }

    /**
     * Everybody counts as heard at this moment: nobody could be heard while the log had no leader, and that is not their
     * fault.
     */
    public void restartPeriods(long nowNs) {
        sessions.restartPeriods(nowNs);
        countdowns.restartPeriods(nowNs);
    }

    /** Log time from which there is something to do; in the past if it has begun. */
    public long nextNs() {
        return cancellations.first() != null ? Long.MIN_VALUE : deadlines.nextNs();
    }

    /** Writes all of it. */
    public void writeTo(SnapshotWriter writer) {
        sessions.writeTo(writer);
        countdowns.writeTo(writer);
        defaults.writeTo(writer);
        cancellations.writeTo(writer);
    }

    /** Reads it; nothing is known yet. */
    public void readFrom(SnapshotReader reader) {
        sessions.readFrom(reader);
        countdowns.readFrom(reader);
        defaults.readFrom(reader);
        cancellations.readFrom(reader);
    }
}
