package org.calx.core.authority;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.calx.model.AccountRating;
import org.calx.model.CalendarSpread;
import org.calx.model.CommoditySpread;
import org.calx.model.CommoditySpreads;
import org.calx.model.DeliveryCharge;
import org.calx.model.Digest;
import org.calx.model.InstrumentArray;
import org.calx.model.MarginCharges;
import org.calx.model.ParameterSet;
import org.calx.model.Tier;

/**
 * The SHA-256 digest (FIPS 180-4) of a set of margin parameters, which operators sign in place of its contents. Every number is a
 * word of eight bytes, the highest first; a list begins with how many entries it has. {@code docs/spec/margin.md} has the order.
 */
public final class ParameterDigest {
    private static final long NO_SPREADS = -1;

    private final MessageDigest hash;
    private final ByteBuffer word = ByteBuffer.allocate(Long.BYTES);

    private ParameterDigest() {
        try {
            hash = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The digest of a set. */
    public static Digest of(ParameterSet set) {
        ParameterDigest digest = new ParameterDigest();
        digest.put(set);
        return Digest.of(digest.hash.digest());
    }

    private void put(ParameterSet set) {
        put(set.version());
        put(set.marketId());
        put(set.effectiveDay());
        put(set.arrays().size());
        for (InstrumentArray array : set.arrays()) {
            put(array.instrumentId());
            put(array.lossMicrosPerLot().size());
            array.lossMicrosPerLot().forEach(this::put);
        }
        put(set.charges().size());
        set.charges().forEach(this::put);
        put(set.spreads().map(spreads -> (long) spreads.list().size()).orElse(NO_SPREADS));
        set.spreads().orElse(CommoditySpreads.NONE).list().forEach(this::put);
        put(set.ratings().size());
        for (AccountRating rating : set.ratings()) {
            put(rating.accountId());
            put(rating.rating().ordinal());
        }
    }

    private void put(MarginCharges charges) {
        put(charges.productId());
        put(charges.priceRiskCapMicros());
        put(charges.tiers().size());
        for (Tier tier : charges.tiers()) {
            put(tier.id());
            put(tier.fromMonth());
            put(tier.toMonth());
        }
        put(charges.calendarSpreads().size());
        for (CalendarSpread spread : charges.calendarSpreads()) {
            put(spread.priority());
            put(spread.rate());
            put(spread.legs().size());
            for (CalendarSpread.Leg leg : spread.legs()) {
                put(leg.tierId());
                put(leg.side().ordinal());
                put(leg.ratio());
            }
        }
        put(charges.deliveryCharges().size());
        for (DeliveryCharge charge : charges.deliveryCharges()) {
            put(charge.month());
            put(charge.spreadRate());
            put(charge.outrightRate());
        }
    }

    private void put(CommoditySpread spread) {
        put(spread.priority());
        put(spread.legs().size());
        for (CommoditySpread.Leg leg : spread.legs()) {
            put(leg.productId());
            put(leg.side().ordinal());
            put(leg.ratio());
            put(leg.creditRate());
        }
    }

    private void put(long value) {
        word.clear();
        word.putLong(value).flip();
        hash.update(word);
    }
}
