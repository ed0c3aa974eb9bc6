package org.calx.core.settlement;

import org.calx.core.reference.InstrumentPrices;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.Products;
import org.calx.model.Decimals;
import org.calx.model.ProductParameters;
import org.calx.model.SettlementTier;

/**
 * The waterfall of the daily settlement price: the average of the settlement window's trades if their volume suffices,
 * else the mid of the book if it is narrow enough, else the mark if it is fresh, else the previous settlement price. A
 * price is rounded to micros, half away from zero.
 */
final class SettlementPrice {
    private final Products products;
    private final Instruments instruments;

    SettlementPrice(Products products, Instruments instruments) {
        this.products = products;
        this.instruments = instruments;
    }

    /** The first tier that has a price. */
    SettlementTier tier(int instrumentId, long bestBidTicks, long bestAskTicks, long nowNs) {
        ProductParameters parameters = products.parameters(instruments.productId(instrumentId));
        InstrumentPrices prices = instruments.prices();
        if (prices.closingLots(instrumentId) >= parameters.settlementMinLots()) {
            return SettlementTier.VOLUME_WEIGHTED;
        }
        boolean twoSided = bestBidTicks != Long.MIN_VALUE && bestAskTicks != Long.MAX_VALUE;
        if (twoSided && bestAskTicks - bestBidTicks <= parameters.settlementSpreadTicks()) {
            return SettlementTier.BOOK_MID;
        }
        boolean marked = prices.hasFreshMark(instrumentId, nowNs, parameters.markStaleNs());
        return marked ? SettlementTier.MARK : SettlementTier.PREVIOUS;
    }

    /** The price of that tier, micros per unit. */
    long priceMicros(int instrumentId, SettlementTier tier, long bestBidTicks, long bestAskTicks) {
        InstrumentPrices prices = instruments.prices();
        long tick = instruments.tickMicros(instrumentId);
        return switch (tier) {
            case VOLUME_WEIGHTED ->
                volumeWeighted(prices.closingTicksLots(instrumentId), prices.closingLots(instrumentId), tick);
            case BOOK_MID -> Decimals.divideHalfUp((bestBidTicks + bestAskTicks) * tick, 2);
            case MARK -> prices.markMicros(instrumentId);
            case PREVIOUS -> prices.settlementMicros(instrumentId);
            case FIXING_AVERAGE -> throw new IllegalArgumentException("not a daily tier: " + tier);
        };
    }

    /** The whole ticks are taken out before the tick is multiplied in, so that no product outgrows a {@code long}. */
    private static long volumeWeighted(long ticksLots, long lots, long tick) {
        long wholeTicks = Math.floorDiv(ticksLots, lots);
        long restOfTick = Math.floorMod(ticksLots, lots);
        return wholeTicks * tick + Decimals.divideHalfUp(Math.multiplyExact(restOfTick, tick), lots);
    }
}
