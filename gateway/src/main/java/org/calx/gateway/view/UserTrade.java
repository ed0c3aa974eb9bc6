package org.calx.gateway.view;

import org.calx.model.Side;

/**
 * One side of a trade, as its owner sees it.
 *
 * @param aggressor whether the owner's order was the aggressor
 * @param feeMicros what the owner paid, negative for a rebate
 * @param remainingLots what was left of the owner's order after it
 */
public record UserTrade(TradeView trade, OrderView order, boolean aggressor, long feeMicros, long remainingLots) {

    /** The side that the owner traded. */
    public Side side() {
        return order.side;
    }
}
