package org.calx.pricing.futures;

/**
 * A perpetual's mark and funding. The mark is the middle one of the index, the index plus the smoothed premium of the book's
 * middle, and the middle one of bid, ask and last trade: one of them alone cannot move it. Funding is the mean premium of the hours
 * before the print, within bounds.
 */
public final class PerpetualMark {
    private final double memorySeconds;
    private double premium;
    private double lastSeconds = Double.NaN;

    /** @param memorySeconds time in which a past premium loses its weight to 1/e, above 0 */
    public PerpetualMark(double memorySeconds) {
        if (!(memorySeconds > 0)) {
            throw new IllegalArgumentException("memorySeconds " + memorySeconds + " is not above 0");
        }
        this.memorySeconds = memorySeconds;
    }

    /**
     * The mark now.
     *
     * @param seconds time, not before the last call's
     * @throws IllegalArgumentException when time runs back, a price is not finite or the ask is below the bid
     */
    public double mark(double seconds, double index, double bid, double ask, double last) {
        boolean back = seconds < lastSeconds;
        if (back || !(ask >= bid) || !Double.isFinite(seconds + index + bid + ask + last)) {
            throw new IllegalArgumentException("at " + seconds + " s: index " + index + ", bid " + bid + ", ask " + ask
                    + ", last " + last + "; time does not run back, the ask is not below the bid");
        }
        double now = (bid + ask) / 2 - index;
        double kept = Double.isNaN(lastSeconds) ? 0 : Math.exp((lastSeconds - seconds) / memorySeconds);
        premium = kept * premium + (1 - kept) * now;
        lastSeconds = seconds;
        return middle(index, index + premium, middle(bid, ask, last));
    }

    /** The smoothed premium of the book's middle over the index, after the last call of {@link #mark}. */
    public double premium() {
        return premium;
    }

    /**
     * What longs pay shorts per unit for a day: the mean premium, at most {@code bound} times the index either way.
     *
     * @param meanPremium of the hours before the print
     */
    public static double funding(double meanPremium, double index, double bound) {
        double most = bound * Math.abs(index);
        return Math.clamp(meanPremium, -most, most);
    }

    private static double middle(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
