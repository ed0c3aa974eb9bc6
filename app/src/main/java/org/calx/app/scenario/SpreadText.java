package org.calx.app.scenario;

import org.calx.model.CalendarSpread;
import org.calx.model.CommoditySpread;
import org.calx.model.CommoditySpreads;
import org.calx.model.DeliveryCharge;
import org.calx.model.MarginCharges;
import org.calx.model.Months;
import org.calx.model.Tier;

/** Charges and spreads between products in the words of {@link SpreadWords}. */
final class SpreadText {
    private SpreadText() {}

    static String charges(MarginCharges charges) {
        StringBuilder text = new StringBuilder();
        if (charges.priceRiskCapMicros() != 0) {
            text.append(" cap ").append(ScenarioDictionary.decimal(charges.priceRiskCapMicros()));
        }
        for (Tier tier : charges.tiers()) {
            text.append(" tier %d %s %s"
                    .formatted(tier.id(), Months.month(tier.fromMonth()), Months.month(tier.toMonth())));
        }
        for (CalendarSpread spread : charges.calendarSpreads()) {
            text.append(" spread ").append(spread.priority());
            spread.legs().forEach(leg -> text.append(" %d %d".formatted(leg.tierId(), leg.ratio())));
            text.append(' ').append(ScenarioDictionary.decimal(spread.rate()));
        }
        for (DeliveryCharge charge : charges.deliveryCharges()) {
            text.append(" delivery %s %s %s"
                    .formatted(
                            Months.month(charge.month()),
                            ScenarioDictionary.decimal(charge.spreadRate()),
                            ScenarioDictionary.decimal(charge.outrightRate())));
        }
        return text.toString();
    }

    static String spreads(CommoditySpreads spreads, ScenarioDictionary names) {
        StringBuilder text = new StringBuilder();
        for (CommoditySpread spread : spreads.list()) {
            text.append(" spread ").append(spread.priority());
            for (CommoditySpread.Leg leg : spread.legs()) {
                String product = names.products.name(leg.productId());
                text.append(" %s %d %d".formatted(product, leg.ratio(), leg.creditRate()));
            }
        }
        return text.toString();
    }
}
