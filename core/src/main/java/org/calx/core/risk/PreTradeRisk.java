package org.calx.core.risk;

import org.calx.core.clearing.Clearing;
import org.calx.core.reference.Accounts;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.Markets;
import org.calx.core.reference.Products;
import org.calx.model.Currency;
import org.calx.model.OrderType;
import org.calx.model.ProductParameters;
import org.calx.model.RejectReason;
import org.calx.model.Side;
import org.calx.model.TimeInForce;

/**
 * The checks of an order before it may trade, in two calls because checks that need the book stand between them in the
 * order of precedence: {@link #checkTerms}, then the engine's own (opposite orders, post-only, duplicate id, order
 * counts), then {@link #checkExposure}.
 */
public final class PreTradeRisk {
    private final Products products;
    private final Instruments instruments;
    private final Clearing clearing;
    private final PriceBand band;
    private final AccountLimits limits;

    /** Decides by these tables. */
    public PreTradeRisk(
            Markets markets, Products products, Instruments instruments, Accounts accounts, Clearing clearing) {
        this.products = products;
        this.instruments = instruments;
        this.clearing = clearing;
        band = new PriceBand(products, instruments);
        limits = new AccountLimits(markets, products, instruments, accounts, clearing);
    }

    /**
     * Quantity, time in force and price band. An instrument whose product has no parameters yet does not trade.
     *
     * @param bestBidTicks best bid of the book, {@code Long.MIN_VALUE} for none
     * @param bestAskTicks best offer of the book, {@code Long.MAX_VALUE} for none
     */
    public RejectReason checkTerms(
            int instrumentId,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            boolean postOnly,
            long priceTicks,
            long quantityLots,
            long bestBidTicks,
            long bestAskTicks,
            long nowNs) {
        ProductParameters parameters = products.parameters(instruments.productId(instrumentId));
        if (parameters == null) {
            return RejectReason.INSTRUMENT_NOT_TRADING;
        }
        if (quantityLots < 1) {
            return RejectReason.QUANTITY_NOT_POSITIVE;
        }
        if (quantityLots > parameters.maxOrderLots()) {
            return RejectReason.QUANTITY_TOO_LARGE;
        }
        boolean immediate = timeInForce == TimeInForce.IMMEDIATE_OR_CANCEL || timeInForce == TimeInForce.FILL_OR_KILL;
        if (type == OrderType.MARKET ? !immediate || postOnly : immediate && postOnly) {
            return RejectReason.TIME_IN_FORCE_NOT_ALLOWED;
        }
        boolean inside = type == OrderType.MARKET
                || band.contains(instrumentId, side, priceTicks, bestBidTicks, bestAskTicks, nowNs);
        return inside ? RejectReason.NONE : RejectReason.PRICE_OUT_OF_BAND;
    }

    /**
     * The limit at which a market order trades and is reserved: the product's protection from the best opposite price,
     * and no further than the band.
     *
     * @param bestBidTicks best bid of the book, {@code Long.MIN_VALUE} for none; a sell needs one
     * @param bestAskTicks best offer of the book, {@code Long.MAX_VALUE} for none; a buy needs one
     */
    public long marketLimitTicks(int instrumentId, Side side, long bestBidTicks, long bestAskTicks, long nowNs) {
        long protection =
                products.parameters(instruments.productId(instrumentId)).protectionTicks();
        long limit = band.limitTicks(instrumentId, side, bestBidTicks, bestAskTicks, nowNs);
        return side == Side.BUY
                ? Math.min(bestAskTicks + protection, limit)
                : Math.max(bestBidTicks - protection, limit);
    }

