package org.calx.model;

import java.util.List;

/**
 * What a product charges for months that are held against each other or into delivery, in place of its flat calendar charge.
 * Amounts are micros of the product's currency, a spread's rate for {@code ratio} lots of each leg.
 *
 * @param productId the product
 * @param priceRiskCapMicros the most that a lot's price risk counts for in a credit, 0 for no limit
 * @param tiers ranges of months, none overlapping, at most {@value #MAX_TIERS}; a month in none forms no calendar spread
 * @param calendarSpreads charges between two tiers each, at most {@value #MAX_SPREADS}
 * @param deliveryCharges charges on single months, at most {@value #MAX_DELIVERIES}; such a month is a tier of its own or in none
 */
public record MarginCharges(
        int productId,
        long priceRiskCapMicros,
        List<Tier> tiers,
        List<CalendarSpread> calendarSpreads,
        List<DeliveryCharge> deliveryCharges) {
    /** Most tiers. */
    public static final int MAX_TIERS = 12;

    /** Most calendar spreads. */
    public static final int MAX_SPREADS = 28;

    /** Most months with a delivery charge. */
    public static final int MAX_DELIVERIES = 6;

    public MarginCharges {
        tiers = List.copyOf(tiers);
        calendarSpreads = List.copyOf(calendarSpreads);
        deliveryCharges = List.copyOf(deliveryCharges);
    }

    /** None: the product's flat calendar charge holds. */
    public static MarginCharges none(int productId) {
        return new MarginCharges(productId, 0, List.of(), List.of(), List.of());
    }

    /** Whether the flat calendar charge holds. */
    public boolean isFlat() {
        return calendarSpreads.isEmpty();
    }
}
