package org.calx.api.client;

import org.calx.model.OrderType;
import org.calx.model.Side;
import org.calx.model.TimeInForce;

/**
 * An order to enter.
 *
 * @param clientOrderId 0 to 16 printable ASCII characters, unique per account; empty for none
 * @param label 0 to 16 printable ASCII characters, the owner's tag
 * @param sessionNumber the sender's session that it is entered in, 0 for none
 * @param linkedOrderId a working order of the account in the instrument of which one is to cancel the other, 0 for none
 */
public record OrderRequest(
        int accountId,
        int instrumentId,
        Side side,
        OrderType type,
        TimeInForce timeInForce,
        boolean postOnly,
        long priceTicks,
        long quantityLots,
        String clientOrderId,
        String label,
        long sessionNumber,
        long linkedOrderId) {

    /** An order outside any session. */
    public OrderRequest(
            int accountId,
            int instrumentId,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            boolean postOnly,
            long priceTicks,
            long quantityLots,
            String clientOrderId,
            String label) {
        this(
                accountId,
                instrumentId,
                side,
                type,
                timeInForce,
                postOnly,
                priceTicks,
                quantityLots,
                clientOrderId,
                label,
                0,
                0);
    }

    /** The same order in a session of the sender. */
    public OrderRequest inSession(long number) {
        return new OrderRequest(
                accountId,
                instrumentId,
                side,
                type,
                timeInForce,
                postOnly,
                priceTicks,
                quantityLots,
                clientOrderId,
                label,
                number,
                linkedOrderId);
    }

    /** The same order linked with a working one. */
    public OrderRequest linkedWith(long orderId) {
        return new OrderRequest(
                accountId,
                instrumentId,
                side,
                type,
                timeInForce,
                postOnly,
                priceTicks,
                quantityLots,
                clientOrderId,
                label,
                sessionNumber,
                orderId);
    }

    /** A good-til-cancelled limit order without ids. */
    public static OrderRequest limit(int accountId, int instrumentId, Side side, long priceTicks, long quantityLots) {
        return new OrderRequest(
                accountId,
                instrumentId,
                side,
                OrderType.LIMIT,
                TimeInForce.GOOD_TIL_CANCELLED,
                false,
                priceTicks,
                quantityLots,
                "",
                "");
    }
}
