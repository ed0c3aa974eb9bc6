package org.calx.core.reference;

import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.MarginPolicy;
import org.calx.model.ShortOptionMethod;

/** Margin policies: which are possible, and as rows of a snapshot. */
public final class PolicyRows {
    private PolicyRows() {}

    static boolean isPossible(MarginPolicy policy) {
        return policy.shortOptionMethod() != null
                && NumericBounds.isWithin(policy.shortOptionMinimumMicros(), 0, NumericBounds.MAX_FEE_MICROS);
    }

    /** Writes a policy, all but the id of the product. */
    public static void write(SnapshotWriter writer, MarginPolicy policy) {
        writer.writeLong(policy.shortOptionMinimumMicros());
        writer.writeInt(policy.shortOptionMethod().ordinal());
    }

    /** Reads what {@link #write} wrote. */
    public static MarginPolicy read(SnapshotReader reader, int productId) {
        return new MarginPolicy(productId, reader.readLong(), ShortOptionMethod.of(reader.readInt()));
    }
}
