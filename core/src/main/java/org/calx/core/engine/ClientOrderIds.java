package org.calx.core.engine;

import java.util.Arrays;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;

/**
 * One account's last client order ids, with the order that each made: a ring in order of arrival, and an index of open
 * addressing in front of it. A new id beyond the capacity forgets the oldest.
 */
final class ClientOrderIds {
    /** The id is not remembered. */
    static final int NONE = -1;

    private final int mask;
    private final long[] highs;
    private final long[] lows;
    private final long[] payloads;
    private final long[] orderIds;
    private final int[] index;
    private long count;

    /** @param capacity a power of two */
    ClientOrderIds(int capacity) {
        mask = capacity - 1;
        highs = new long[capacity];
        lows = new long[capacity];
        payloads = new long[capacity];
        orderIds = new long[capacity];
        index = new int[capacity << 1];
        Arrays.fill(index, NONE);
    }

    /** Where the id is remembered, or {@link #NONE}. */
    int find(long high, long low) {
        for (int at = home(high, low); index[at] != NONE; at = next(at)) {
            int place = index[at];
            if (highs[place] == high && lows[place] == low) {
                return place;
            }
        }
        return NONE;
    }

    /** The order that the id made. */
    long orderId(int place) {
        return orderIds[place];
    }

    /** Digest of the entry that the id came with: an equal one is the same order sent again. */
    long payload(int place) {
        return payloads[place];
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
        count++;
        highs[place] = high;
        lows[place] = low;
        payloads[place] = payload;
        orderIds[place] = orderId;
        int at = home(high, low);
        while (index[at] != NONE) {
            at = next(at);
        }
        index[at] = place;
    }

    /** Takes a place out of the index and moves back what had to step over it. */
    private void forget(int place) {
        int hole = home(highs[place], lows[place]);
        while (index[hole] != place) {
            hole = next(hole);
        }
        int at = hole;
        while (true) {
            index[hole] = NONE;
            int moved;
            do {
                at = next(at);
                moved = index[at];
                if (moved == NONE) {
                    return;
                }
            } while (between(hole, home(highs[moved], lows[moved]), at));
            index[hole] = moved;
            hole = at;
        }
    }

    /** Whether {@code home} lies behind the hole and not behind {@code at}, going round. */
    private static boolean between(int hole, int home, int at) {
        return hole <= at ? hole < home && home <= at : hole < home || home <= at;
    }

    private int home(long high, long low) {
        long hash = (high * 0x9E3779B97F4A7C15L ^ low) * 0xC2B2AE3D27D4EB4FL;
        return (int) (hash >>> 32) & index.length - 1;
    }

    private int next(int at) {
        return at + 1 & index.length - 1;
    }

    void writeTo(SnapshotWriter writer) {
        writer.writeLong(count);
        for (long i = Math.max(0, count - mask - 1); i < count; i++) {
            int place = (int) i & mask;
            writer.writeLong(highs[place]);
            writer.writeLong(lows[place]);
            writer.writeLong(payloads[place]);
            writer.writeLong(orderIds[place]);
        }
    }

    void readFrom(SnapshotReader reader) {
        long total = reader.readLong();
        count = Math.max(0, total - mask - 1);
        while (count < total) {
            long high = reader.readLong();
            long low = reader.readLong();
            long payload = reader.readLong();
            put(high, low, payload, reader.readLong());
        }
    }
}
