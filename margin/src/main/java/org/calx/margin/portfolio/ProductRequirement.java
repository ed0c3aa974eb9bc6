package org.calx.margin.portfolio;

/** What a product requires and why, in minor units. Overwritten by the kernel's next computation. */
public final class ProductRequirement {
    long scanRisk;
    int activeScenario;
    long calendarCharge;
    long deliveryCharge;
    long interCommodityCredit;
    long shortOptionMinimum;
    long netOptionValue;
    long longSide;
    long shortSide;
    long requirement;

    ProductRequirement() {}

    /** The worst loss over the scenarios, not below 0; for a percentage product the margin of its positions. */
    public long scanRisk() {
        return scanRisk;
    }

    /** The lowest scenario of the largest loss, from 1; 0 for a percentage product. */
    public int activeScenario() {
        return activeScenario;
    }

    /** Charge on calendar spreads, rounded up. */
    public long calendarCharge() {
        return calendarCharge;
    }

    /** Charge on deltas of delivery months, rounded up. */
    public long deliveryCharge() {
        return deliveryCharge;
    }

    /** Credit for spreads with other products, rounded down. */
    public long interCommodityCredit() {
        return interCommodityCredit;
    }

    /** Least charge for net short options. */
    public long shortOptionMinimum() {
        return shortOptionMinimum;
    }

    /** Value of the options held less that of the options owed. */
    public long netOptionValue() {
        return netOptionValue;
    }

    /** Margin of the long positions of a percentage product, rounded up. */
    public long longSide() {
        return longSide;
    }

    /** Margin of the short positions of a percentage product, rounded up. */
    public long shortSide() {
        return shortSide;
    }

    /** What the product requires, before the account ratio. */
    public long requirement() {
        return requirement;
    }
}
