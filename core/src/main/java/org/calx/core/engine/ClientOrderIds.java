package org.calx.core.engine;

import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;

/**
 * One account's last client order ids, with the order that each made: a ring in order of arrival, and an index of open
 * addressing in front of it. A new id beyond the capacity forgets the oldest. The index holds hashes beside places, so
 * that probing it does not touch the ring.
 */
final class ClientOrderIds {
    /** The id is not remembered. */
    static final int NONE = -1;

    private static final int STRIDE_BITS = 2;
    private static final int HIGH = 0;
    private static final int LOW = 1;
    private static final int PAYLOAD = 2;
    private static final int ORDER_ID = 3;

    private static final long EMPTY = 0;
    private static final long PLACE_MASK = 0xFFFF_FFFFL;

    private final int mask;
    private final int homeShift;
    private final long[] ring;
    private final long[] index;
    private long count;

    /** @param capacity a power of two */
    ClientOrderIds(int capacity) {
        mask = capacity - 1;
        ring = new long[capacity << STRIDE_BITS];
        index = new long[capacity << 1];
        homeShift = Integer.numberOfLeadingZeros(index.length) + 1;
    }

    /** Where the id is remembered, or {@link #NONE}. */
    int find(long high, long low) {
        int hash = hash(high, low);
        for (int at = home(hash); index[at] != EMPTY; at = next(at)) {
            if (hashIn(index[at]) == hash) {
                int place = placeIn(index[at]);
                int field = place << STRIDE_BITS;
                if (ring[field + HIGH] == high && ring[field + LOW] == low) {
                    return place;
                }
            }
        }
        return NONE;
    }

    /** The order that the id made. */
    long orderId(int place) {
        return ring[(place << STRIDE_BITS) + ORDER_ID];
    }

    /** Digest of the entry that the id came with: an equal one is the same order sent again. */
    long payload(int place) {
        return ring[(place << STRIDE_BITS) + PAYLOAD];
    }

    /** Remembers an id that {@link #find} does not know. */
    void remember(long high, long low, long payload, long orderId) {
        if (count > mask) {
            forget((int) count & mask);
        }
        put(high, low, payload, orderId);
    }

    private void put(long high, long low, long payload, long orderId) {
        int place = (int) count & mask;
        int field = place << STRIDE_BITS;
        count++;
        ring[field + HIGH] = high;
        ring[field + LOW] = low;
        ring[field + PAYLOAD] = payload;
        ring[field + ORDER_ID] = orderId;
        int hash = hash(high, low);
        int at = home(hash);
        while (index[at] != EMPTY) {
            at = next(at);
        }
        index[at] = (long) hash << 32 | place + 1L;
    }

    /** Takes a place out of the index and moves back what had to step over it. */
    private void forget(int place) {
        int field = place << STRIDE_BITS;
        int hole = home(hash(ring[field + HIGH], ring[field + LOW]));
        while (placeIn(index[hole]) != place) {
            hole = next(hole);
        }
        for (int at = next(hole); index[at] != EMPTY; at = next(at)) {
            if (!isBetween(hole, home(hashIn(index[at])), at)) {
                index[hole] = index[at];
                hole = at;
            }
        }
        index[hole] = EMPTY;
    }

    /** Whether {@code home} lies behind the hole and not behind {@code at}, going round. */
    private static boolean isBetween(int hole, int home, int at) {
        return hole <= at ? hole < home && home <= at : hole < home || home <= at;
    }

    private static int hash(long high, long low) {
        long mixed = (high * 0x9E3779B97F4A7C15L ^ low) * 0xC2B2AE3D27D4EB4FL;
        return (int) (mixed >>> 32);
    }

    private static int hashIn(long entry) {
        return (int) (entry >>> 32);
    }

    private static int placeIn(long entry) {
        return (int) (entry & PLACE_MASK) - 1;
    }

    private int home(int hash) {
        return hash >>> homeShift;
    }

    private int next(int at) {
        return at + 1 & index.length - 1;
    }

    void writeTo(SnapshotWriter writer) {
        writer.writeLong(count);
        for (long i = Math.max(0, count - mask - 1); i < count; i++) {
            int field = ((int) i & mask) << STRIDE_BITS;
            for (int column = HIGH; column <= ORDER_ID; column++) {
                writer.writeLong(ring[field + column]);
            }
        }
    }

    void readFrom(SnapshotReader reader) {
        long total = reader.readLong();
        count = Math.max(0, total - mask - 1);
        while (count < total) {
            put(reader.readLong(), reader.readLong(), reader.readLong(), reader.readLong());
        }
    }
}
