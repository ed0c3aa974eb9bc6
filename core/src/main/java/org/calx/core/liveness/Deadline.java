package org.calx.core.liveness;

import java.util.Comparator;

/**
 * Something that happens when the log's time reaches a moment, unless the moment is moved before.
 *
 * @param dueNs log time
 * @param kind what it is about
 * @param id of the sender's life, session or account
 */
public record Deadline(long dueNs, Kind kind, long id) implements Comparable<Deadline> {
    private static final Comparator<Deadline> ORDER = Comparator.comparingLong(Deadline::dueNs)
            .thenComparing(Deadline::kind)
            .thenComparingLong(Deadline::id);

    /** What a deadline is about; of those at the same moment the first comes first. */
    public enum Kind {
        /** A sender has been silent for too long. */
        SILENCE,
        /** A session is over. */
        SESSION,
        /** An account has not set its countdown again. */
        COUNTDOWN
    }

    @Override
    public int compareTo(Deadline other) {
        return ORDER.compare(this, other);
    }
}
