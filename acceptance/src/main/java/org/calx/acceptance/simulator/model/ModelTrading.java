package org.calx.acceptance.simulator.model;

import java.util.ArrayList;
import java.util.List;
import org.calx.api.client.OrderRequest;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.CancelReason;
import org.calx.model.JournalKind;
import org.calx.model.MarketPhase;
import org.calx.model.OrderType;
import org.calx.model.ProductParameters;
import org.calx.model.RejectReason;
import org.calx.model.ShortText;
import org.calx.model.Side;
import org.calx.model.TimeInForce;

/** Orders: entered, amended, cancelled, matched in the order of price and time, every fill cleared at once. */
final class ModelTrading {
    private final ModelState state;
    private final ModelChecks checks;
    private final ModelRefusals refusals;

    ModelTrading(ModelState state, ModelChecks checks, ModelRefusals refusals) {
        this.state = state;
        this.checks = checks;
        this.refusals = refusals;
    }

    /** Enters an order. @param orderId the id that it gets if it is accepted */
    ModelAnswer submit(OrderRequest order, long orderId) {
        RejectReason reason = checks.checkNames(order);
        if (reason != RejectReason.NONE) {
            return ModelAnswer.refused(reason);
        }
        ModelAccount account = state.accounts.get(order.accountId());
        ModelAccount.Used used = account.clientOrderIds.get(order.clientOrderId());
        if (used != null && used.order().equals(order)) {
            return ModelAnswer.repeated(used.orderId());
        }
        reason = checks.check(order, used != null);
        if (reason != RejectReason.NONE) {
            return ModelAnswer.refused(reason);
        }
        ModelInstrument instrument = state.instruments.get(order.instrumentId());
        ModelOrder entered = new ModelOrder(
                orderId,
                order.accountId(),
                instrument,
                order.side(),
                order.timeInForce(),
                order.postOnly(),
                limitTicks(instrument, order),
                order.quantityLots());
        reason = checks.checkExposure(entered);
        if (reason != RejectReason.NONE) {
            refusals.say(entered, reason);
            return ModelAnswer.refused(reason);
        }
        accept(account, order, entered);
        match(entered, order.type());
        return ModelAnswer.done(orderId);
    }

    private long limitTicks(ModelInstrument instrument, OrderRequest order) {
        if (order.type() == OrderType.LIMIT) {
            return order.priceTicks();
        }
        long protection = instrument.product.parameters.protectionTicks();
        long best = instrument.side(order.side().opposite()).getFirst().priceTicks;
        long limit = instrument.bandLimitTicks(order.side(), state.nowNs);
        return order.side() == Side.BUY ? Math.min(best + protection, limit) : Math.max(best - protection, limit);
    }

    private void accept(ModelAccount account, OrderRequest order, ModelOrder entered) {
        account.orders.add(entered);
        state.workingOrders++;
        entered.instrument.position(account.accountId);
        if (!order.clientOrderId().isEmpty()) {
            account.clientOrderIds.put(order.clientOrderId(), new ModelAccount.Used(order, entered.orderId));
            if (account.clientOrderIds.size() > state.limits.clientOrderIdWindow()) {
                account.clientOrderIds.pollFirstEntry();
            }
        }
        state.say(new ExchangeEvent.OrderAccepted(
                entered.orderId,
                entered.accountId,
                order.instrumentId(),
                order.side(),
                order.type(),
                order.timeInForce(),
                order.postOnly(),
                entered.priceTicks,
                entered.quantityLots,
                ShortText.high(order.clientOrderId()),
                ShortText.low(order.clientOrderId()),
                ShortText.high(order.label()),
                ShortText.low(order.label())));
    }

    private void match(ModelOrder order, OrderType type) {
        List<ModelOrder> opposite = order.instrument.side(order.side.opposite());
        if (order.timeInForce == TimeInForce.FILL_OR_KILL && matchableLots(order, opposite) < order.remainingLots) {
            end(order, CancelReason.NOT_FILLABLE_IN_FULL);
            return;
        }
        int fills = 0;
        while (order.remainingLots > 0 && order.crosses() && fills < state.limits.maxFillsPerCommand()) {
            fill(order, opposite.getFirst());
            fills++;
        }
        if (order.remainingLots == 0) {
            state.forget(order);
        } else if (order.crosses()) {
            end(order, CancelReason.FILL_LIMIT);
        } else if (type == OrderType.MARKET) {
            end(order, CancelReason.MARKET_PROTECTION);
        } else if (order.timeInForce == TimeInForce.IMMEDIATE_OR_CANCEL) {
            end(order, CancelReason.UNFILLED_REMAINDER);
        } else {
            order.instrument.rest(order);
            state.say(new ExchangeEvent.OrderRested(
                    order.orderId,
                    order.accountId,
                    order.instrument.spec.instrumentId(),
                    order.side,
                    order.priceTicks,
                    order.remainingLots));
        }
    }

    private long matchableLots(ModelOrder order, List<ModelOrder> opposite) {
        long lots = 0;
        int fills = 0;
        for (ModelOrder resting : opposite) {
            boolean reached = ModelInstrument.reaches(order.side, order.priceTicks, resting.priceTicks);
            if (!reached || fills == state.limits.maxFillsPerCommand() || lots >= order.remainingLots) {
                break;
            }
            lots += resting.remainingLots;
            fills++;
        }
        return lots;
    }

