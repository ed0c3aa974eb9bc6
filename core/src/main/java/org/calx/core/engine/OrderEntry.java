package org.calx.core.engine;

import org.calx.model.OrderType;
import org.calx.model.Side;
import org.calx.model.TimeInForce;

/** The command that enters an order. One instance is reused by the decoder. */
public final class OrderEntry {
    /** The account that the order is for. */
    public int accountId;

    /** The instrument. */
    public int instrumentId;

    /** Buy or sell. */
    public Side side;

    /** Limit or market. */
    public OrderType type;

    /** How long the order may rest. */
    public TimeInForce timeInForce;

    /** Refused rather than traded at once. */
    public boolean postOnly;

    /** Limit price in ticks; ignored for a market order. */
    public long priceTicks;

    /** Quantity in lots. */
    public long quantityLots;

    /** Client order id as {@link org.calx.model.ShortText}, or any 128 bits; unique per account, zero for none. */
    public long clientOrderIdHigh;

    /** Low half of the client order id. */
    public long clientOrderIdLow;

    /** The owner's tag as {@link org.calx.model.ShortText}; need not be unique, zero for none. */
    public long labelHigh;

    /** Low half of the label. */
    public long labelLow;

    /** Number of the sender's session that the order is entered in, 0 for none. */
    public long sessionNumber;

    /** A working order of the account in the instrument of which one is to cancel the other, 0 for none. */
    public long linkedOrderId;

    /** The exchange's id of that session, found when the order is checked. */
    long sessionId;
}
