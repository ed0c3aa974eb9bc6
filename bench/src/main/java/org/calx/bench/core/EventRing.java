package org.calx.bench.core;

import org.calx.core.engine.ExchangeEvents;
import org.calx.model.ApiKey;
import org.calx.model.CancelReason;
import org.calx.model.Currency;
import org.calx.model.Fixing;
import org.calx.model.InstrumentSpec;
import org.calx.model.JournalKind;
import org.calx.model.MarketPhase;
import org.calx.model.MarketSpec;
import org.calx.model.OrderType;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.RejectReason;
import org.calx.model.SenderRole;
import org.calx.model.SettlementTier;
import org.calx.model.Side;
import org.calx.model.TimeInForce;
import org.calx.model.VenueLimits;

/**
 * Takes the events of the order path as an encoder would: kind and every field into a bounded ring of longs, of which the
 * oldest are overwritten. Reference data is counted alone.
 */
public final class EventRing extends OperatorEventKinds implements ExchangeEvents {
    private long trades;
    private long commands;
    private long refusals;
    private long lastReference;

    /** Trades told. */
    public long trades() {
        return trades;
    }

    /** Commands answered. */
    public long commands() {
        return commands;
    }

    /** Commands refused. */
    public long refusals() {
        return refusals;
    }

    /** The order that the last command made or touched, or 0. */
    public long lastReference() {
        return lastReference;
    }

    @Override
    public void begin(long timestampNs) {
        put(timestampNs);
    }

    @Override
    public void commandResult(
            int senderId, int epoch, long sequence, RejectReason reason, long reference, boolean duplicate) {
        kind(2);
        put(senderId, epoch, sequence, reason.ordinal());
        put(reference);
        put(duplicate ? 1 : 0);
        commands++;
        refusals += reason == RejectReason.NONE ? 0 : 1;
        lastReference = reference;
    }

    @Override
    public void outcomeFound(int senderId, int epoch, long sequence, RejectReason reason, long reference) {
        kind(3);
        put(senderId, epoch, sequence, reason.ordinal());
        put(reference);
    }

    @Override
    public void venueOpened(int operatorSenderId, VenueLimits limits) {
        kind(4);
    }

    @Override
    public void senderRegistered(int senderId, SenderRole role, int accountId) {
        kind(5);
    }

    @Override
    public void marketDefined(MarketSpec market) {
        kind(6);
    }

    @Override
    public void productDefined(ProductSpec product) {
        kind(7);
    }

    @Override
    public void productParametersSet(ProductParameters parameters) {
        kind(8);
    }

    @Override
    public void instrumentListed(InstrumentSpec instrument) {
        kind(9);
    }

    @Override
    public void accountOpened(int accountId, String name) {
        kind(10);
    }

    @Override
    public void apiKeyRegistered(ApiKey key) {
        kind(11);
    }

    @Override
    public void venueClockSet(long venueBaseNs, long logBaseNs, long rateNumerator, long rateDenominator) {
        kind(12);
    }

    @Override
    public void marketPhaseChanged(int marketId, int businessDay, MarketPhase phase) {
        kind(13);
    }

    @Override
    public void markSet(int instrumentId, long markMicros) {
        kind(14);
    }

    @Override
    public void riskArraySet(int instrumentId, long version, long[] lossMicrosPerLot) {
        kind(15);
    }

    @Override
    public void fixingPublished(Fixing fixing) {
        kind(16);
    }

    @Override
    public void settlementPriceSet(int instrumentId, int businessDay, long priceMicros, SettlementTier tier) {
        kind(17);
    }

    @Override
    public void instrumentExpired(int instrumentId, int businessDay, long priceMicros, int fixings) {
        kind(18);
    }

    @Override
    public void orderAccepted(
            long orderId,
            int accountId,
            int instrumentId,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            boolean postOnly,
            long priceTicks,
            long quantityLots,
            long clientOrderIdHigh,
            long clientOrderIdLow,
            long labelHigh,
            long labelLow) {
        kind(19);
        put(orderId, accountId, instrumentId, side.ordinal());
        put(type.ordinal(), timeInForce.ordinal(), postOnly ? 1 : 0, priceTicks);
        put(quantityLots, clientOrderIdHigh, clientOrderIdLow, labelHigh);
        put(labelLow);
    }