    private void fill(ModelOrder aggressor, ModelOrder resting) {
        ModelInstrument instrument = aggressor.instrument;
        ProductParameters parameters = instrument.product.parameters;
        long lots = Math.min(aggressor.remainingLots, resting.remainingLots);
        long takerFee = lots * parameters.takerFeeMicrosPerLot();
        long makerFee = lots * parameters.makerFeeMicrosPerLot();
        aggressor.remainingLots -= lots;
        resting.remainingLots -= lots;
        state.say(new ExchangeEvent.Trade(
                ++state.lastTradeId,
                instrument.spec.instrumentId(),
                resting.priceTicks,
                lots,
                aggressor.side,
                aggressor.orderId,
                aggressor.accountId,
                aggressor.remainingLots,
                takerFee,
                resting.orderId,
                resting.accountId,
                resting.remainingLots,
                makerFee));
        clear(aggressor, resting.priceTicks, lots, takerFee);
        clear(resting, resting.priceTicks, lots, makerFee);
        if (instrument.product.market.phase == MarketPhase.CLOSING) {
            instrument.closingLots += lots;
            instrument.closingTicksLots += lots * resting.priceTicks;
        }
        if (resting.remainingLots == 0) {
            instrument.side(resting.side).remove(resting);
            state.forget(resting);
        }
    }

    private void clear(ModelOrder order, long priceTicks, long lots, long feeMicros) {
        ModelInstrument instrument = order.instrument;
        ModelPosition position = instrument.position(order.accountId);
        long signedLots = order.side.sign() * lots;
        position.lots += signedLots;
        position.openValueMicros +=
                instrument.valueMicros(signedLots, priceTicks * instrument.product.spec.tickMicros());
        state.say(new ExchangeEvent.PositionChanged(
                order.accountId, instrument.spec.instrumentId(), position.lots, position.openValueMicros));
        state.say(state.money.move(
                JournalKind.TRADING_FEE,
                order.accountId,
                ModelMoney.FEES,
                instrument.product.spec.currency(),
                feeMicros));
    }

    /** Ends what is left of an order, wherever it is. */
    void end(ModelOrder order, CancelReason reason) {
        order.instrument.side(order.side).remove(order);
        state.forget(order);
        state.say(new ExchangeEvent.OrderCancelled(
                order.orderId,
                order.accountId,
                order.instrument.spec.instrumentId(),
                order.side,
                order.priceTicks,
                order.remainingLots,
                reason));
    }

    ModelAnswer amend(int accountId, long orderId, long priceTicks, long quantityLots) {
        ModelAccount account = state.accounts.get(accountId);
        if (account == null) {
            return ModelAnswer.refused(RejectReason.UNKNOWN_ACCOUNT);
        }
        ModelOrder order = account.find(orderId);
        if (order == null) {
            return ModelAnswer.refused(RejectReason.UNKNOWN_ORDER);
        }
        RejectReason reason = checks.checkAmendment(order, priceTicks, quantityLots);
        if (reason != RejectReason.NONE) {
            return ModelAnswer.refused(reason);
        }
        if (ModelChecks.keepsPlace(order, priceTicks, quantityLots)) {
            order.remainingLots -= order.quantityLots - quantityLots;
            order.quantityLots = quantityLots;
            sayAmended(order, true);
            return ModelAnswer.done(orderId);
        }
        return replace(account, order, priceTicks, quantityLots);
    }

    private ModelAnswer replace(ModelAccount account, ModelOrder order, long priceTicks, long quantityLots) {
        long oldPriceTicks = order.priceTicks;
        long oldQuantityLots = order.quantityLots;
        long oldRemainingLots = order.remainingLots;
        int place = account.orders.indexOf(order);
        account.orders.remove(place);
        order.priceTicks = priceTicks;
        order.remainingLots += quantityLots - oldQuantityLots;
        order.quantityLots = quantityLots;
        RejectReason reason = checks.checkExposure(order);
        refusals.say(order, reason);
        account.orders.add(place, order);
        if (reason != RejectReason.NONE) {
            order.priceTicks = oldPriceTicks;
            order.quantityLots = oldQuantityLots;
            order.remainingLots = oldRemainingLots;
            return ModelAnswer.refused(reason);
        }
        order.instrument.side(order.side).remove(order);
        sayAmended(order, false);
        match(order, OrderType.LIMIT);
        return ModelAnswer.done(order.orderId);
    }

    private void sayAmended(ModelOrder order, boolean priorityKept) {
        state.say(new ExchangeEvent.OrderAmended(
                order.orderId,
                order.accountId,
                order.instrument.spec.instrumentId(),
                order.side,
                order.priceTicks,
                order.quantityLots,
                order.remainingLots,
                priorityKept));
    }

    ModelAnswer cancel(int accountId, long orderId) {
        ModelAccount account = state.accounts.get(accountId);
        if (account == null) {
            return ModelAnswer.refused(RejectReason.UNKNOWN_ACCOUNT);
        }
        ModelOrder order = account.find(orderId);
        if (order == null) {
            return ModelAnswer.refused(RejectReason.UNKNOWN_ORDER);
        }
        end(order, CancelReason.REQUESTED);
        return ModelAnswer.done(orderId);
    }

    ModelAnswer massCancel(int accountId, int instrumentId) {
        if (instrumentId != 0 && !state.instruments.containsKey(instrumentId)) {
            return ModelAnswer.refused(RejectReason.UNKNOWN_INSTRUMENT);
        }
        ModelAccount account = state.accounts.get(accountId);
        if (account == null) {
            return ModelAnswer.refused(RejectReason.UNKNOWN_ACCOUNT);
        }
        for (ModelOrder order : new ArrayList<>(account.orders)) {
            if (instrumentId == 0 || order.instrument.spec.instrumentId() == instrumentId) {
                end(order, CancelReason.MASS_CANCEL);
            }
        }
        return ModelAnswer.done(0);
    }
}
