package org.calx.core.liveness;

import java.util.TreeSet;
import org.calx.core.liveness.Deadline.Kind;

/** All deadlines, the next first. Not part of a snapshot: what they are about knows when it is due. */
public final class Deadlines {
    /** Not due at any time. */
    public static final long NEVER = Long.MAX_VALUE;

    private final TreeSet<Deadline> ordered = new TreeSet<>();
    private long nextNs = NEVER;

    /** Moves a deadline from one moment to another; either may be {@link #NEVER}. */
    void move(Kind kind, long id, long fromNs, long toNs) {
        if (fromNs != NEVER) {
            ordered.remove(new Deadline(fromNs, kind, id));
        }
        if (toNs != NEVER) {
            ordered.add(new Deadline(toNs, kind, id));
        }
        nextNs = ordered.isEmpty() ? NEVER : ordered.first().dueNs();
    }

    /** Log time of the next deadline, or {@link #NEVER}. */
    public long nextNs() {
        return nextNs;
    }

    /** The next deadline if it is due, else null. */
    public Deadline due(long nowNs) {
        return nextNs <= nowNs ? ordered.first() : null;
    }
}
