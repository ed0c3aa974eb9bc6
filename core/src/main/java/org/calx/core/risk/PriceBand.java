package org.calx.core.risk;

import org.calx.core.reference.InstrumentPrices;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.NumericBounds;
import org.calx.core.reference.Products;
import org.calx.model.ProductClass;
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
        if (priceTicks < lowestTicks(instrumentId) || priceTicks > highestTicks(instrumentId)) {
            return false;
        }
        long limit = limitTicks(instrumentId, side, bestBidTicks, bestAskTicks, nowNs);
        return side == Side.BUY ? priceTicks <= limit : priceTicks >= limit;
    }

    /** The last price inside the band on the aggressive side of the order. */
    long limitTicks(int instrumentId, Side side, long bestBidTicks, long bestAskTicks, long nowNs) {
        long reference = referenceMicros(instrumentId, bestBidTicks, bestAskTicks, nowNs);
        long tick = instruments.tickMicros(instrumentId);
        long band = products.parameters(instruments.productId(instrumentId)).bandTicks();
        return side == Side.BUY
                ? Math.min(Math.floorDiv(reference, tick) + band, highestTicks(instrumentId))
                : Math.max(Math.ceilDiv(reference, tick) - band, lowestTicks(instrumentId));
    }

    private long highestTicks(int instrumentId) {
        long mostMicros = NumericBounds.MAX_LOT_VALUE_MICROS / instruments.unitsPerLot(instrumentId);
        return mostMicros / instruments.tickMicros(instrumentId);
    }

    /** Power may cost less than nothing; an hour of computing may not, nor may a right. */
    private long lowestTicks(int instrumentId) {
        if (instruments.isOption(instrumentId)) {
            return 1;
        }
        ProductClass productClass =
                products.spec(instruments.productId(instrumentId)).productClass();
        return productClass == ProductClass.POWER ? -highestTicks(instrumentId) : 1;
    }
}
