package org.calx.margin;

import java.util.List;
import org.calx.model.Side;

/**
 * What an account has in one contract: a month future, or an option on one.
 *
 * @param month the contract month, of {@link org.calx.model.Months}; charges look at it alone
 * @param positionLots signed
 * @param lossMicrosPerLot the contract's risk array; of an option less its value, of {@link OptionValue#takeOff}; by a percentage
 *     policy the margin of a lot alone
 * @param orders the account's working orders in it
 * @param option what it is worth if it is an option, null for a future
 * @param excluded whether a percentage policy requires it beside the larger side
 * @param pairs those of the orders of which one cancels the other
 */
public record MonthExposure(
        int month,
        long positionLots,
        long[] lossMicrosPerLot,
        List<OpenOrder> orders,
        OptionValue option,
        boolean excluded,
        List<OrderPair> pairs) {

    /** A contract without linked orders. */
    public MonthExposure(
            int month,
            long positionLots,
            long[] lossMicrosPerLot,
            List<OpenOrder> orders,
            OptionValue option,
            boolean excluded) {
        this(month, positionLots, lossMicrosPerLot, orders, option, excluded, List.of());
    }

    /** A month future. */
    public MonthExposure(int month, long positionLots, long[] lossMicrosPerLot, List<OpenOrder> orders) {
        this(month, positionLots, lossMicrosPerLot, orders, null, false);
    }

    /** A month of a product that charges no month differently. */
    public MonthExposure(long positionLots, long[] lossMicrosPerLot, List<OpenOrder> orders) {
        this(0, positionLots, lossMicrosPerLot, orders);
    }

    boolean isOption() {
        return option != null;
    }

    /** The least delta that fills can make, in lots. */
    long low() {
        return isOption() ? OptionValue.lowDelta(option.type(), lowLots(), highLots()) : lowLots();
    }

    /** The most. */
    long high() {
        return isOption() ? OptionValue.highDelta(option.type(), lowLots(), highLots()) : highLots();
    }

    /** The most lots short that fills can make. */
    long shortLots() {
        return Math.max(0, -lowLots());
    }

    private long lowLots() {
        return positionLots - openLots(Side.SELL);
    }

    private long highLots() {
        return positionLots + openLots(Side.BUY);
    }

    private long openLots(Side side) {
        long lots = 0;
        for (OpenOrder order : orders) {
            lots += order.side() == side ? order.lots() : 0;
        }
        return lots;
    }
}
