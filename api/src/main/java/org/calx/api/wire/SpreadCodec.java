package org.calx.api.wire;

import java.util.ArrayList;
import java.util.List;
import org.calx.api.codec.CommoditySpreadsSetDecoder;
import org.calx.api.codec.CommoditySpreadsSetEncoder;
import org.calx.api.codec.MarginChargesSetDecoder;
import org.calx.api.codec.MarginChargesSetEncoder;
import org.calx.api.codec.SetCommoditySpreadsDecoder;
import org.calx.api.codec.SetCommoditySpreadsEncoder;
import org.calx.api.codec.SetMarginChargesDecoder;
import org.calx.api.codec.SetMarginChargesEncoder;
import org.calx.model.CalendarSpread;
import org.calx.model.CommoditySpread;
import org.calx.model.CommoditySpreads;
import org.calx.model.DeliveryCharge;
import org.calx.model.MarginCharges;
import org.calx.model.SpreadSide;
import org.calx.model.Tier;

/** Charges and spreads between products as the groups that they have on the wire: spreads of two legs, A before B. */
public final class SpreadCodec {
    private static final int MAX_SHORT = 65_534;

    private SpreadCodec() {}

    /** Writes a product's charges behind the envelope. */
    public static void write(SetMarginChargesEncoder message, MarginCharges charges) {
        message.productId(charges.productId()).priceRiskCapMicros(charges.priceRiskCapMicros());
        SetMarginChargesEncoder.TiersEncoder tiers =
                message.tiersCount(charges.tiers().size());
        for (Tier tier : charges.tiers()) {
            tiers.next().tierId(tier.id()).fromMonth(tier.fromMonth()).toMonth(tier.toMonth());
        }
        SetMarginChargesEncoder.CalendarSpreadsEncoder spreads =
                message.calendarSpreadsCount(charges.calendarSpreads().size());
        for (CalendarSpread spread : charges.calendarSpreads()) {
            CalendarSpread.Leg a = leg(spread, SpreadSide.A);
            CalendarSpread.Leg b = leg(spread, SpreadSide.B);
            spreads.next()
                    .priority(spread.priority())
                    .tierA(a.tierId())
                    .tierB(b.tierId())
                    .ratioA(short16(a.ratio()))
                    .ratioB(short16(b.ratio()))
                    .rateMicros(spread.rate());
        }
        SetMarginChargesEncoder.DeliveryChargesEncoder deliveries =
                message.deliveryChargesCount(charges.deliveryCharges().size());
        for (DeliveryCharge charge : charges.deliveryCharges()) {
            deliveries
                    .next()
                    .month(charge.month())
                    .spreadMicros(charge.spreadRate())
                    .outrightMicros(charge.outrightRate());
        }
    }

    /** Writes a product's charges behind the envelope. */
    public static void write(MarginChargesSetEncoder message, MarginCharges charges) {
        message.productId(charges.productId()).priceRiskCapMicros(charges.priceRiskCapMicros());
        MarginChargesSetEncoder.TiersEncoder tiers =
                message.tiersCount(charges.tiers().size());
        for (Tier tier : charges.tiers()) {
            tiers.next().tierId(tier.id()).fromMonth(tier.fromMonth()).toMonth(tier.toMonth());
        }
        MarginChargesSetEncoder.CalendarSpreadsEncoder spreads =
                message.calendarSpreadsCount(charges.calendarSpreads().size());
        for (CalendarSpread spread : charges.calendarSpreads()) {
            CalendarSpread.Leg a = leg(spread, SpreadSide.A);
            CalendarSpread.Leg b = leg(spread, SpreadSide.B);
            spreads.next()
                    .priority(spread.priority())
                    .tierA(a.tierId())
                    .tierB(b.tierId())
                    .ratioA(short16(a.ratio()))
                    .ratioB(short16(b.ratio()))
                    .rateMicros(spread.rate());
        }
        MarginChargesSetEncoder.DeliveryChargesEncoder deliveries =
                message.deliveryChargesCount(charges.deliveryCharges().size());
        for (DeliveryCharge charge : charges.deliveryCharges()) {
            deliveries
                    .next()
                    .month(charge.month())
                    .spreadMicros(charge.spreadRate())
                    .outrightMicros(charge.outrightRate());
        }
    }

    /** Reads a product's charges. */
    public static MarginCharges read(SetMarginChargesDecoder message) {
        int productId = message.productId();
        long cap = message.priceRiskCapMicros();
        List<Tier> tiers = new ArrayList<>();
        for (SetMarginChargesDecoder.TiersDecoder tier : message.tiers()) {
            tiers.add(new Tier(tier.tierId(), tier.fromMonth(), tier.toMonth()));
        }
        List<CalendarSpread> spreads = new ArrayList<>();
        for (SetMarginChargesDecoder.CalendarSpreadsDecoder spread : message.calendarSpreads()) {
            CalendarSpread.Leg a = new CalendarSpread.Leg(spread.tierA(), SpreadSide.A, spread.ratioA());
            CalendarSpread.Leg b = new CalendarSpread.Leg(spread.tierB(), SpreadSide.B, spread.ratioB());
            spreads.add(new CalendarSpread(spread.priority(), List.of(a, b), spread.rateMicros()));
        }
        List<DeliveryCharge> deliveries = new ArrayList<>();
        for (SetMarginChargesDecoder.DeliveryChargesDecoder charge : message.deliveryCharges()) {
            deliveries.add(new DeliveryCharge(charge.month(), charge.spreadMicros(), charge.outrightMicros()));
        }
        return new MarginCharges(productId, cap, tiers, spreads, deliveries);
    }

