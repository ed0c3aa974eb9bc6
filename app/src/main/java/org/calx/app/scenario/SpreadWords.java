package org.calx.app.scenario;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.calx.model.CalendarSpread;
import org.calx.model.CommoditySpread;
import org.calx.model.CommoditySpreads;
import org.calx.model.DeliveryCharge;
import org.calx.model.MarginCharges;
import org.calx.model.Months;
import org.calx.model.SpreadSide;
import org.calx.model.Tier;

/** Charges by tiers and deliveries, and spreads between products, in words: each leg as what it takes and its ratio. */
final class SpreadWords {
    private final ScenarioDictionary names;

    SpreadWords(ScenarioDictionary names) {
        this.names = names;
    }

    MarginCharges charges(Words words) {
        int productId = names.products.id(words.next("a product"));
        long cap = 0;
        List<Tier> tiers = new ArrayList<>();
        List<CalendarSpread> spreads = new ArrayList<>();
        List<DeliveryCharge> deliveries = new ArrayList<>();
        while (words.hasNext()) {
            String field = words.next("a field");
            switch (field) {
                case "cap" -> cap = words.nextMicros(field);
                case "tier" -> tiers.add(new Tier(words.nextInt("a tier"), month(words), month(words)));
                case "spread" -> {
                    int priority = words.nextInt("a priority");
                    List<CalendarSpread.Leg> legs = List.of(leg(words, SpreadSide.A), leg(words, SpreadSide.B));
                    spreads.add(new CalendarSpread(priority, legs, words.nextMicros("a rate")));
                }
                case "delivery" ->
                    deliveries.add(new DeliveryCharge(
                            month(words), words.nextMicros("a spread rate"), words.nextMicros("an outright rate")));
                default ->
                    throw new IllegalArgumentException(
                            "expected one of cap, tier, spread, delivery, found '" + field + "'");
            }
        }
        return new MarginCharges(productId, cap, tiers, spreads, deliveries);
    }

    CommoditySpreads spreads(Words words) {
        List<CommoditySpread> list = new ArrayList<>();
        while (words.hasNext()) {
            words.expect("spread");
            int priority = words.nextInt("a priority");
            list.add(new CommoditySpread(
                    priority, List.of(commodityLeg(words, SpreadSide.A), commodityLeg(words, SpreadSide.B))));
        }
        return new CommoditySpreads(list);
    }

    private static CalendarSpread.Leg leg(Words words, SpreadSide side) {
        return new CalendarSpread.Leg(words.nextInt("a tier"), side, words.nextInt("a ratio"));
    }

    private CommoditySpread.Leg commodityLeg(Words words, SpreadSide side) {
        int productId = names.products.id(words.next("a product"));
        return new CommoditySpread.Leg(productId, side, words.nextInt("a ratio"), words.nextInt("a credit rate"));
    }

    private static int month(Words words) {
        String word = words.next("a month");
        try {
            return Months.number(YearMonth.parse(word));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a month is such as 2026-12, found '" + word + "'", e);
        }
    }
}
