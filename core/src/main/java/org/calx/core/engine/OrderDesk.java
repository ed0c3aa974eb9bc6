package org.calx.core.engine;

import org.calx.model.RejectReason;

/** Where an order is entered: checked, reserved, accepted, matched. A refusal for a limit or for margin is told here too. */
final class OrderDesk {
    private final Venue venue;
    private final OrderChecks checks;
    private final Refusals refusals;
    private final LivenessDesk liveness;
    private final Matching matching;
    private final OrderLinks links;
    private boolean isRepeated;
    private long orderId;

    OrderDesk(Venue venue, OrderChecks checks, Refusals refusals, LivenessDesk liveness, Matching matching) {
        this.venue = venue;
        this.checks = checks;
        this.refusals = refusals;
        this.liveness = liveness;
        this.matching = matching;
        links = new OrderLinks(venue);
    }

    /** Whether the last order had been made before, by its client order id: nothing was done. */
    boolean isRepeated() {
        return isRepeated;
    }

    /** The order that was made, or found again; 0 if it was refused. */
    long orderId() {
        return orderId;
    }

    /** Takes an order in and matches it, or says why not. */
    RejectReason enter(CommandHeader header, OrderEntry order, long nowNs) {
        RejectReason reason = checks.checkFields(order);
        long known = reason == RejectReason.NONE ? venue.clientOrderIds.find(order) : ClientOrderIdTable.NEW;
        isRepeated = known > 0;
        orderId = isRepeated ? known : 0;
        if (isRepeated) {
            return RejectReason.NONE;
        }
        if (reason == RejectReason.NONE) {
            reason = checks.check(order, known == ClientOrderIdTable.CONFLICT, nowNs);
        }
        if (reason == RejectReason.NONE) {
            reason = liveness.admit(header, order);
        }
        if (reason == RejectReason.NONE) {
            reason = venue.rates.take(order.accountId, nowNs);
        }
        if (reason != RejectReason.NONE) {
            tellRefusal(order, reason, nowNs);
            return reason;
        }
        int slot = accept(order, nowNs);
        orderId = venue.orders.orders().orderId(slot);
        if (order.linkedOrderId != 0) {
            link(slot, order);
        }
        matching.match(slot, order.type, order.timeInForce);
        return RejectReason.NONE;
    }

    private void link(int slot, OrderEntry order) {
        int other = links.slotOf(order);
        links.link(slot, order.quantityLots, other, venue.orders.orders().remainingLots(other));
        venue.events.ordersLinked(order.accountId, orderId, order.linkedOrderId);
    }

    private void tellRefusal(OrderEntry order, RejectReason reason, long nowNs) {
        if (refusals.concern(reason)) {
            long limitTicks = checks.limitTicks(order, nowNs);
            refusals.tell(reason, order.accountId, order.instrumentId, order.side, limitTicks, order.quantityLots, 0);
        }
    }

    private int accept(OrderEntry order, long nowNs) {
        long limitTicks = checks.limitTicks(order, nowNs);
        int slot = venue.orders.add(order, limitTicks, nowNs);
        long acceptedId = venue.orders.orders().orderId(slot);
        venue.clientOrderIds.remember(order, acceptedId);
        venue.clearing.reserve(order.accountId, order.instrumentId, order.side, limitTicks, order.quantityLots);
        venue.events.orderAccepted(
                acceptedId,
                order.accountId,
                order.instrumentId,
                order.side,
                order.type,
                order.timeInForce,
                order.postOnly,
                limitTicks,
                order.quantityLots,
                order.clientOrderIdHigh,
                order.clientOrderIdLow,
                order.labelHigh,
                order.labelLow);
        return slot;
    }
}