    /**
     * Position limit, risk array, margin and the account's limits of new working lots. For an amendment, release the old terms first and
     * reserve them again if this refuses.
     *
     * <p>An order is accepted if equity covers the requirement with it, or if it does not raise the requirement: so an
     * account under water may still do what lowers its worst case.
     *
     * @param priceTicks limit of the order; for a market order {@link #marketLimitTicks}
     * @param lots what is to work
     */
    public RejectReason checkExposure(int accountId, int instrumentId, Side side, long priceTicks, long lots) {
        long reach = clearing.reachLots(accountId, instrumentId, side, lots);
        if (reach > limits.positionLots(accountId, instrumentId)) {
            return RejectReason.POSITION_LIMIT;
        }
        if (!instruments.riskArrays().exists(instrumentId)) {
            return RejectReason.NO_RISK_ARRAY;
        }
        long added = clearing.addedRequirementMicros(accountId, instrumentId, side, priceTicks, lots);
        if (added > 0) {
            Currency currency =
                    products.spec(instruments.productId(instrumentId)).currency();
            long free = clearing.equityMicros(accountId, currency) - clearing.requirementMicros(accountId, currency);
            if (added > free) {
                return RejectReason.INSUFFICIENT_MARGIN;
            }
        }
        return limits.check(accountId, instrumentId, side, lots, added > 0 && reach > 0);
    }

    /**
     * The same of an order of which one cancels another that works already, on the other side: the dearer of the two counts. Reserves
     * the order and takes it out again.
     */
    public RejectReason checkLinked(
            int accountId, int instrumentId, Side side, long priceTicks, long lots, long otherTicks, long otherLots) {
        long reach = clearing.reachLots(accountId, instrumentId, side, lots);
        if (reach > limits.positionLots(accountId, instrumentId)) {
            return RejectReason.POSITION_LIMIT;
        }
        Currency currency = products.spec(instruments.productId(instrumentId)).currency();
        boolean buys = side == Side.BUY;
        long buyTicks = buys ? priceTicks : otherTicks;
        long buyLots = buys ? lots : otherLots;
        long sellTicks = buys ? otherTicks : priceTicks;
        long sellLots = buys ? otherLots : lots;
        long before = clearing.requirementMicros(accountId, currency);
        clearing.reserve(accountId, instrumentId, side, priceTicks, lots);
        clearing.pairs().join(accountId, instrumentId, buyTicks, buyLots, sellTicks, sellLots);
        long after = clearing.requirementMicros(accountId, currency);
        clearing.pairs().part(accountId, instrumentId, buyTicks, buyLots, sellTicks, sellLots);
        clearing.release(accountId, instrumentId, side, priceTicks, lots);
        if (after > before && after > clearing.equityMicros(accountId, currency)) {
            return RejectReason.INSUFFICIENT_MARGIN;
        }
        return limits.check(accountId, instrumentId, side, lots, after > before && reach > 0);
    }

    /** What the account would come to with the order, in the unit of the limit that refused it. */
    public long required(RejectReason limit, int accountId, int instrumentId, Side side, long lots) {
        return limit == RejectReason.POSITION_LIMIT
                ? clearing.reachLots(accountId, instrumentId, side, lots)
                : limits.required(limit, accountId, instrumentId, side, lots);
    }

    /** What it may come to. */
    public long available(RejectReason limit, int accountId, int instrumentId) {
        return limit == RejectReason.POSITION_LIMIT
                ? limits.positionLots(accountId, instrumentId)
                : limits.available(limit, accountId, instrumentId);
    }

    /**
     * The most lots, fewer than those refused, that {@link #checkExposure} would let work at this price; 0 if not even one.
     * Every check of exposure gets harder with more lots, so halving finds it.
     */
    public long acceptableLots(int accountId, int instrumentId, Side side, long priceTicks, long refusedLots) {
        long accepted = 0;
        long refused = refusedLots;
        while (refused - accepted > 1) {
            long lots = accepted + (refused - accepted) / 2;
            if (checkExposure(accountId, instrumentId, side, priceTicks, lots) == RejectReason.NONE) {
                accepted = lots;
            } else {
                refused = lots;
            }
        }
        return accepted;
    }
}
