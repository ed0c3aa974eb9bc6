package org.calx.core.engine;

import org.calx.core.clearing.Clearing;
import org.calx.core.clearing.OrderMargin;
import org.calx.core.risk.PreTradeRisk;
import org.calx.model.Currency;
import org.calx.model.RejectReason;
import org.calx.model.Side;

/**
 * Tells what an order that is refused for its exposure would have needed, and what size would have been accepted. What is
 * refused for another reason needs no more than its reason.
 */
final class Refusals {
    private final Venue venue;
    private final Clearing clearing;
    private final PreTradeRisk risk;

    Refusals(Venue venue) {
        this.venue = venue;
        clearing = venue.clearing;
        risk = venue.risk;
    }

    /** Whether there is more to tell about a reason: it is one of exposure. */
    boolean concern(RejectReason reason) {
        return switch (reason) {
            case POSITION_LIMIT, INSUFFICIENT_MARGIN, ACCOUNT_ORDER_LIMIT, FLOATING_LOSS, DRAWDOWN, LEVERAGE_LIMIT ->
                true;
            default -> false;
        };
    }

    /**
     * Tells it, if the reason is one of exposure.
     *
     * @param lots that were to work
     * @param filledLots that the quantity of an amended order counts besides
     */
    void tell(
            RejectReason reason,
            int accountId,
            int instrumentId,
            Side side,
            long priceTicks,
            long lots,
            long filledLots) {
        if (reason == RejectReason.INSUFFICIENT_MARGIN) {
            tellMargin(accountId, instrumentId, side, priceTicks, lots, filledLots);
        } else if (concern(reason)) {
            venue.events.orderRefused(
                    accountId,
                    instrumentId,
                    side,
                    reason,
                    risk.required(reason, accountId, instrumentId, side, lots),
                    risk.available(reason, accountId, instrumentId),
                    0,
                    0,
                    0,
                    acceptable(accountId, instrumentId, side, priceTicks, lots, filledLots));
        }
    }

    private void tellMargin(int accountId, int instrumentId, Side side, long priceTicks, long lots, long filledLots) {
        Currency currency =
                venue.products.spec(venue.instruments.productId(instrumentId)).currency();
        long required = clearing.requirementMicros(accountId, currency)
                + clearing.addedRequirementMicros(accountId, instrumentId, side, priceTicks, lots);
        OrderMargin margin = clearing.marginWith(accountId, instrumentId, side, priceTicks, lots);
        venue.events.orderRefused(
                accountId,
                instrumentId,
                side,
                RejectReason.INSUFFICIENT_MARGIN,
                required,
                clearing.equityMicros(accountId, currency),
                margin.scenario(),
                margin.scanningMicros(),
                margin.chargesMicros(),
                acceptable(accountId, instrumentId, side, priceTicks, lots, filledLots));
    }

    private long acceptable(int accountId, int instrumentId, Side side, long priceTicks, long lots, long filledLots) {
        long accepted = risk.acceptableLots(accountId, instrumentId, side, priceTicks, lots);
        return accepted == 0 ? 0 : accepted + filledLots;
    }
}
