package org.calx.core.clearing;

import org.calx.model.Side;

/** Sees a working order: what margin needs of it. */
@FunctionalInterface
public interface OrderVisitor {

    /**
     * A working order.
     *
     * @param priceTicks its limit
     * @param remainingLots what is left of it, above zero
     */
    void order(int accountId, Side side, long priceTicks, long remainingLots);
}
