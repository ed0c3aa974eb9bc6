package org.calx.core.settlement;

import org.calx.core.reference.Instruments;
import org.calx.core.reference.Markets;
import org.calx.core.reference.Products;
import org.calx.model.MarketPhase;
import org.calx.model.RejectReason;

/** When an instrument may be settled: on its market's business date, after the market has closed. */
final class SettlementSteps {
    private final Markets markets;
    private final Products products;
    private final Instruments instruments;

    SettlementSteps(Markets markets, Products products, Instruments instruments) {
        this.markets = markets;
        this.products = products;
        this.instruments = instruments;
    }

    /** Why the instrument cannot be settled on this date, or {@link RejectReason#NONE}. */
    RejectReason check(int instrumentId, int businessDay) {
        if (!instruments.exists(instrumentId)) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        int productId = instruments.productId(instrumentId);
        int marketId = products.spec(productId).marketId();
        if (businessDay != markets.businessDay(marketId)) {
            return RejectReason.WRONG_BUSINESS_DATE;
        }
        if (markets.phase(marketId) != MarketPhase.CLOSED) {
            return RejectReason.WRONG_PHASE;
        }
        if (instruments.isExpired(instrumentId)) {
            return RejectReason.INSTRUMENT_EXPIRED;
        }
        return products.parameters(productId) == null ? RejectReason.INSTRUMENT_NOT_TRADING : RejectReason.NONE;
    }
}
