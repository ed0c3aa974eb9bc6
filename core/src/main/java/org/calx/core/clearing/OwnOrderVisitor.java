package org.calx.core.clearing;

import org.calx.model.Side;

/** Sees a working order of an account: what margin needs of it. */
@FunctionalInterface
public interface OwnOrderVisitor {

    /**
     * A working order.
     *
     * @param priceTicks its limit
     * @param remainingLots what is left of it, above zero
     */
    void order(int instrumentId, Side side, long priceTicks, long remainingLots);
}
