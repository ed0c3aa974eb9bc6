package org.calx.core.settlement;

import org.calx.core.clearing.Clearing;
import org.calx.core.engine.ExchangeEvents;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.Markets;
import org.calx.core.reference.Products;
import org.calx.model.RejectReason;

/** Settles an instrument for a business date: settlement price, then variation of every holder. */
public final class DailySettlement {
    /** Settles by these tables. */
    public DailySettlement(
            Markets markets, Products products, Instruments instruments, Clearing clearing, ExchangeEvents events) {}

    /** Why the instrument cannot be settled for this date, or {@link RejectReason#NONE}; also if it has been. */
    public RejectReason check(int instrumentId, int businessDay) {
        throw new UnsupportedOperationException();
    }

    /** Whether it has been settled for this date: {@link #settle} would do nothing. */
    public boolean isSettled(int instrumentId, int businessDay) {
        throw new UnsupportedOperationException();
    }

    /**
     * Settles a checked instrument. Emits {@code settlementPriceSet}, {@code posted} and {@code positionChanged}.
     *
     * @param bestBidTicks best bid of the book, {@code Long.MIN_VALUE} for none
     * @param bestAskTicks best offer of the book, {@code Long.MAX_VALUE} for none
     */
    public void settle(int instrumentId, int businessDay, long bestBidTicks, long bestAskTicks, long nowNs) {
        throw new UnsupportedOperationException();
    }

    /** Whether every instrument of the market that trades on this date has been settled for it. */
    public boolean isMarketSettled(int marketId, int businessDay) {
        throw new UnsupportedOperationException();
    }
}
