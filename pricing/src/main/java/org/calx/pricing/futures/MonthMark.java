package org.calx.pricing.futures;

/**
 * The mark of a future that settles on the mean of its days: {@code (sum of the fixed days + sum of what the others are expected to
 * be) / days}.
 *
 * @param price per unit
 * @param openShare share of the days that are not fixed: a move of the market moves the mark by this share of it
 */
public record MonthMark(double price, double openShare) {

    /**
     * From days that are fixed and forwards of those that are not.
     *
     * @throws IllegalArgumentException when there is no day, or a number is not finite
     */
    public static MonthMark of(double[] fixed, double[] expected) {
        double sum = 0;
        for (double price : fixed) {
            sum += price;
        }
        for (double price : expected) {
            sum += price;
        }
        int days = fixed.length + expected.length;
        if (days == 0 || !Double.isFinite(sum)) {
            throw new IllegalArgumentException("a month has days, and their prices are finite numbers");
        }
        return new MonthMark(sum / days, (double) expected.length / days);
    }

    /**
     * Relative variance of the mean at the start of a month of evenly spaced days, over that of the last day's price: a third for
     * many days.
     */
    public static double varianceShare(int days) {
        return (days + 1.0) * (2 * days + 1.0) / (6.0 * days * days);
    }
}
