package org.calx.margin;

import org.calx.model.MarginCharges;

/** What {@link SpreadCharges} computes: overwritten by each computation. */
public final class SpreadBox {
    /** Most buckets: tiers, delivery months in none, and the months of neither. */
    public static final int MAX_BUCKETS = MarginCharges.MAX_TIERS + MarginCharges.MAX_DELIVERIES + 1;

    final long[] low = new long[MAX_BUCKETS];
    final long[] high = new long[MAX_BUCKETS];
    final long[] consumed = new long[MAX_BUCKETS];
    long calendarMicros;
    long deliveryMicros;
    long netLow;
    long netHigh;

    /** The most that calendar spreads cost over all fills, micros. */
    public long calendarMicros() {
        return calendarMicros;
    }

    /** The most that deliveries cost over all fills, micros. */
    public long deliveryMicros() {
        return deliveryMicros;
    }

    /** The least delta that calendar spreads leave, signed, in units of {@link SpreadCharges#units}. */
    public long netLow() {
        return netLow;
    }

    /** The most. */
    public long netHigh() {
        return netHigh;
    }
}
