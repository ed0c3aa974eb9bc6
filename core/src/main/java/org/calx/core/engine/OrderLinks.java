package org.calx.core.engine;

import org.calx.core.book.Orders;
import org.calx.core.clearing.OrderPairs;
import org.calx.model.OrderType;
import org.calx.model.RejectReason;
import org.calx.model.Side;

/**
 * Pairs of orders of which one cancels the other: a buy below a sell of one account in one instrument. While both work, the
 * dearer of the two is reserved. Whatever happens to one of them, the link is taken off first.
 */
final class OrderLinks {
    private final OrderTable table;
    private final Orders orders;
    private final OrderPairs pairs;

    OrderLinks(Venue venue) {
        table = venue.orders;
        orders = table.orders();
        pairs = venue.clearing.pairs();
    }

    /** Whether any order is linked at all: the order path asks nothing more if not. */
    boolean areAny() {
        return table.linkedOrders() != 0;
    }

    /** Whether the order is linked. */
    boolean isLinked(int slot) {
        return areAny() && table.details().linkedOrderId(slot) != 0;
    }

    /** Why a limit order may not be linked with the order that it names. */
    RejectReason check(OrderEntry order, long limitTicks) {
        int other = table.find(order.accountId, order.linkedOrderId);
        if (other == Orders.NONE || orders.instrumentId(other) != order.instrumentId) {
            return RejectReason.UNKNOWN_ORDER;
        }
        boolean rests = order.timeInForce.mayRest() && order.type == OrderType.LIMIT;
        long otherTicks = orders.priceTicks(other);
        boolean below = order.side == Side.BUY ? limitTicks < otherTicks : limitTicks > otherTicks;
        boolean fits = rests && below && table.sideOf(other) != order.side && !isLinked(other);
        return fits ? RejectReason.NONE : RejectReason.NOT_LINKABLE;
    }

    /** Slot of the order that the entered one names. */
    int slotOf(OrderEntry order) {
        return table.find(order.accountId, order.linkedOrderId);
    }

    /** Links two reserved orders with so many lots left. */
    void link(int slot, long lots, int other, long otherLots) {
        pair(slot, lots, other, otherLots, true);
        table.setLink(slot, orders.orderId(other));
        table.setLink(other, orders.orderId(slot));
    }

    /** Takes the link off a linked order with so many lots left. @return slot of the other one */
    int unlink(int slot, long lots) {
        int other = orders.slotOf(table.details().linkedOrderId(slot));
        pair(slot, lots, other, orders.remainingLots(other), false);
        table.setLink(slot, 0);
        table.setLink(other, 0);
        return other;
    }

    private void pair(int slot, long lots, int other, long otherLots, boolean join) {
        boolean buys = table.sideOf(slot) == Side.BUY;
        int accountId = orders.accountId(slot);
        int instrumentId = orders.instrumentId(slot);
        long buyTicks = orders.priceTicks(buys ? slot : other);
        long sellTicks = orders.priceTicks(buys ? other : slot);
        long buyLots = buys ? lots : otherLots;
        long sellLots = buys ? otherLots : lots;
        if (join) {
            pairs.join(accountId, instrumentId, buyTicks, buyLots, sellTicks, sellLots);
        } else {
            pairs.part(accountId, instrumentId, buyTicks, buyLots, sellTicks, sellLots);
        }
    }
}
