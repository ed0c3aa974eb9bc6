package org.calx.acceptance.simulator.model;

import org.calx.api.client.OrderRequest;
import org.calx.model.Currency;
import org.calx.model.MarketPhase;
import org.calx.model.OrderType;
import org.calx.model.ProductParameters;
import org.calx.model.RejectReason;
import org.calx.model.Side;
import org.calx.model.TimeInForce;

/** Why an order or an amendment is refused, check by check in the order of {@code docs/spec/rejects.md}. */
final class ModelChecks {
    private final ModelState state;
    private final ModelMargin margin;

    ModelChecks(ModelState state, ModelMargin margin) {
        this.state = state;
        this.margin = margin;
    }

    RejectReason checkNames(OrderRequest order) {
        if (!state.instruments.containsKey(order.instrumentId())) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        return state.accounts.containsKey(order.accountId()) ? RejectReason.NONE : RejectReason.UNKNOWN_ACCOUNT;
    }

    RejectReason check(OrderRequest order, boolean clientOrderIdTaken) {
        ModelInstrument instrument = state.instruments.get(order.instrumentId());
        RejectReason reason = checkTrading(instrument);
        if (reason == RejectReason.NONE) {
            reason = checkQuantity(instrument, order.quantityLots());
        }
        if (reason == RejectReason.NONE) {
            reason = checkTimeInForce(order);
        }
        if (reason == RejectReason.NONE && order.type() == OrderType.LIMIT) {
            reason = checkBand(instrument, order.side(), order.priceTicks());
        }
        if (reason == RejectReason.NONE) {
            reason = checkBook(instrument, order);
        }
        if (reason == RejectReason.NONE && clientOrderIdTaken) {
            reason = RejectReason.DUPLICATE_CLIENT_ORDER_ID;
        }
        return reason == RejectReason.NONE ? checkRoom(order.accountId()) : reason;
    }

    RejectReason checkTrading(ModelInstrument instrument) {
        if (instrument.expired) {
            return RejectReason.INSTRUMENT_EXPIRED;
        }
        ModelMarket market = instrument.product.market;
        if (market.businessDay > instrument.spec.lastTradingDay() || instrument.product.parameters == null) {
            return RejectReason.INSTRUMENT_NOT_TRADING;
        }
        if (market.phase == MarketPhase.CLOSED) {
            return RejectReason.MARKET_CLOSED;
        }
        return market.phase == MarketPhase.HALTED ? RejectReason.MARKET_HALTED : RejectReason.NONE;
    }

    RejectReason checkQuantity(ModelInstrument instrument, long quantityLots) {
        ProductParameters parameters = instrument.product.parameters;
        if (quantityLots < 1) {
            return RejectReason.QUANTITY_NOT_POSITIVE;
        }
        return quantityLots > parameters.maxOrderLots() ? RejectReason.QUANTITY_TOO_LARGE : RejectReason.NONE;
    }

    private static RejectReason checkTimeInForce(OrderRequest order) {
        boolean immediate = order.timeInForce() == TimeInForce.IMMEDIATE_OR_CANCEL
                || order.timeInForce() == TimeInForce.FILL_OR_KILL;
        boolean wrong =
                order.type() == OrderType.MARKET ? !immediate || order.postOnly() : immediate && order.postOnly();
        return wrong ? RejectReason.TIME_IN_FORCE_NOT_ALLOWED : RejectReason.NONE;
    }

    RejectReason checkBand(ModelInstrument instrument, Side side, long priceTicks) {
        boolean inside = instrument.isInsideBand(side, priceTicks, state.nowNs);
        return inside ? RejectReason.NONE : RejectReason.PRICE_OUT_OF_BAND;
    }

    private static RejectReason checkBook(ModelInstrument instrument, OrderRequest order) {
        if (order.type() == OrderType.MARKET) {
            boolean none = instrument.side(order.side().opposite()).isEmpty();
            return none ? RejectReason.NO_OPPOSITE_ORDERS : RejectReason.NONE;
        }
        boolean trades = order.postOnly() && instrument.crosses(order.side(), order.priceTicks());
        return trades ? RejectReason.POST_ONLY_WOULD_TRADE : RejectReason.NONE;
    }

    private RejectReason checkRoom(int accountId) {
        if (state.accounts.get(accountId).orders.size() >= state.limits.maxOrdersPerAccount()) {
            return RejectReason.TOO_MANY_ORDERS;
        }
        return state.workingOrders == state.limits.maxOrders() ? RejectReason.BOOK_FULL : RejectReason.NONE;
    }

    RejectReason checkAmendment(ModelOrder order, long priceTicks, long quantityLots) {
        RejectReason reason = checkTrading(order.instrument);
        if (reason == RejectReason.NONE) {
            reason = checkQuantity(order.instrument, quantityLots);
        }
        if (reason != RejectReason.NONE) {
            return reason;
        }
        if (quantityLots <= order.filledLots()) {
            return RejectReason.QUANTITY_ALREADY_FILLED;
        }
        if (keepsPlace(order, priceTicks, quantityLots)) {
            return RejectReason.NONE;
        }
        reason = checkBand(order.instrument, order.side, priceTicks);
        boolean trades = order.postOnly && order.instrument.crosses(order.side, priceTicks);
        return reason == RejectReason.NONE && trades ? RejectReason.POST_ONLY_WOULD_TRADE : reason;
    }

    static boolean keepsPlace(ModelOrder order, long priceTicks, long quantityLots) {
        return priceTicks == order.priceTicks && quantityLots <= order.quantityLots;
    }

    /** Position limit, risk array, margin and floating loss of an order that does not count among its account's yet. */
    RejectReason checkExposure(ModelOrder order) {
        ModelInstrument instrument = order.instrument;
        ModelAccount account = state.accounts.get(order.accountId);
        if (reachLots(order) > instrument.product.parameters.positionLimitLots()) {
            return RejectReason.POSITION_LIMIT;
        }
        if (instrument.riskArrayVersion == 0) {
            return RejectReason.NO_RISK_ARRAY;
        }
        Currency currency = instrument.product.spec.currency();
        long before = margin.requirementMicros(account, currency);
        account.orders.add(order);
        long added = margin.requirementMicros(account, currency) - before;
        account.orders.remove(order);
        boolean covered = added <= 0 || added <= margin.equityMicros(order.accountId, currency) - before;
        if (!covered) {
            return RejectReason.INSUFFICIENT_MARGIN;
        }
        boolean opens = added > 0 && reachLots(order) > 0;
        return opens && isFrozen(order.accountId, currency) ? RejectReason.FLOATING_LOSS : RejectReason.NONE;
    }

    private boolean isFrozen(int accountId, Currency currency) {
        return floatingLossMicros(accountId, currency) > frozenLossMicros(accountId, currency);
    }

    /** What the account's positions have lost that is not in its cash yet. */
    long floatingLossMicros(int accountId, Currency currency) {
        return Math.max(0, state.money.balanceMicros(accountId, currency) - margin.equityMicros(accountId, currency));
    }

    /** The largest that opens anything: 30 % of equity, to the ten-thousandth of a unit, the rule where none is set. */
    long frozenLossMicros(int accountId, Currency currency) {
        return Math.max(0, margin.equityMicros(accountId, currency)) / 10_000 * 3_000;
    }

    /** The position that the account's orders on the side could reach with the order. */
    long reachLots(ModelOrder order) {
        return order.side.sign() * order.instrument.positionLots(order.accountId)
                + margin.openLots(state.accounts.get(order.accountId), order.instrument, order.side)
                + order.remainingLots;
    }
}
