package org.calx.core.risk;

import org.calx.core.reference.InstrumentPrices;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.Products;
import org.calx.model.ProductParameters;
import org.calx.model.Side;

/**
 * How far an order's price may reach on its aggressive side. The reference price is the mark while it is fresh, else the
 * mid of the book where that lies inside the band of the last settlement price, else the last settlement price, which is
 * the instrument's own reference price before the first settlement.
 */
final class PriceBand {
    private final Products products;
    private final Instruments instruments;

    PriceBand(Products products, Instruments instruments) {
        this.products = products;
        this.instruments = instruments;
    }

    /** The reference price, micros per unit. */
    long referenceMicros(int instrumentId, long bestBidTicks, long bestAskTicks, long nowNs) {
        InstrumentPrices prices = instruments.prices();
        ProductParameters parameters = products.parameters(instruments.productId(instrumentId));
        if (prices.hasFreshMark(instrumentId, nowNs, parameters.markStaleNs())) {
            return prices.markMicros(instrumentId);
        }
        long settlement = prices.settlementMicros(instrumentId);
        if (bestBidTicks == Long.MIN_VALUE || bestAskTicks == Long.MAX_VALUE) {
            return settlement;
        }
        long tick = instruments.tickMicros(instrumentId);
        long mid = (bestBidTicks + bestAskTicks) * tick / 2;
        return Math.abs(mid - settlement) <= parameters.bandTicks() * tick ? mid : settlement;
    }

    /** Whether the price is inside the band, and one that the instrument can have at all. */
    boolean contains(int instrumentId, Side side, long priceTicks, long bestBidTicks, long bestAskTicks, long nowNs) {
        if (priceTicks < instruments.lowestTicks(instrumentId) || priceTicks > instruments.highestTicks(instrumentId)) {
            return false;
        }
        long reference = referenceMicros(instrumentId, bestBidTicks, bestAskTicks, nowNs);
        long tick = instruments.tickMicros(instrumentId);
        // What limitTicks says, without its division.
        return side == Side.BUY
                ? (priceTicks - bandTicks(instrumentId)) * tick <= reference
                : (priceTicks + bandTicks(instrumentId)) * tick >= reference;
    }

    /** The last price inside the band on the aggressive side of the order. */
    long limitTicks(int instrumentId, Side side, long bestBidTicks, long bestAskTicks, long nowNs) {
        long reference = referenceMicros(instrumentId, bestBidTicks, bestAskTicks, nowNs);
        long tick = instruments.tickMicros(instrumentId);
        return side == Side.BUY
                ? Math.min(
                        Math.floorDiv(reference, tick) + bandTicks(instrumentId),
                        instruments.highestTicks(instrumentId))
                : Math.max(
                        Math.ceilDiv(reference, tick) - bandTicks(instrumentId), instruments.lowestTicks(instrumentId));
    }

    private long bandTicks(int instrumentId) {
        return products.parameters(instruments.productId(instrumentId)).bandTicks();
    }
}
