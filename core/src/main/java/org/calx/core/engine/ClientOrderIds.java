package org.calx.core.engine;

import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;

/**
 * One account's last client order ids, with the order that each made: a ring in order of arrival, and chains through it
 * of ids that share a hash. A new id beyond the capacity forgets the oldest.
 *
 * <p>A link names an id by its number in order of arrival, modulo four times the capacity. A chain leads from newer ids
 * to older ones and ends where it leads out of the ring or no further back, so forgetting is no work. What a chain leads
 * to has its id compared: a link left over from long ago can cost a step and never a wrong answer.
 *
 * <p>The head of a chain has in the bits above a mark for each id in it, at a place that the id's hash chooses. A new id
 * mostly finds its mark missing and is known to be new by that one look, the branch on which is easily foreseen; whether
 * a chain is empty is not.
 */
final class ClientOrderIds {
    /** The id is not remembered. */
    static final int NONE = -1;

    private static final int STRIDE_BITS = 2;
    private static final int HIGH = 0;
    private static final int LOW = 1;
    private static final int PAYLOAD = 2;
    private static final int ORDER_ID = 3;

    private final int capacity;
    private final int mask;
    private final int chainShift;
    private final int numberMask;
    private final int marks;
    private final long[] ring;
    private final int[] older;
    private final int[] newest;
    private long count;

    /** @param capacity a power of two */
    ClientOrderIds(int capacity) {
        this.capacity = capacity;
        mask = capacity - 1;
        ring = new long[capacity << STRIDE_BITS];
        older = new int[capacity];
        newest = new int[capacity];
        chainShift = Integer.numberOfLeadingZeros(newest.length) + 1;
        numberMask = (capacity << 2) - 1;
        marks = Integer.numberOfLeadingZeros(numberMask);
    }

    /** Where the id is remembered, or {@link #NONE}. */
    int find(long high, long low) {
        long hash = hash(high, low);
        int link = newest[chain(hash)];
        if ((link & mark(hash)) == 0) {
            return NONE;
        }
        int ahead = 0;
        int behind = behind(link);
        while (behind > ahead && behind <= capacity) {
            int place = link & mask;
            if (isAt(place, high, low)) {
                return place;
            }
            link = older[place];
            ahead = behind;
            behind = behind(link);
        }
        return NONE;
    }

    private int behind(int link) {
        return (int) count - link & numberMask;
    }

    private boolean isAt(int place, long high, long low) {
        int field = place << STRIDE_BITS;
        return ring[field + LOW] == low && ring[field + HIGH] == high;
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
        int place = (int) count & mask;
        int field = place << STRIDE_BITS;
        ring[field + HIGH] = high;
        ring[field + LOW] = low;
        ring[field + PAYLOAD] = payload;
        ring[field + ORDER_ID] = orderId;
        long hash = hash(high, low);
        int chain = chain(hash);
        int link = newest[chain];
        int behind = behind(link);
        int others = behind > 0 && behind <= capacity ? link & ~numberMask : 0;
        older[place] = link;
        newest[chain] = others | mark(hash) | (int) count & numberMask;
        count++;
    }

    private static long hash(long high, long low) {
        return (high * 0x9E3779B97F4A7C15L ^ low) * 0xC2B2AE3D27D4EB4FL;
    }

    /** The upper half of the hash chooses the chain, the lower half the mark. */
    private int chain(long hash) {
        return (int) (hash >>> 32 >>> chainShift);
    }

    /** One of the bits above the number. */
    private int mark(long hash) {
        return Integer.MIN_VALUE >>> (((hash & 0xFFFF_FFFFL) * marks) >>> 32);
    }

    void writeTo(SnapshotWriter writer) {
        writer.writeLong(count);
        for (long i = Math.max(0, count - capacity); i < count; i++) {
            int field = ((int) i & mask) << STRIDE_BITS;
            for (int column = HIGH; column <= ORDER_ID; column++) {
                writer.writeLong(ring[field + column]);
            }
        }
    }

    void readFrom(SnapshotReader reader) {
        long total = reader.readLong();
        count = Math.max(0, total - capacity);
        while (count < total) {
            remember(reader.readLong(), reader.readLong(), reader.readLong(), reader.readLong());
        }
    }
}
