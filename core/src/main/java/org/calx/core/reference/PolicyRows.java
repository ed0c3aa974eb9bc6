package org.calx.core.reference;

import java.util.ArrayList;
import java.util.List;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.MarginPolicy;
import org.calx.model.PolicyKind;
import org.calx.model.ShortOptionMethod;

/** Margin policies: which are possible, and as rows of a snapshot. */
public final class PolicyRows {
    private static final int MAX_RATE_BPS = 10_000;
    private static final long MAX_OPEN_INTEREST = 1_000_000_000;
    private static final int MIN_LOCKED_BPS = 10_000;
    private static final int MAX_LOCKED_BPS = 40_000;

    private PolicyRows() {}

    static boolean isPossible(MarginPolicy policy) {
        boolean options = policy.shortOptionMethod() != null
                && NumericBounds.isWithin(policy.shortOptionMinimumMicros(), 0, NumericBounds.MAX_FEE_MICROS);
        boolean grid = policy.kind() == PolicyKind.GRID
                ? NumericBounds.isWithin(policy.scenarios(), 1, MarginPolicy.MAX_SCENARIOS)
                : policy.scenarios() == MarginPolicy.SPAN_SCENARIOS;
        boolean percent = NumericBounds.isWithin(policy.rateBps(), 0, MAX_RATE_BPS)
                && NumericBounds.isWithin(policy.lockedBps(), MIN_LOCKED_BPS, MAX_LOCKED_BPS)
                && policy.contracts().size() <= MarginPolicy.MAX_CONTRACTS
                && (policy.kind() == PolicyKind.PERCENT || policy.contracts().isEmpty());
        return policy.kind() != null
                && options
                && grid
                && percent
                && areContracts(policy.contracts())
                && isPossible(policy.adjustments());
    }

    private static boolean isPossible(MarginPolicy.Adjustments adjustments) {
        return NumericBounds.isWithin(adjustments.openInterestLots(), 0, MAX_OPEN_INTEREST)
                && NumericBounds.isWithin(adjustments.specialShareBps(), 0, MAX_RATE_BPS)
                && NumericBounds.isWithin(adjustments.specialMicros(), 0, NumericBounds.MAX_FEE_MICROS)
                && NumericBounds.isWithin(adjustments.averagingFloorBps(), 0, MAX_RATE_BPS);
    }

    /** Whether rates are possible, and each contract is named once, in the order of their ids. */
    private static boolean areContracts(List<MarginPolicy.Contract> contracts) {
        int last = 0;
        for (MarginPolicy.Contract contract : contracts) {
            if (contract.instrumentId() <= last || !NumericBounds.isWithin(contract.rateBps(), 0, MAX_RATE_BPS)) {
                return false;
            }
            last = contract.instrumentId();
        }
        return true;
    }

    /** Writes a policy, all but the id of the product. */
    public static void write(SnapshotWriter writer, MarginPolicy policy) {
        writer.writeInt(policy.kind().ordinal());
        writer.writeLong(policy.shortOptionMinimumMicros());
        writer.writeInt(policy.shortOptionMethod().ordinal());
        writer.writeInt(policy.scenarios());
        writer.writeInt(policy.rateBps());
        writer.writeInt(policy.largerSide() ? 1 : 0);
        writer.writeInt(policy.lockedBps());
        writer.writeInt(policy.contracts().size());
        for (MarginPolicy.Contract contract : policy.contracts()) {
            writer.writeInt(contract.instrumentId());
            writer.writeInt(contract.rateBps());
            writer.writeInt(contract.locked() ? 1 : 0);
            writer.writeInt(contract.excluded() ? 1 : 0);
        }
        writer.writeLong(policy.adjustments().openInterestLots());
        writer.writeInt(policy.adjustments().specialShareBps());
        writer.writeLong(policy.adjustments().specialMicros());
        writer.writeInt(policy.adjustments().averagingFloorBps());
    }

    /** Reads what {@link #write} wrote. */
    public static MarginPolicy read(SnapshotReader reader, int productId) {
        return new MarginPolicy(
                productId,
                PolicyKind.of(reader.readInt()),
                reader.readLong(),
                ShortOptionMethod.of(reader.readInt()),
                reader.readInt(),
                reader.readInt(),
                reader.readInt() != 0,
                reader.readInt(),
                contracts(reader),
                new MarginPolicy.Adjustments(reader.readLong(), reader.readInt(), reader.readLong(), reader.readInt()));
    }

    private static List<MarginPolicy.Contract> contracts(SnapshotReader reader) {
        List<MarginPolicy.Contract> contracts = new ArrayList<>();
        for (int left = reader.readInt(); left > 0; left--) {
            contracts.add(new MarginPolicy.Contract(
                    reader.readInt(), reader.readInt(), reader.readInt() != 0, reader.readInt() != 0));
        }
        return contracts;
    }
}
