package org.calx.cluster;

/**
 * What pruning keeps.
 *
 * @param snapshots the newest snapshots that stay, with the log from the oldest of them on; from 1
 * @param eventBytes the newest bytes of recorded events that stay, from 0
 */
public record Retention(int snapshots, long eventBytes) {
    /** Keeps everything: nothing is pruned by itself. */
    public static final Retention EVERYTHING = new Retention(Integer.MAX_VALUE, Long.MAX_VALUE);

    /** Three snapshots and 4 GiB of events. */
    public static final Retention DEFAULT = new Retention(3, 4L << 30);

    /** @throws IllegalArgumentException if a value is outside its range */
    public Retention {
        if (snapshots < 1 || eventBytes < 0) {
            throw new IllegalArgumentException("a snapshot at least, and no less than no events: " + snapshots
                    + " snapshots, " + eventBytes + " bytes of events");
        }
    }

    /** Whether nothing is ever pruned. */
    public boolean isEverything() {
        return equals(EVERYTHING);
    }
}
