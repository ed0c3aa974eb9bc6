package org.calx.bench.core;

import org.calx.core.clearing.OrderVisitor;
import org.calx.core.clearing.OwnOrderVisitor;
import org.calx.core.clearing.WorkingOrders;

/** Books in which nothing rests. */
final class NoOrders implements WorkingOrders {
    @Override
    public void forEach(int instrumentId, OrderVisitor visitor) {}

    @Override
    public int ordersIn(int instrumentId) {
        return 0;
    }

    @Override
    public void forEachOf(int accountId, OwnOrderVisitor visitor) {}
}
