package org.calx.model;

/**
 * What the operator may change about a product while it trades.
 *
 * @param productId the product
 * @param makerFeeMicrosPerLot fee of a resting order's fill, negative for a rebate
 * @param takerFeeMicrosPerLot fee of an aggressor's fill
 * @param settlementFeeMicrosPerLot fee per lot held at final settlement
 * @param bandTicks an order's price may be at most this far beyond the reference price on its aggressive side
 * @param protectionTicks a market order trades at most this far from the best opposite price
 * @param maxOrderLots largest order
 * @param positionLimitLots largest long or short position in one instrument that an account's orders may reach
 * @param calendarChargeMicros flat charge per possible calendar spread of one lot
 * @param settlementSpreadTicks widest bid-offer spread whose mid may serve as settlement price
 * @param settlementMinLots least volume of the settlement window for its average to serve as settlement price
 * @param markStaleNs age, in log time, above which a mark is no longer used
 */
public record ProductParameters(
        int productId,
        long makerFeeMicrosPerLot,
        long takerFeeMicrosPerLot,
        long settlementFeeMicrosPerLot,
        long bandTicks,
        long protectionTicks,
        long maxOrderLots,
        long positionLimitLots,
        long calendarChargeMicros,
        long settlementSpreadTicks,
        long settlementMinLots,
        long markStaleNs) {

    /** The most that a fill of one lot may cost in fees: the dearer of the two sides, and nothing for rebates. */
    public long highestFeeMicrosPerLot() {
        return Math.max(0, Math.max(makerFeeMicrosPerLot, takerFeeMicrosPerLot));
    }
}
