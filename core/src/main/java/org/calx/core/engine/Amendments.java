package org.calx.core.engine;

import org.calx.core.book.Orders;
import org.calx.core.clearing.Clearing;
import org.calx.model.OrderType;
import org.calx.model.RejectReason;
import org.calx.model.Side;

/**
 * Changes of price and quantity of a working order. Less quantity at the same price keeps the place in the queue and is
 * never refused for price or margin; anything else goes to the back and may trade. What is refused leaves the order as
 * it was.
 */
final class Amendments {
    private final Venue venue;
    private final OrderTable table;
    private final Orders orders;
    private final Clearing clearing;
    private final OrderChecks checks;
    private final Refusals refusals;
    private final Matching matching;
    private final StateImage image;
    private final Invariants invariants;
    private final OrderLinks links;

    Amendments(
            Venue venue,
            OrderChecks checks,
            Refusals refusals,
            Matching matching,
            StateImage image,
            Invariants invariants) {
        this.venue = venue;
        this.checks = checks;
        this.refusals = refusals;
        this.matching = matching;
        this.image = image;
        this.invariants = invariants;
        table = venue.orders;
        orders = table.orders();
        clearing = venue.clearing;
        links = new OrderLinks(venue);
    }

    RejectReason amend(int accountId, long orderId, long priceTicks, long quantityLots, long nowNs) {
        if (!OrderChecks.isPrice(priceTicks)) {
            return RejectReason.INVALID_PARAMETER;
        }
        if (!venue.accounts.exists(accountId)) {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        int slot = table.find(accountId, orderId);
        if (slot == Orders.NONE) {
            return RejectReason.UNKNOWN_ORDER;
        }
        invariants.touch(accountId, orders.instrumentId(slot));
        RejectReason reason = checks.checkAmendment(slot, priceTicks, quantityLots, nowNs);
        if (reason != RejectReason.NONE) {
            return reason;
        }
        if (priceTicks == orders.priceTicks(slot) && quantityLots <= orders.originalLots(slot)) {
            reduce(slot, quantityLots);
            return RejectReason.NONE;
        }
        return links.isLinked(slot) ? RejectReason.NOT_LINKABLE : replace(slot, priceTicks, quantityLots, nowNs);
    }

    private void reduce(int slot, long quantityLots) {
        long given = orders.originalLots(slot) - quantityLots;
        long remainingLots = orders.remainingLots(slot) - given;
        if (given > 0) {
            int linked = links.isLinked(slot) ? links.unlink(slot, orders.remainingLots(slot)) : Orders.NONE;
            clearing.release(
                    orders.accountId(slot),
                    orders.instrumentId(slot),
                    table.sideOf(slot),
                    orders.priceTicks(slot),
                    given);
            table.book(orders.instrumentId(slot)).reduce(slot, remainingLots);
            orders.setOriginalLots(slot, quantityLots);
            if (linked != Orders.NONE) {
                links.link(slot, remainingLots, linked, orders.remainingLots(linked));
            }
        }
        tell(slot, true);
    }

    private RejectReason replace(int slot, long priceTicks, long quantityLots, long nowNs) {
        int accountId = orders.accountId(slot);
        int instrumentId = orders.instrumentId(slot);
        Side side = table.sideOf(slot);
        long oldRemaining = orders.remainingLots(slot);
        long newRemaining = quantityLots - (orders.originalLots(slot) - oldRemaining);
        clearing.backlog().bring(accountId);
        clearing.release(accountId, instrumentId, side, orders.priceTicks(slot), oldRemaining);
        RejectReason reason = venue.risk.checkExposure(accountId, instrumentId, side, priceTicks, newRemaining);
        if (reason == RejectReason.NONE) {
            reason = venue.rates.take(accountId, nowNs);
        }
        if (reason != RejectReason.NONE) {
            refusals.tell(reason, accountId, instrumentId, side, priceTicks, newRemaining, quantityLots - newRemaining);
            clearing.reserve(accountId, instrumentId, side, orders.priceTicks(slot), oldRemaining);
            return reason;
        }
        clearing.reserve(accountId, instrumentId, side, priceTicks, newRemaining);
        table.takeOut(slot);
        orders.amend(slot, priceTicks, newRemaining);
        orders.setOriginalLots(slot, quantityLots);
        tell(slot, false);
        long orderId = orders.orderId(slot);
        matching.match(slot, OrderType.LIMIT, table.details().timeInForce(slot));
        if (orders.slotOf(orderId) == slot) {
            image.orderMoved(slot);
        }
        return RejectReason.NONE;
    }

    private void tell(int slot, boolean priorityKept) {
        venue.events.orderAmended(
                orders.orderId(slot),
                orders.accountId(slot),
                orders.instrumentId(slot),
                table.sideOf(slot),
                orders.priceTicks(slot),
                orders.originalLots(slot),
                orders.remainingLots(slot),
                priorityKept);
    }
}
