package org.calx.model;

import java.util.List;

/**
 * A charge for delta of one tier held against delta of another.
 *
 * @param priority spreads form from the lowest number on, equal numbers as listed
 * @param legs two or more, each with a tier of its own
 * @param rate minor units for one spread, that is for {@code ratio} × 1.0000 delta of each leg
 */
public record CalendarSpread(int priority, List<Leg> legs, long rate) {

    /**
     * A leg.
     *
     * @param tierId the tier whose delta it takes
     * @param side A or B
     * @param ratio deltas of it in one spread, above 0
     */
    public record Leg(int tierId, SpreadSide side, long ratio) {}
}
