package org.calx.margin;

/**
 * Two working orders of one account in one contract of which one cancels the other: a fill of either, even of a part, leaves
 * nothing of the other. So in each row of a vector the dearer of the two counts, never both. {@code docs/spec/margin.md} has the
 * proof.
 */
public record OrderPair(OpenOrder buy, OpenOrder sell) {

    /** What the two add too much where each is counted: the smaller of the two, which cannot fill as well. */
    long excessMicros(long lossOfLong) {
        return excessMicros(lossOfLong, buy.lossAtOnceMicros(), buy.lots(), sell.lossAtOnceMicros(), sell.lots());
    }

    /**
     * What two orders add too much to a row.
     *
     * @param lossOfLong loss of a long lot in the row
     * @param buyAtOnce loss of a lot bought at the limit, the moment it fills
     * @param buyLots what is left of the buy
     */
    public static long excessMicros(long lossOfLong, long buyAtOnce, long buyLots, long sellAtOnce, long sellLots) {
        return Math.min(buyLots * Math.max(0, buyAtOnce + lossOfLong), sellLots * Math.max(0, sellAtOnce - lossOfLong));
    }
}
