package org.calx.bench.core;

/** A bounded ring of longs, of which the oldest are overwritten, and a count of the events put into it. */
abstract class LongRing {
    private static final int CAPACITY = 1 << 13;

    private final long[] ring = new long[CAPACITY];
    private int position;
    private long events;

    /** Events told. */
    public final long events() {
        return events;
    }

    /** Puts the time that the next events have. */
    final void time(long timestampNs) {
        ring[claim(1)] = timestampNs;
    }

    /** Begins an event: its kind, then so many longs in one piece, as an encoder claims a message. @return its offset */
    final int event(int kind, int longs) {
        events++;
        int at = claim(longs + 1);
        ring[at] = kind;
        return at;
    }

    private int claim(int longs) {
        int at = position + longs > CAPACITY ? 0 : position;
        position = at + longs;
        return at;
    }

    final void put(int at, long value) {
        ring[at] = value;
    }

    final void put(int at, long first, long second, long third, long fourth) {
        long[] to = ring;
        to[at] = first;
        to[at + 1] = second;
        to[at + 2] = third;
        to[at + 3] = fourth;
    }
}
