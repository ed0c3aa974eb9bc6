package org.calx.pricing.curve;

/**
 * The price of a contract that settles on the mean over its delivery days.
 *
 * @param firstDay first delivery day, as days since 1970-01-01
 * @param endDay the day after the last
 * @param price of one unit, may be negative for power
 */
public record ListedPrice(long firstDay, long endDay, double price) {

    /** Checks the period and the price. @throws IllegalArgumentException when one is wrong */
    public ListedPrice {
        if (endDay <= firstDay || !Double.isFinite(price)) {
            throw new IllegalArgumentException(
                    "delivery from day " + firstDay + " to before day " + endDay + " at " + price + " is no contract");
        }
    }

    /** Delivery days. */
    public long days() {
        return endDay - firstDay;
    }
}
