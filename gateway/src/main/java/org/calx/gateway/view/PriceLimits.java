package org.calx.gateway.view;

import java.util.Map;
import org.calx.model.ProductClass;
import org.calx.model.ProductParameters;
import org.calx.model.Side;

/**
 * How far an order's price may reach on its aggressive side, as far as a reader of the stream can know: the exchange alone
 * knows how old its mark was when this gateway began.
 */
public final class PriceLimits {
    private PriceLimits() {}

    /** The last price in ticks that an order of this side may have. */
    public static long limitTicks(InstrumentView instrument, Side side, long nowNs) {
        long tick = instrument.product.spec.tickMicros();
        long reference = referenceMicros(instrument, nowNs);
        long band = instrument.product.parameters().bandTicks();
        boolean negative = instrument.product.spec.productClass() == ProductClass.POWER && !instrument.spec.isOption();
        return side == Side.BUY
                ? Math.floorDiv(reference, tick) + band
                : Math.max(Math.ceilDiv(reference, tick) - band, negative ? Long.MIN_VALUE : 1);
    }

    /** The limit at which a market order is reserved: the protection from the best opposite price, inside the band. */
    public static long marketTicks(InstrumentView instrument, Side side, long bestOppositeTicks, long nowNs) {
        long protection = instrument.product.parameters().protectionTicks();
        long limit = limitTicks(instrument, side, nowNs);
        return side == Side.BUY
                ? Math.min(bestOppositeTicks + protection, limit)
                : Math.max(bestOppositeTicks - protection, limit);
    }

    private static long referenceMicros(InstrumentView instrument, long nowNs) {
        ProductParameters parameters = instrument.product.parameters();
        if (instrument.hasFreshMark(nowNs, parameters.markStaleNs())) {
            return instrument.markMicros();
        }
        long settlement =
                instrument.isSettled() ? instrument.settlementMicros() : instrument.spec.referencePriceMicros();
        Map.Entry<Long, Long> bid = instrument.book.best(Side.BUY);
        Map.Entry<Long, Long> ask = instrument.book.best(Side.SELL);
        if (bid == null || ask == null) {
            return settlement;
        }
        long tick = instrument.product.spec.tickMicros();
        long mid = (bid.getKey() + ask.getKey()) * tick / 2;
        return Math.abs(mid - settlement) <= parameters.bandTicks() * tick ? mid : settlement;
    }
}
