package org.calx.core.risk;

import org.calx.core.clearing.Clearing;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.Products;
import org.calx.model.OrderType;
import org.calx.model.RejectReason;
import org.calx.model.Side;
import org.calx.model.TimeInForce;

/**
 * The checks of an order before it may trade, in two calls because checks that need the book stand between them in the
 * order of precedence: {@link #checkTerms}, then the engine's own (opposite orders, post-only, duplicate id, order
 * counts), then {@link #checkExposure}.
 */
public final class PreTradeRisk {
    /** Decides by these tables. */
    public PreTradeRisk(Products products, Instruments instruments, Clearing clearing) {}

    /**
     * Quantity, time in force and price band.
     *
     * @param bestBidTicks best bid of the book, {@code Long.MIN_VALUE} for none
     * @param bestAskTicks best offer of the book, {@code Long.MAX_VALUE} for none
     */
    public RejectReason checkTerms(
            int instrumentId,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            boolean postOnly,
            long priceTicks,
            long quantityLots,
            long bestBidTicks,
            long bestAskTicks,
            long nowNs) {
        throw new UnsupportedOperationException();
    }

    /**
     * The limit at which a market order trades and is reserved: the product's protection from the best opposite price,
     * and no further than the band.
     *
     * @param bestBidTicks best bid of the book, {@code Long.MIN_VALUE} for none; a sell needs one
     * @param bestAskTicks best offer of the book, {@code Long.MAX_VALUE} for none; a buy needs one
     */
    public long marketLimitTicks(int instrumentId, Side side, long bestBidTicks, long bestAskTicks, long nowNs) {
        throw new UnsupportedOperationException();
    }

    /**
     * Position limit, risk array and margin of new working lots. For an amendment, release the old terms first and
     * reserve them again if this refuses.
     *
     * @param priceTicks limit of the order; for a market order {@link #marketLimitTicks}
     * @param lots what is to work
     */
    public RejectReason checkExposure(int accountId, int instrumentId, Side side, long priceTicks, long lots) {
        throw new UnsupportedOperationException();
    }
}
