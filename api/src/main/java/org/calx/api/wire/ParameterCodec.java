package org.calx.api.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.calx.api.codec.DigestDecoder;
import org.calx.api.codec.DigestEncoder;
import org.calx.api.codec.ParametersStagedDecoder;
import org.calx.api.codec.ParametersStagedEncoder;
import org.calx.api.codec.StageParametersDecoder;
import org.calx.api.codec.StageParametersEncoder;
import org.calx.model.CalendarSpread;
import org.calx.model.CommoditySpread;
import org.calx.model.CommoditySpreads;
import org.calx.model.DeliveryCharge;
import org.calx.model.Digest;
import org.calx.model.InstrumentArray;
import org.calx.model.MarginCharges;
import org.calx.model.ParameterPart;
import org.calx.model.SpreadSide;
import org.calx.model.Tier;

/** Parts of sets of margin parameters as the groups that they have on the wire. */
public final class ParameterCodec {
    private static final MarginCharges NO_CHARGES = MarginCharges.none(0);

    private ParameterCodec() {}

    /** Writes a digest. */
    public static void write(DigestEncoder encoder, Digest digest) {
        encoder.first(digest.first())
                .second(digest.second())
                .third(digest.third())
                .fourth(digest.fourth());
    }

    /** Reads a digest. */
    public static Digest read(DigestDecoder decoder) {
        return new Digest(decoder.first(), decoder.second(), decoder.third(), decoder.fourth());
    }

    /** Writes a part behind the envelope. @throws IllegalArgumentException if a spread has not one leg on each side */
    public static void write(StageParametersEncoder message, ParameterPart part) {
        MarginCharges charges = part.charges().orElse(NO_CHARGES);
        message.version(part.version())
                .marketId(part.marketId())
                .effectiveDay(part.effectiveDay())
                .hasSpreads(WireCodes.of(part.spreads().isPresent()))
                .productId(charges.productId())
                .priceRiskCapMicros(charges.priceRiskCapMicros());
        StageParametersEncoder.ArraysEncoder arrays =
                message.arraysCount(part.arrays().size());
        for (InstrumentArray array : part.arrays()) {
            arrays.next().instrumentId(array.instrumentId());
            for (int s = 0; s < StageParametersEncoder.ArraysEncoder.lossMicrosPerLotLength(); s++) {
                arrays.lossMicrosPerLot(s, array.lossMicrosPerLot().get(s));
            }
        }
        StageParametersEncoder.TiersEncoder tiers =
                message.tiersCount(charges.tiers().size());
        for (Tier tier : charges.tiers()) {
            tiers.next().tierId(tier.id()).fromMonth(tier.fromMonth()).toMonth(tier.toMonth());
        }
        StageParametersEncoder.CalendarSpreadsEncoder calendar =
                message.calendarSpreadsCount(charges.calendarSpreads().size());
        for (CalendarSpread spread : charges.calendarSpreads()) {
            CalendarSpread.Leg a = SpreadCodec.leg(spread, SpreadSide.A);
            CalendarSpread.Leg b = SpreadCodec.leg(spread, SpreadSide.B);
            calendar.next()
                    .priority(spread.priority())
                    .tierA(a.tierId())
                    .tierB(b.tierId())
                    .ratioA(SpreadCodec.short16(a.ratio()))
                    .ratioB(SpreadCodec.short16(b.ratio()))
                    .rateMicros(spread.rate());
        }
        StageParametersEncoder.DeliveryChargesEncoder deliveries =
                message.deliveryChargesCount(charges.deliveryCharges().size());
        for (DeliveryCharge charge : charges.deliveryCharges()) {
            deliveries
                    .next()
                    .month(charge.month())
                    .spreadMicros(charge.spreadRate())
                    .outrightMicros(charge.outrightRate());
        }
        writeSpreads(message, part.spreads().orElse(CommoditySpreads.NONE));
    }

    private static void writeSpreads(StageParametersEncoder message, CommoditySpreads spreads) {
        StageParametersEncoder.SpreadsEncoder group =
                message.spreadsCount(spreads.list().size());
        for (CommoditySpread spread : spreads.list()) {
            CommoditySpread.Leg a = SpreadCodec.leg(spread, SpreadSide.A);
            CommoditySpread.Leg b = SpreadCodec.leg(spread, SpreadSide.B);
            group.next()
                    .priority(spread.priority())
                    .productA(a.productId())
                    .productB(b.productId())
                    .ratioA(SpreadCodec.short16(a.ratio()))
                    .ratioB(SpreadCodec.short16(b.ratio()))
                    .creditRateA(SpreadCodec.short16(a.creditRate()))
                    .creditRateB(SpreadCodec.short16(b.creditRate()));
        }
    }

