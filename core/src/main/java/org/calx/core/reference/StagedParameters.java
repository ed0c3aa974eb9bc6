package org.calx.core.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.Digest;
import org.calx.model.ParameterPart;
import org.calx.model.RejectReason;

/** The sets of margin parameters that are staged or wait for their date, and which set each market is at. */
public final class StagedParameters {
    /** Most sets at a time. */
    public static final int MAX_SETS = 16;

    /** Most parts of a set. */
    public static final int MAX_PARTS = 256;

    private final StagedSet[] slots = new StagedSet[MAX_SETS];
    private final long[] versions = new long[Markets.CAPACITY + 1];
    private final int[] effectiveDays = new int[Markets.CAPACITY + 1];
    private final Digest[] digests = new Digest[Markets.CAPACITY + 1];

    /** The set of this version, or null. */
    public StagedSet find(long version) {
        int slot = slotOf(version);
        return slot < 0 ? null : slots[slot];
    }

    /** The set in a slot from 0 to {@value #MAX_SETS} − 1, or null; a set keeps its slot. */
    public StagedSet at(int slot) {
        return slots[slot];
    }

    /** All sets by ascending version. */
    public List<StagedSet> sets() {
        return Arrays.stream(slots)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingLong(StagedSet::version))
                .toList();
    }

    private int slotOf(long version) {
        for (int slot = 0; slot < MAX_SETS; slot++) {
            if (slots[slot] != null && slots[slot].version() == version) {
                return slot;
            }
        }
        return -1;
    }

    private int freeSlot() {
        for (int slot = 0; slot < MAX_SETS; slot++) {
            if (slots[slot] == null) {
                return slot;
            }
        }
        return -1;
    }

    /** Why the part cannot be staged beside the others, or {@link RejectReason#NONE}; what it holds is checked elsewhere. */
    public RejectReason check(ParameterPart part) {
        if (part.version() <= versions[part.marketId()]) {
            return RejectReason.STALE_PARAMETERS;
        }
        StagedSet set = find(part.version());
        if (set == null) {
            return freeSlot() < 0 ? RejectReason.CAPACITY_REACHED : RejectReason.NONE;
        }
        boolean other = set.approved()
                || set.marketId() != part.marketId()
                || set.effectiveDay() != part.effectiveDay()
                || set.parts().stream().anyMatch(present -> overlap(present, part));
        if (other) {
            return RejectReason.ALREADY_DEFINED;
        }
        return set.parts().size() == MAX_PARTS ? RejectReason.CAPACITY_REACHED : RejectReason.NONE;
    }

    private static boolean overlap(ParameterPart one, ParameterPart two) {
        boolean array = one.arrays().stream()
                .anyMatch(a -> two.arrays().stream().anyMatch(b -> a.instrumentId() == b.instrumentId()));
        boolean charges = one.charges().isPresent()
                && two.charges().isPresent()
                && one.charges().get().productId() == two.charges().get().productId();
        boolean rating = one.ratings().stream()
                .anyMatch(a -> two.ratings().stream().anyMatch(b -> a.accountId() == b.accountId()));
        return array
                || charges
                || rating
                || one.spreads().isPresent() && two.spreads().isPresent();
    }

    /** Adds a checked part. */
    public void add(ParameterPart part) {
        int slot = slotOf(part.version());
        if (slot < 0) {
            slots[freeSlot()] = new StagedSet(List.of(part), false);
        } else {
            List<ParameterPart> parts = new ArrayList<>(slots[slot].parts());
            parts.add(part);
            slots[slot] = new StagedSet(parts, false);
        }
    }

    /** Lets a set wait for its date. */
    public void approve(StagedSet set) {
        slots[slotOf(set.version())] = new StagedSet(set.parts(), true);
    }

    /** Takes a set out. */
    public void remove(StagedSet set) {
        slots[slotOf(set.version())] = null;
    }

    /** Notes which set a market is at. */
    public void noteInForce(StagedSet set, Digest digest) {
        noteInForce(set.marketId(), set.version(), set.effectiveDay(), digest);
    }

    private void noteInForce(int marketId, long version, int effectiveDay, Digest digest) {
        versions[marketId] = version;
        effectiveDays[marketId] = effectiveDay;
        digests[marketId] = digest;
    }

    /** The version that a market is at, 0 before its first set. */
    public long version(int marketId) {
        return versions[marketId];
    }

    /** The date from which it was to hold. */
    public int effectiveDay(int marketId) {
        return effectiveDays[marketId];
    }

    /** Its digest. */
    public Digest digest(int marketId) {
        return digests[marketId];
    }

    /** Writes all sets, and what each market is at. */
    public void writeTo(SnapshotWriter writer) {
        writer.section("staged parameters");
        for (int slot = 0; slot < MAX_SETS; slot++) {
            StagedSet set = slots[slot];
            writer.writeInt(set == null ? 0 : set.parts().size());
            if (set != null) {
                writer.writeInt(set.approved() ? 1 : 0);
                set.parts().forEach(part -> ParameterRows.write(writer, part));
            }
        }
        for (int id = 1; id <= Markets.CAPACITY; id++) {
            writer.writeLong(versions[id]);
            if (versions[id] != 0) {
                writer.writeInt(effectiveDays[id]);
                ParameterRows.write(writer, digests[id]);
            }
        }
    }

    /** Reads them into this empty table. */
    public void readFrom(SnapshotReader reader) {
        reader.section("staged parameters");
        for (int slot = 0; slot < MAX_SETS; slot++) {
            int count = reader.readInt();
            if (count != 0) {
                boolean approved = reader.readInt() != 0;
                List<ParameterPart> parts = new ArrayList<>();
                for (int left = count; left > 0; left--) {
                    parts.add(ParameterRows.readPart(reader));
                }
                slots[slot] = new StagedSet(parts, approved);
            }
        }
        for (int id = 1; id <= Markets.CAPACITY; id++) {
            long version = reader.readLong();
            if (version != 0) {
                noteInForce(id, version, reader.readInt(), ParameterRows.readDigest(reader));
            }
        }
    }
}
