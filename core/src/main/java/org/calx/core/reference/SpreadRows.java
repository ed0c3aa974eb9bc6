package org.calx.core.reference;

import java.util.ArrayList;
import java.util.List;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.CalendarSpread;
import org.calx.model.CommoditySpread;
import org.calx.model.CommoditySpreads;
import org.calx.model.DeliveryCharge;
import org.calx.model.MarginCharges;
import org.calx.model.SpreadSide;
import org.calx.model.Tier;

/** Charges and spreads as rows of a snapshot. */
public final class SpreadRows {
    private static final SpreadSide[] SIDES = SpreadSide.values();

    private SpreadRows() {}

    /** Writes charges, all but their product's id. */
    public static void write(SnapshotWriter writer, MarginCharges charges) {
        writer.writeLong(charges.priceRiskCapMicros());
        writer.writeInt(charges.tiers().size());
        for (Tier tier : charges.tiers()) {
            writer.writeInt(tier.id());
            writer.writeInt(tier.fromMonth());
            writer.writeInt(tier.toMonth());
        }
        writer.writeInt(charges.calendarSpreads().size());
        for (CalendarSpread spread : charges.calendarSpreads()) {
            writer.writeInt(spread.priority());
            writer.writeLong(spread.rate());
            writer.writeInt(spread.legs().size());
            for (CalendarSpread.Leg leg : spread.legs()) {
                writer.writeInt(leg.tierId());
                writer.writeInt(leg.side().ordinal());
                writer.writeLong(leg.ratio());
            }
        }
        writer.writeInt(charges.deliveryCharges().size());
        for (DeliveryCharge charge : charges.deliveryCharges()) {
            writer.writeInt(charge.month());
            writer.writeLong(charge.spreadRate());
            writer.writeLong(charge.outrightRate());
        }
    }

    /** Reads a product's charges. */
    public static MarginCharges readCharges(SnapshotReader reader, int productId) {
        long cap = reader.readLong();
        List<Tier> tiers = new ArrayList<>();
        for (int left = reader.readInt(); left > 0; left--) {
            tiers.add(new Tier(reader.readInt(), reader.readInt(), reader.readInt()));
        }
        List<CalendarSpread> spreads = new ArrayList<>();
        for (int left = reader.readInt(); left > 0; left--) {
            int priority = reader.readInt();
            long rate = reader.readLong();
            List<CalendarSpread.Leg> legs = new ArrayList<>();
            for (int legsLeft = reader.readInt(); legsLeft > 0; legsLeft--) {
                legs.add(new CalendarSpread.Leg(reader.readInt(), SIDES[reader.readInt()], reader.readLong()));
            }
            spreads.add(new CalendarSpread(priority, legs, rate));
        }
        List<DeliveryCharge> deliveries = new ArrayList<>();
        for (int left = reader.readInt(); left > 0; left--) {
            deliveries.add(new DeliveryCharge(reader.readInt(), reader.readLong(), reader.readLong()));
        }
        return new MarginCharges(productId, cap, tiers, spreads, deliveries);
    }

    /** Writes the spreads between products. */
    public static void write(SnapshotWriter writer, CommoditySpreads spreads) {
        writer.writeInt(spreads.list().size());
        for (CommoditySpread spread : spreads.list()) {
            writer.writeInt(spread.priority());
            writer.writeInt(spread.legs().size());
            for (CommoditySpread.Leg leg : spread.legs()) {
                writer.writeInt(leg.productId());
                writer.writeInt(leg.side().ordinal());
                writer.writeLong(leg.ratio());
                writer.writeLong(leg.creditRate());
            }
        }
    }

    /** Reads the spreads between products. */
    public static CommoditySpreads readSpreads(SnapshotReader reader) {
        List<CommoditySpread> spreads = new ArrayList<>();
        for (int left = reader.readInt(); left > 0; left--) {
            int priority = reader.readInt();
            List<CommoditySpread.Leg> legs = new ArrayList<>();
            for (int legsLeft = reader.readInt(); legsLeft > 0; legsLeft--) {
                legs.add(new CommoditySpread.Leg(
                        reader.readInt(), SIDES[reader.readInt()], reader.readLong(), reader.readLong()));
            }
            spreads.add(new CommoditySpread(priority, legs));
        }
        return new CommoditySpreads(spreads);
    }
}