    /** Reads a product's charges. */
    public static MarginCharges read(MarginChargesSetDecoder message) {
        int productId = message.productId();
        long cap = message.priceRiskCapMicros();
        List<Tier> tiers = new ArrayList<>();
        for (MarginChargesSetDecoder.TiersDecoder tier : message.tiers()) {
            tiers.add(new Tier(tier.tierId(), tier.fromMonth(), tier.toMonth()));
        }
        List<CalendarSpread> spreads = new ArrayList<>();
        for (MarginChargesSetDecoder.CalendarSpreadsDecoder spread : message.calendarSpreads()) {
            CalendarSpread.Leg a = new CalendarSpread.Leg(spread.tierA(), SpreadSide.A, spread.ratioA());
            CalendarSpread.Leg b = new CalendarSpread.Leg(spread.tierB(), SpreadSide.B, spread.ratioB());
            spreads.add(new CalendarSpread(spread.priority(), List.of(a, b), spread.rateMicros()));
        }
        List<DeliveryCharge> deliveries = new ArrayList<>();
        for (MarginChargesSetDecoder.DeliveryChargesDecoder charge : message.deliveryCharges()) {
            deliveries.add(new DeliveryCharge(charge.month(), charge.spreadMicros(), charge.outrightMicros()));
        }
        return new MarginCharges(productId, cap, tiers, spreads, deliveries);
    }

    /** Writes the spreads between products behind the envelope. */
    public static void write(SetCommoditySpreadsEncoder message, CommoditySpreads spreads) {
        SetCommoditySpreadsEncoder.SpreadsEncoder group =
                message.spreadsCount(spreads.list().size());
        for (CommoditySpread spread : spreads.list()) {
            CommoditySpread.Leg a = leg(spread, SpreadSide.A);
            CommoditySpread.Leg b = leg(spread, SpreadSide.B);
            group.next()
                    .priority(spread.priority())
                    .productA(a.productId())
                    .productB(b.productId())
                    .ratioA(short16(a.ratio()))
                    .ratioB(short16(b.ratio()))
                    .creditRateA(short16(a.creditRate()))
                    .creditRateB(short16(b.creditRate()));
        }
    }

    /** Writes the spreads between products behind the envelope. */
    public static void write(CommoditySpreadsSetEncoder message, CommoditySpreads spreads) {
        CommoditySpreadsSetEncoder.SpreadsEncoder group =
                message.spreadsCount(spreads.list().size());
        for (CommoditySpread spread : spreads.list()) {
            CommoditySpread.Leg a = leg(spread, SpreadSide.A);
            CommoditySpread.Leg b = leg(spread, SpreadSide.B);
            group.next()
                    .priority(spread.priority())
                    .productA(a.productId())
                    .productB(b.productId())
                    .ratioA(short16(a.ratio()))
                    .ratioB(short16(b.ratio()))
                    .creditRateA(short16(a.creditRate()))
                    .creditRateB(short16(b.creditRate()));
        }
    }

    /** Reads the spreads between products. */
    public static CommoditySpreads read(SetCommoditySpreadsDecoder message) {
        List<CommoditySpread> list = new ArrayList<>();
        for (SetCommoditySpreadsDecoder.SpreadsDecoder spread : message.spreads()) {
            list.add(new CommoditySpread(
                    spread.priority(),
                    List.of(
                            new CommoditySpread.Leg(
                                    spread.productA(), SpreadSide.A, spread.ratioA(), spread.creditRateA()),
                            new CommoditySpread.Leg(
                                    spread.productB(), SpreadSide.B, spread.ratioB(), spread.creditRateB()))));
        }
        return new CommoditySpreads(list);
    }

    /** Reads the spreads between products. */
    public static CommoditySpreads read(CommoditySpreadsSetDecoder message) {
        List<CommoditySpread> list = new ArrayList<>();
        for (CommoditySpreadsSetDecoder.SpreadsDecoder spread : message.spreads()) {
            list.add(new CommoditySpread(
                    spread.priority(),
                    List.of(
                            new CommoditySpread.Leg(
                                    spread.productA(), SpreadSide.A, spread.ratioA(), spread.creditRateA()),
                            new CommoditySpread.Leg(
                                    spread.productB(), SpreadSide.B, spread.ratioB(), spread.creditRateB()))));
        }
        return new CommoditySpreads(list);
    }

    static CalendarSpread calendar(int priority, int tierA, long ratioA, int tierB, long ratioB, long rateMicros) {
        CalendarSpread.Leg a = new CalendarSpread.Leg(tierA, SpreadSide.A, ratioA);
        CalendarSpread.Leg b = new CalendarSpread.Leg(tierB, SpreadSide.B, ratioB);
        return new CalendarSpread(priority, List.of(a, b), rateMicros);
    }

    static CalendarSpread.Leg leg(CalendarSpread spread, SpreadSide side) {
        return single(
                spread.legs().stream().filter(leg -> leg.side() == side).toList(),
                spread.legs().size());
    }

    static CommoditySpread.Leg leg(CommoditySpread spread, SpreadSide side) {
        return single(
                spread.legs().stream().filter(leg -> leg.side() == side).toList(),
                spread.legs().size());
    }

    private static <T> T single(List<T> legs, int all) {
        if (legs.size() != 1 || all != 2) {
            throw new IllegalArgumentException("a spread must have one leg on side A and one on side B");
        }
        return legs.get(0);
    }

    static int short16(long value) {
        if (value < 0 || value > MAX_SHORT) {
            throw new IllegalArgumentException("must be from 0 to " + MAX_SHORT + ": " + value);
        }
        return (int) value;
    }
}
