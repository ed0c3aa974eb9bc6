package org.calx.bench.core;

/** A bounded ring of longs, of which the oldest are overwritten, and a count of the events put into it. */
abstract class LongRing {
    private static final int CAPACITY = 1 << 13;
    private static final int MASK = CAPACITY - 1;

    private final long[] ring = new long[CAPACITY];
    private int position;
    private long events;

    /** Events told. */
    public final long events() {
        return events;
    }

    final void put(long value) {
        ring[position++ & MASK] = value;
    }

    /** Puts four values in one step, as an encoder writes a message from one claimed offset. */
    final void put(long first, long second, long third, long fourth) {
        long[] to = ring;
        int at = position;
        to[at & MASK] = first;
        to[at + 1 & MASK] = second;
        to[at + 2 & MASK] = third;
        to[at + 3 & MASK] = fourth;
        position = at + 4;
    }

    /** Begins an event. */
    final void kind(int kind) {
        events++;
        put(kind);
    }
}