    @Override
    public void orderRefused(
            int accountId,
            int instrumentId,
            Side side,
            RejectReason reason,
            long required,
            long available,
            int scenario,
            long scanningMicros,
            long chargesMicros,
            long acceptableLots) {
        kind(140);
        put(accountId, instrumentId, side.ordinal(), reason.ordinal());
        put(required, available, scenario, scanningMicros);
        put(chargesMicros);
        put(acceptableLots);
    }

    @Override
    public void valuationSet(int instrumentId, long priceMicros) {
        kind(141);
        put(instrumentId);
        put(priceMicros);
    }

    @Override
    public void ordersLinked(int accountId, long orderId, long linkedOrderId) {
        kind(39);
        put(accountId, orderId, linkedOrderId, 0);
    }

    @Override
    public void orderRested(
            long orderId, int accountId, int instrumentId, Side side, long priceTicks, long remainingLots) {
        kind(20);
        put(orderId, accountId, instrumentId, side.ordinal());
        put(priceTicks);
        put(remainingLots);
    }

    @Override
    public void orderAmended(
            long orderId,
            int accountId,
            int instrumentId,
            Side side,
            long priceTicks,
            long quantityLots,
            long remainingLots,
            boolean priorityKept) {
        kind(21);
        put(orderId, accountId, instrumentId, side.ordinal());
        put(priceTicks, quantityLots, remainingLots, priorityKept ? 1 : 0);
    }

    @Override
    public void orderCancelled(
            long orderId,
            int accountId,
            int instrumentId,
            Side side,
            long priceTicks,
            long cancelledLots,
            CancelReason reason) {
        kind(22);
        put(orderId, accountId, instrumentId, side.ordinal());
        put(priceTicks);
        put(cancelledLots);
        put(reason.ordinal());
    }

    @Override
    public void trade(
            long tradeId,
            int instrumentId,
            long priceTicks,
            long quantityLots,
            Side aggressorSide,
            long aggressorOrderId,
            int aggressorAccountId,
            long aggressorRemainingLots,
            long aggressorFeeMicros,
            long restingOrderId,
            int restingAccountId,
            long restingRemainingLots,
            long restingFeeMicros) {
        kind(23);
        put(tradeId, instrumentId, priceTicks, quantityLots);
        put(aggressorSide.ordinal(), aggressorOrderId, aggressorAccountId, aggressorRemainingLots);
        put(aggressorFeeMicros, restingOrderId, restingAccountId, restingRemainingLots);
        put(restingFeeMicros);
        trades++;
    }

    @Override
    public void positionChanged(int accountId, int instrumentId, long positionLots, long openValueMicros) {
        kind(24);
        put(accountId, instrumentId, positionLots, openValueMicros);
    }

    @Override
    public void posted(
            long journalId,
            JournalKind kind,
            int debitAccountId,
            int creditAccountId,
            Currency currency,
            long amountMicros,
            long debitBalanceMicros,
            long creditBalanceMicros) {
        kind(25);
        put(journalId, kind.ordinal(), debitAccountId, creditAccountId);
        put(currency.ordinal(), amountMicros, debitBalanceMicros, creditBalanceMicros);
    }

    @Override
    public void requirementChanged(int accountId, Currency currency, long initialMarginMicros) {
        kind(26);
        put(accountId);
        put(currency.ordinal());
        put(initialMarginMicros);
    }

    @Override
    public void imageBegin(long imageId) {
        kind(27);
        put(imageId);
    }

    @Override
    public void imageOrder(
            long orderId,
            int accountId,
            int instrumentId,
            Side side,
            TimeInForce timeInForce,
            boolean postOnly,
            long priceTicks,
            long quantityLots,
            long remainingLots,
            long clientOrderIdHigh,
            long clientOrderIdLow,
            long labelHigh,
            long labelLow,
            long enteredNs) {
        kind(28);
        put(orderId, accountId, instrumentId, side.ordinal());
        put(timeInForce.ordinal(), postOnly ? 1 : 0, priceTicks, quantityLots);
        put(remainingLots, clientOrderIdHigh, clientOrderIdLow, labelHigh);
        put(labelLow);
        put(enteredNs);
    }

    @Override
    public void imageBalance(int accountId, Currency currency, long balanceMicros) {
        kind(29);
        put(accountId);
        put(currency.ordinal());
        put(balanceMicros);
    }

    @Override
    public void imageEnd(long imageId) {
        kind(30);
        put(imageId);
    }
}
