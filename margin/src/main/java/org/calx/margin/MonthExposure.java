package org.calx.margin;

import java.util.List;
import org.calx.model.Side;

/**
 * What an account has in one contract month.
 *
 * @param month the contract month, of {@link org.calx.model.Months}; charges look at it alone
 * @param positionLots signed
 * @param lossMicrosPerLot the month's risk array
 * @param orders the account's working orders in the month
 */
public record MonthExposure(int month, long positionLots, long[] lossMicrosPerLot, List<OpenOrder> orders) {

    /** A month of a product that charges no month differently. */
    public MonthExposure(long positionLots, long[] lossMicrosPerLot, List<OpenOrder> orders) {
        this(0, positionLots, lossMicrosPerLot, orders);
    }

    /** The least position that fills can make. */
    long low() {
        return positionLots - openLots(Side.SELL);
    }

    /** The largest. */
    long high() {
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