    /** Reads a part. */
    public static ParameterPart read(StageParametersDecoder message) {
        int productId = message.productId();
        long cap = message.priceRiskCapMicros();
        boolean hasSpreads = WireCodes.truth(message.hasSpreadsRaw());
        List<InstrumentArray> arrays = new ArrayList<>();
        for (StageParametersDecoder.ArraysDecoder array : message.arrays()) {
            List<Long> losses = new ArrayList<>();
            for (int s = 0; s < StageParametersDecoder.ArraysDecoder.lossMicrosPerLotLength(); s++) {
                losses.add(array.lossMicrosPerLot(s));
            }
            arrays.add(new InstrumentArray(array.instrumentId(), losses));
        }
        List<Tier> tiers = new ArrayList<>();
        for (StageParametersDecoder.TiersDecoder tier : message.tiers()) {
            tiers.add(new Tier(tier.tierId(), tier.fromMonth(), tier.toMonth()));
        }
        List<CalendarSpread> calendar = new ArrayList<>();
        for (StageParametersDecoder.CalendarSpreadsDecoder spread : message.calendarSpreads()) {
            calendar.add(SpreadCodec.calendar(
                    spread.priority(),
                    spread.tierA(),
                    spread.ratioA(),
                    spread.tierB(),
                    spread.ratioB(),
                    spread.rateMicros()));
        }
        List<DeliveryCharge> deliveries = new ArrayList<>();
        for (StageParametersDecoder.DeliveryChargesDecoder charge : message.deliveryCharges()) {
            deliveries.add(new DeliveryCharge(charge.month(), charge.spreadMicros(), charge.outrightMicros()));
        }
        List<CommoditySpread> spreads = new ArrayList<>();
        for (StageParametersDecoder.SpreadsDecoder spread : message.spreads()) {
            CommoditySpread.Leg a =
                    new CommoditySpread.Leg(spread.productA(), SpreadSide.A, spread.ratioA(), spread.creditRateA());
            CommoditySpread.Leg b =
                    new CommoditySpread.Leg(spread.productB(), SpreadSide.B, spread.ratioB(), spread.creditRateB());
            spreads.add(new CommoditySpread(spread.priority(), List.of(a, b)));
        }
        MarginCharges charges = new MarginCharges(productId, cap, tiers, calendar, deliveries);
        return new ParameterPart(
                message.version(),
                message.marketId(),
                message.effectiveDay(),
                arrays,
                productId == 0 ? Optional.empty() : Optional.of(charges),
                hasSpreads ? Optional.of(new CommoditySpreads(spreads)) : Optional.empty());
    }

    /** Writes a part behind the envelope. @throws IllegalArgumentException if a spread has not one leg on each side */
    public static void write(ParametersStagedEncoder message, ParameterPart part) {
        MarginCharges charges = part.charges().orElse(NO_CHARGES);
        message.version(part.version())
                .marketId(part.marketId())
                .effectiveDay(part.effectiveDay())
                .hasSpreads(WireCodes.of(part.spreads().isPresent()))
                .productId(charges.productId())
                .priceRiskCapMicros(charges.priceRiskCapMicros());
        ParametersStagedEncoder.ArraysEncoder arrays =
                message.arraysCount(part.arrays().size());
        for (InstrumentArray array : part.arrays()) {
            arrays.next().instrumentId(array.instrumentId());
            for (int s = 0; s < ParametersStagedEncoder.ArraysEncoder.lossMicrosPerLotLength(); s++) {
                arrays.lossMicrosPerLot(s, array.lossMicrosPerLot().get(s));
            }
        }
        ParametersStagedEncoder.TiersEncoder tiers =
                message.tiersCount(charges.tiers().size());
        for (Tier tier : charges.tiers()) {
            tiers.next().tierId(tier.id()).fromMonth(tier.fromMonth()).toMonth(tier.toMonth());
        }
        ParametersStagedEncoder.CalendarSpreadsEncoder calendar =
                message.calendarSpreadsCount(charges.calendarSpreads().size());
        for (CalendarSpread spread : charges.calendarSpreads()) {
            CalendarSpread.Leg a = SpreadCodec.leg(spread, SpreadSide.A);
            CalendarSpread.Leg b = SpreadCodec.leg(spread, SpreadSide.B);
            calendar.next()
                    .priority(spread.priority())
                    .tierA(a.tierId())
                    .tierB(b.tierId())
                    .ratioA(SpreadCodec.short16(a.ratio()))
                    .ratioB(SpreadCodec.short16(b.ratio()))
                    .rateMicros(spread.rate());
        }
        ParametersStagedEncoder.DeliveryChargesEncoder deliveries =
                message.deliveryChargesCount(charges.deliveryCharges().size());
        for (DeliveryCharge charge : charges.deliveryCharges()) {
            deliveries
                    .next()
                    .month(charge.month())
                    .spreadMicros(charge.spreadRate())
                    .outrightMicros(charge.outrightRate());
        }
        writeSpreads(message, part.spreads().orElse(CommoditySpreads.NONE));
    }

