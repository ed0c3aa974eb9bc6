package org.calx.gateway.view;

import org.calx.model.CancelReason;
import org.calx.model.OrderType;
import org.calx.model.Side;
import org.calx.model.TimeInForce;

/** An order as its events have made it. */
public final class OrderView {
    public final long orderId;
    public final int accountId;
    public final InstrumentView instrument;
    public final Side side;
    public final OrderType type;
    public final TimeInForce timeInForce;
    public final boolean postOnly;

    /** The owner's id for it, empty for none. */
    public final String clientOrderId;

    /** The owner's tag, empty for none. */
    public final String label;

    /** Log time of its entry. */
    public final long enteredNs;

    long priceTicks;
    long quantityLots;
    long filledLots;
    long filledCostTicks;
    long updatedNs;
    long matchableSince;
    long changedSequence;
    boolean fromImage;
    boolean inBook;
    OrderState state = OrderState.OPEN;
    CancelReason cancelReason;
    long linkedOrderId;

    OrderView(
            long orderId,
            int accountId,
            InstrumentView instrument,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            boolean postOnly,
            String clientOrderId,
            String label,
            long enteredNs) {
        this.orderId = orderId;
        this.accountId = accountId;
        this.instrument = instrument;
        this.side = side;
        this.type = type;
        this.timeInForce = timeInForce;
        this.postOnly = postOnly;
        this.clientOrderId = clientOrderId;
        this.label = label;
        this.enteredNs = enteredNs;
        updatedNs = enteredNs;
    }

    void fill(long priceTicksOfFill, long lots, long timestampNs) {
        filledLots = Math.addExact(filledLots, lots);
        filledCostTicks = Math.addExact(filledCostTicks, Math.multiplyExact(priceTicksOfFill, lots));
        updatedNs = timestampNs;
        if (filledLots == quantityLots) {
            state = OrderState.FILLED;
        }
    }

    public long priceTicks() {
        return priceTicks;
    }

    /** Quantity, fills included. */
    public long quantityLots() {
        return quantityLots;
    }

    public long filledLots() {
        return filledLots;
    }

    /** What is not filled. */
    public long remainingLots() {
        return quantityLots - filledLots;
    }

    /** Sum of fill price times fill quantity; after a start from a state image only the fills since. */
    public long filledCostTicks() {
        return filledCostTicks;
    }

    /** Log time of the last event about it. */
    public long updatedNs() {
        return updatedNs;
    }

    /** Event sequence of its entry or its last amendment: its fills as an aggressor after that belong to that command. */
    public long matchableSince() {
        return matchableSince;
    }

    /** Number of the last event of the last command that touched it; of the state image's if nothing has since. */
    public long changedSequence() {
        return changedSequence;
    }

    /** Whether a state image told it and nothing has touched it since: then nobody here knows when it last changed. */
    public boolean isFromImage() {
        return fromImage;
    }

    public OrderState state() {
        return state;
    }

    /** The working order of which one cancels the other, 0 for none. */
    public long linkedOrderId() {
        return linkedOrderId;
    }

    /** Why it was cancelled, null if it was not. */
    public CancelReason cancelReason() {
        return cancelReason;
    }
}
