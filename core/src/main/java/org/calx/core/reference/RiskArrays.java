package org.calx.core.reference;

import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.margin.ScenarioArray;
import org.calx.model.RejectReason;

/** The loss of one long lot of each instrument in each scenario, in micros, and which version of it is in force. */
public final class RiskArrays {
    private static final int SCENARIOS = ScenarioArray.SCENARIOS;

    private final long[] losses;
    private final long[] versions;

    RiskArrays(int maxInstruments) {
        losses = new long[(maxInstruments + 1) * SCENARIOS];
        versions = new long[maxInstruments + 1];
    }

    /** Why the array cannot be set, or {@link RejectReason#NONE}: versions of an instrument rise, losses are bounded. */
    public RejectReason checkSet(int instrumentId, long version, long[] lossMicrosPerLot) {
        if (version <= versions[instrumentId] || lossMicrosPerLot.length < SCENARIOS) {
            return RejectReason.INVALID_PARAMETER;
        }
        for (int s = 0; s < SCENARIOS; s++) {
            long most = NumericBounds.MAX_SCENARIO_LOSS_MICROS;
            if (!NumericBounds.isWithin(lossMicrosPerLot[s], -most, most)) {
                return RejectReason.INVALID_PARAMETER;
            }
        }
        return RejectReason.NONE;
    }

    /** Copies a checked array in. Margin must be re-evaluated: use {@code Clearing}. */
    public void set(int instrumentId, long version, long[] lossMicrosPerLot) {
        System.arraycopy(lossMicrosPerLot, 0, losses, instrumentId * SCENARIOS, SCENARIOS);
        versions[instrumentId] = version;
    }

    /** Whether the instrument has an array. */
    public boolean exists(int instrumentId) {
        return versions[instrumentId] != 0;
    }

    /** Version in force, 0 for none. */
    public long version(int instrumentId) {
        return versions[instrumentId];
    }

    /** All arrays behind one another; an instrument's begins at {@link #offset}. Not to be written to. */
    public long[] losses() {
        return losses;
    }

    /** Where the instrument's array begins in {@link #losses()}. */
    public int offset(int instrumentId) {
        return instrumentId * SCENARIOS;
    }

    void writeRow(SnapshotWriter writer, int id) {
        writer.writeLong(versions[id]);
        if (versions[id] != 0) {
            for (int s = 0; s < SCENARIOS; s++) {
                writer.writeLong(losses[id * SCENARIOS + s]);
            }
        }
    }

    void readRow(SnapshotReader reader, int id) {
        versions[id] = reader.readLong();
        if (versions[id] != 0) {
            for (int s = 0; s < SCENARIOS; s++) {
                losses[id * SCENARIOS + s] = reader.readLong();
            }
        }
    }
}
