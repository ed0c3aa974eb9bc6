package org.calx.margin.portfolio;

import java.util.List;
import org.calx.model.SpreadSide;

/**
 * A spread between products. As an inter-commodity spread it earns a credit on the price risk that it offsets; as a
 * scanning spread the legs' losses are scanned together, gains counted at their credit rate.
 *
 * @param priority spreads form from the lowest number on, equal numbers as listed
 * @param legs two or more, each of a product of its own
 */
public record ProductSpread(int priority, List<Leg> legs) {

    /**
     * A leg.
     *
     * @param productId the product whose delta it takes
     * @param side A or B
     * @param ratio deltas of it in one spread, above 0
     * @param creditRate part × 10,000 that is credited, 0 to 10,000
     */
    public record Leg(String productId, SpreadSide side, long ratio, long creditRate) {}
}
