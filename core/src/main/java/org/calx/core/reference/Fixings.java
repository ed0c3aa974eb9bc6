package org.calx.core.reference;

import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.Fixing;
import org.calx.model.FixingStatus;
import org.calx.model.RejectReason;

/**
 * The recent fixings of each product's index: as many days as the longest contract period, kept in a ring by day.
 *
 * <p>A preliminary fixing may be replaced; a final one never. Days without a fixing are days without one: they are left
 * out of averages, not filled in.
 */
public final class Fixings {
    /** Days that are kept; a power of two that covers a quarter. */
    public static final int DAYS = 128;

    /** A fixing may be for a day at most this far after the market's business date: a weekend and its neighbours. */
    public static final int DAYS_AHEAD = 7;

    /** A fixing may be for a day at most this far before the market's business date. */
    public static final int DAYS_BEHIND = 100;

    private static final int MASK = DAYS - 1;
    private static final int EMPTY = Integer.MIN_VALUE;

    private final Fixing[][] rings = new Fixing[Products.CAPACITY + 1][];

    /** Why the fixing cannot be recorded, or {@link RejectReason#NONE}. */
    public RejectReason checkRecord(Fixing fixing, Products products, Markets markets) {
        int productId = fixing.productId();
        if (!products.exists(productId)) {
            return RejectReason.UNKNOWN_INDEX;
        }
        if (fixing.contributors() < 0 || !NumericBounds.isLotValue(fixing.priceMicros(), 1)) {
            return RejectReason.INVALID_PARAMETER;
        }
        int businessDay = markets.businessDay(products.spec(productId).marketId());
        if (!NumericBounds.isWithin(fixing.day(), businessDay - DAYS_BEHIND, businessDay + (long) DAYS_AHEAD)) {
            return RejectReason.WRONG_BUSINESS_DATE;
        }
        Fixing known = on(productId, fixing.day());
        return known != null && known.status() == FixingStatus.FINAL ? RejectReason.FIXING_FINAL : RejectReason.NONE;
    }

    /** Records a checked fixing. */
    public void record(Fixing fixing) {
        if (rings[fixing.productId()] == null) {
            rings[fixing.productId()] = new Fixing[DAYS];
        }
        rings[fixing.productId()][fixing.day() & MASK] = fixing;
    }

    /** The product's fixing for a day, or null. */
    public Fixing on(int productId, int day) {
        Fixing[] ring = rings[productId];
        Fixing fixing = ring == null ? null : ring[day & MASK];
        return fixing != null && fixing.day() == day ? fixing : null;
    }

    /** How many days from {@code firstDay} to {@code lastDay}, both inclusive, have a fixing. */
    public int count(int productId, int firstDay, int lastDay) {
        int count = 0;
        for (int day = firstDay; day <= lastDay; day++) {
            count += on(productId, day) == null ? 0 : 1;
        }
        return count;
    }

    /** How many of those days have a fixing that is still preliminary. */
    public int countPreliminary(int productId, int firstDay, int lastDay) {
        int count = 0;
        for (int day = firstDay; day <= lastDay; day++) {
            Fixing fixing = on(productId, day);
            count += fixing != null && fixing.status() == FixingStatus.PRELIMINARY ? 1 : 0;
        }
        return count;
    }

    /** Sum of the fixings of those days, in micros per unit. */
    public long sumMicros(int productId, int firstDay, int lastDay) {
        long sum = 0;
        for (int day = firstDay; day <= lastDay; day++) {
            Fixing fixing = on(productId, day);
            sum += fixing == null ? 0 : fixing.priceMicros();
        }
        return sum;
    }

    /** Writes all rows. */
    public void writeTo(SnapshotWriter writer) {
        writer.section("fixings");
        for (int productId = 1; productId <= Products.CAPACITY; productId++) {
            writer.writeInt(rings[productId] == null ? 0 : productId);
            if (rings[productId] != null) {
                for (Fixing fixing : rings[productId]) {
                    writeFixing(writer, fixing);
                }
            }
        }
    }

    /** Reads all rows into this empty table. */
    public void readFrom(SnapshotReader reader) {
        reader.section("fixings");
        for (int productId = 1; productId <= Products.CAPACITY; productId++) {
            if (reader.readInt() != 0) {
                rings[productId] = new Fixing[DAYS];
                for (int i = 0; i < DAYS; i++) {
                    rings[productId][i] = readFixing(reader, productId);
                }
            }
        }
    }

    private static void writeFixing(SnapshotWriter writer, Fixing fixing) {
        writer.writeInt(fixing == null ? EMPTY : fixing.day());
        if (fixing != null) {
            writer.writeLong(fixing.priceMicros());
            writer.writeInt(fixing.contributors());
            writer.writeInt(fixing.status().ordinal());
        }
    }

    private static Fixing readFixing(SnapshotReader reader, int productId) {
        int day = reader.readInt();
        if (day == EMPTY) {
            return null;
        }
        return new Fixing(productId, day, reader.readLong(), reader.readInt(), FixingStatus.of(reader.readInt()));
    }
}
