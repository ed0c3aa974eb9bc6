package org.calx.margin;

/**
 * The charge for calendar spreads of one product: long one month and short another, a pair whose scanning losses cancel
 * although the two prices may part. A spread is one lot long against one lot short.
 *
 * <p>With working orders the number of spreads is bounded over all fills. A month whose position is p with b lots of
 * open buys and s of open sells reaches from −max(0, s − p) to max(0, p + b). Call the two reaches its <em>long</em> and
 * its <em>short</em>, and the larger of the two its <em>reach</em>. No fill raises any of them, and however the orders
 * fill:
 *
 * <ul>
 *   <li>there are no more spreads than the sum of the longs, nor than the sum of the shorts;
 *   <li>each spread takes a lot from two months' positions, so twice the spreads are at most the sum of the reaches;
 *   <li>a month is long or short, not both, so one side of every spread lies outside the month with the largest reach.
 * </ul>
 */
public final class CalendarCharge {
    private CalendarCharge() {}

    /** The most lots long that a month can become. */
    public static long longReach(long positionLots, long openBuyLots) {
        return Math.max(0, positionLots + openBuyLots);
    }

    /** The most lots short that a month can become, unsigned. */
    public static long shortReach(long positionLots, long openSellLots) {
        return Math.max(0, openSellLots - positionLots);
    }

    /**
     * The bound on spreads over all fills.
     *
     * @param longLots sum of the months' long reaches
     * @param shortLots sum of the months' short reaches
     * @param reachLots sum of the months' larger reaches
     * @param largestReachLots the largest of them
     */
    public static long mostSpreads(long longLots, long shortLots, long reachLots, long largestReachLots) {
        long sides = Math.min(longLots, shortLots);
        return Math.min(sides, Math.min(reachLots / 2, reachLots - largestReachLots));
    }

    /** What that many spreads cost. */
    public static long chargeMicros(long spreads, long chargeMicrosPerSpread) {
        return Math.multiplyExact(spreads, chargeMicrosPerSpread);
    }
}
