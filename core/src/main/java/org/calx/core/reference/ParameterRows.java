package org.calx.core.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.AccountRating;
import org.calx.model.CommoditySpreads;
import org.calx.model.Digest;
import org.calx.model.InstrumentArray;
import org.calx.model.MarginCharges;
import org.calx.model.ParameterPart;
import org.calx.model.Rating;

/** Parts of sets of margin parameters as rows of a snapshot. */
public final class ParameterRows {
    private ParameterRows() {}

    static void write(SnapshotWriter writer, ParameterPart part) {
        writer.writeLong(part.version());
        writer.writeInt(part.marketId());
        writer.writeInt(part.effectiveDay());
        writer.writeInt(part.arrays().size());
        for (InstrumentArray array : part.arrays()) {
            writer.writeInt(array.instrumentId());
            writer.writeInt(array.lossMicrosPerLot().size());
            array.lossMicrosPerLot().forEach(writer::writeLong);
        }
        writer.writeInt(part.charges().map(MarginCharges::productId).orElse(0));
        part.charges().ifPresent(charges -> SpreadRows.write(writer, charges));
        writer.writeInt(part.spreads().isPresent() ? 1 : 0);
        part.spreads().ifPresent(spreads -> SpreadRows.write(writer, spreads));
        writer.writeInt(part.ratings().size());
        for (AccountRating rating : part.ratings()) {
            writer.writeInt(rating.accountId());
            writer.writeInt(rating.rating().ordinal());
        }
    }

    static ParameterPart readPart(SnapshotReader reader) {
        long version = reader.readLong();
        int marketId = reader.readInt();
        int effectiveDay = reader.readInt();
        List<InstrumentArray> arrays = new ArrayList<>();
        for (int left = reader.readInt(); left > 0; left--) {
            int instrumentId = reader.readInt();
            List<Long> losses = new ArrayList<>();
            for (int scenarios = reader.readInt(); scenarios > 0; scenarios--) {
                losses.add(reader.readLong());
            }
            arrays.add(new InstrumentArray(instrumentId, losses));
        }
        int productId = reader.readInt();
        Optional<MarginCharges> charges =
                productId == 0 ? Optional.empty() : Optional.of(SpreadRows.readCharges(reader, productId));
        Optional<CommoditySpreads> spreads =
                reader.readInt() == 0 ? Optional.empty() : Optional.of(SpreadRows.readSpreads(reader));
        return new ParameterPart(version, marketId, effectiveDay, arrays, charges, spreads, readRatings(reader));
    }

    private static List<AccountRating> readRatings(SnapshotReader reader) {
        List<AccountRating> ratings = new ArrayList<>();
        for (int left = reader.readInt(); left > 0; left--) {
            ratings.add(new AccountRating(reader.readInt(), Rating.of(reader.readInt())));
        }
        return ratings;
    }

    /** Writes a digest. */
    public static void write(SnapshotWriter writer, Digest digest) {
        writer.writeLong(digest.first());
        writer.writeLong(digest.second());
        writer.writeLong(digest.third());
        writer.writeLong(digest.fourth());
    }

    /** Reads a digest. */
    public static Digest readDigest(SnapshotReader reader) {
        return new Digest(reader.readLong(), reader.readLong(), reader.readLong(), reader.readLong());
    }
}
