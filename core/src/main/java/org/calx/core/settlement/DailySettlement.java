package org.calx.core.settlement;

import org.calx.core.clearing.Clearing;
import org.calx.core.engine.ExchangeEvents;
import org.calx.core.reference.InstrumentPrices;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.Markets;
import org.calx.core.reference.Products;
import org.calx.model.RejectReason;
import org.calx.model.SettlementTier;

/** Settles an instrument for a business date: settlement price, then variation of every holder. */
public final class DailySettlement {
    private final SettlementSteps steps;
    private final Products products;
    private final Instruments instruments;
    private final Clearing clearing;
    private final ExchangeEvents events;
    private final SettlementPrice prices;

    /** Settles by these tables. */
    public DailySettlement(
            Markets markets, Products products, Instruments instruments, Clearing clearing, ExchangeEvents events) {
        steps = new SettlementSteps(markets, products, instruments);
        this.products = products;
        this.instruments = instruments;
        this.clearing = clearing;
        this.events = events;
        prices = new SettlementPrice(products, instruments);
    }

    /**
     * Why the instrument cannot be settled for this date, or {@link RejectReason#NONE}. A date that it has been settled
     * for is no reason: {@link #settle} then does nothing.
     */
    public RejectReason check(int instrumentId, int businessDay) {
        return steps.check(instrumentId, businessDay);
    }

    /** Whether it has been settled for this date: {@link #settle} would do nothing. */
    public boolean isSettled(int instrumentId, int businessDay) {
        return instruments.prices().settledDay(instrumentId) == businessDay;
    }

    /**
     * Settles a checked instrument. Emits {@code settlementPriceSet}, {@code posted} and {@code positionChanged}.
     *
     * @param bestBidTicks best bid of the book, {@code Long.MIN_VALUE} for none
     * @param bestAskTicks best offer of the book, {@code Long.MAX_VALUE} for none
     */
    public void settle(int instrumentId, int businessDay, long bestBidTicks, long bestAskTicks, long nowNs) {
        if (isSettled(instrumentId, businessDay)) {
            return;
        }
        SettlementTier tier = prices.tier(instrumentId, bestBidTicks, bestAskTicks, nowNs);
        long priceMicros = prices.priceMicros(instrumentId, tier, bestBidTicks, bestAskTicks);
        instruments.prices().setSettlement(instrumentId, businessDay, priceMicros, tier);
        events.settlementPriceSet(instrumentId, businessDay, priceMicros, tier);
        long staleNs = products.parameters(instruments.productId(instrumentId)).markStaleNs();
        boolean revalue = !instruments.prices().hasFreshMark(instrumentId, nowNs, staleNs);
        clearing.variation().settle(instrumentId, priceMicros, revalue);
    }

    /**
     * Whether every instrument of the market that must be has been settled for this date. One need not be settled whose
     * trading was over before the date, nor one that has never been settled and in which nobody has done anything yet:
     * it may have been listed after the close.
     */
    public boolean isMarketSettled(int marketId, int businessDay) {
        for (int id = 1; id <= instruments.highestId(); id++) {
            if (instruments.exists(id)
                    && products.spec(instruments.productId(id)).marketId() == marketId
                    && mustSettle(id, businessDay)
                    && !isSettled(id, businessDay)) {
                return false;
            }
        }
        return true;
    }

    private boolean mustSettle(int instrumentId, int businessDay) {
        boolean isNew = instruments.prices().settledDay(instrumentId) == InstrumentPrices.NEVER
                && !clearing.isUsed(instrumentId);
        return !isNew
                && !instruments.isExpired(instrumentId)
                && instruments.spec(instrumentId).lastTradingDay() >= businessDay;
    }
}
