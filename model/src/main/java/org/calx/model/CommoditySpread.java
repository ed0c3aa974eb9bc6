package org.calx.model;

import java.util.List;

/**
 * A spread between two products of a currency, which earns a credit on the price risk that they offset.
 *
 * @param priority spreads form from the lowest number on, equal numbers as listed
 * @param legs one on side A and one on side B, each of a product of its own
 */
public record CommoditySpread(int priority, List<Leg> legs) {
    public CommoditySpread {
        legs = List.copyOf(legs);
    }

    /**
     * A leg.
     *
     * @param productId the product whose delta it takes
     * @param side A or B
     * @param ratio lots of it in one spread, above 0
     * @param creditRate part × 10,000 of its price risk that is credited, 0 to 10,000
     */
    public record Leg(int productId, SpreadSide side, long ratio, long creditRate) {}
}