    private static void writeSpreads(ParametersStagedEncoder message, CommoditySpreads spreads) {
        ParametersStagedEncoder.SpreadsEncoder group =
                message.spreadsCount(spreads.list().size());
        for (CommoditySpread spread : spreads.list()) {
            CommoditySpread.Leg a = SpreadCodec.leg(spread, SpreadSide.A);
            CommoditySpread.Leg b = SpreadCodec.leg(spread, SpreadSide.B);
            group.next()
                    .priority(spread.priority())
                    .productA(a.productId())
                    .productB(b.productId())
                    .ratioA(SpreadCodec.short16(a.ratio()))
                    .ratioB(SpreadCodec.short16(b.ratio()))
                    .creditRateA(SpreadCodec.short16(a.creditRate()))
                    .creditRateB(SpreadCodec.short16(b.creditRate()));
        }
    }

    /** Reads a part. */
    public static ParameterPart read(ParametersStagedDecoder message) {
        int productId = message.productId();
        long cap = message.priceRiskCapMicros();
        boolean hasSpreads = WireCodes.truth(message.hasSpreadsRaw());
        List<InstrumentArray> arrays = new ArrayList<>();
        for (ParametersStagedDecoder.ArraysDecoder array : message.arrays()) {
            List<Long> losses = new ArrayList<>();
            for (int s = 0; s < ParametersStagedDecoder.ArraysDecoder.lossMicrosPerLotLength(); s++) {
                losses.add(array.lossMicrosPerLot(s));
            }
            arrays.add(new InstrumentArray(array.instrumentId(), losses));
        }
        List<Tier> tiers = new ArrayList<>();
        for (ParametersStagedDecoder.TiersDecoder tier : message.tiers()) {
            tiers.add(new Tier(tier.tierId(), tier.fromMonth(), tier.toMonth()));
        }
        List<CalendarSpread> calendar = new ArrayList<>();
        for (ParametersStagedDecoder.CalendarSpreadsDecoder spread : message.calendarSpreads()) {
            calendar.add(SpreadCodec.calendar(
                    spread.priority(),
                    spread.tierA(),
                    spread.ratioA(),
                    spread.tierB(),
                    spread.ratioB(),
                    spread.rateMicros()));
        }
        List<DeliveryCharge> deliveries = new ArrayList<>();
        for (ParametersStagedDecoder.DeliveryChargesDecoder charge : message.deliveryCharges()) {
            deliveries.add(new DeliveryCharge(charge.month(), charge.spreadMicros(), charge.outrightMicros()));
        }
        List<CommoditySpread> spreads = new ArrayList<>();
        for (ParametersStagedDecoder.SpreadsDecoder spread : message.spreads()) {
            CommoditySpread.Leg a =
                    new CommoditySpread.Leg(spread.productA(), SpreadSide.A, spread.ratioA(), spread.creditRateA());
            CommoditySpread.Leg b =
                    new CommoditySpread.Leg(spread.productB(), SpreadSide.B, spread.ratioB(), spread.creditRateB());
            spreads.add(new CommoditySpread(spread.priority(), List.of(a, b)));
        }
        MarginCharges charges = new MarginCharges(productId, cap, tiers, calendar, deliveries);
        return new ParameterPart(
                message.version(),
                message.marketId(),
                message.effectiveDay(),
                arrays,
                productId == 0 ? Optional.empty() : Optional.of(charges),
                hasSpreads ? Optional.of(new CommoditySpreads(spreads)) : Optional.empty());
    }
}
