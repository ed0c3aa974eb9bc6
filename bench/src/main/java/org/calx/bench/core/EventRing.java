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
        time(timestampNs);
    }

    @Override
    public void commandResult(
            int senderId, int epoch, long sequence, RejectReason reason, long reference, boolean duplicate) {
        int at = event(2, 6);
        put(at + 1, senderId, epoch, sequence, reason.ordinal());
        put(at + 5, reference);
        put(at + 6, duplicate ? 1 : 0);
        commands++;
        refusals += reason == RejectReason.NONE ? 0 : 1;
        lastReference = reference;
    }

    @Override
    public void outcomeFound(int senderId, int epoch, long sequence, RejectReason reason, long reference) {
        int at = event(3, 5);
        put(at + 1, senderId, epoch, sequence, reason.ordinal());
        put(at + 5, reference);
    }

    @Override
    public void venueOpened(int operatorSenderId, VenueLimits limits) {
        event(4, 0);
    }

    @Override
    public void senderRegistered(int senderId, SenderRole role, int accountId) {
        event(5, 0);
    }

    @Override
    public void marketDefined(MarketSpec market) {
        event(6, 0);
    }

    @Override
    public void productDefined(ProductSpec product) {
        event(7, 0);
    }

    @Override
    public void productParametersSet(ProductParameters parameters) {
        event(8, 0);
    }

    @Override
    public void instrumentListed(InstrumentSpec instrument) {
        event(9, 0);
    }

    @Override
    public void accountOpened(int accountId, String name) {
        event(10, 0);
    }

    @Override
    public void apiKeyRegistered(ApiKey key) {
        event(11, 0);
    }

    @Override
    public void venueClockSet(long venueBaseNs, long logBaseNs, long rateNumerator, long rateDenominator) {
        event(12, 0);
    }

    @Override
    public void marketPhaseChanged(int marketId, int businessDay, MarketPhase phase) {
        event(13, 0);
    }

    @Override
    public void markSet(int instrumentId, long markMicros) {
        event(14, 0);
    }

    @Override
    public void riskArraySet(int instrumentId, long version, long[] lossMicrosPerLot) {
        event(15, 0);
    }

    @Override
    public void fixingPublished(Fixing fixing) {
        event(16, 0);
    }

    @Override
    public void settlementPriceSet(int instrumentId, int businessDay, long priceMicros, SettlementTier tier) {
        event(17, 0);
    }

    @Override
    public void instrumentExpired(int instrumentId, int businessDay, long priceMicros, int fixings) {
        event(18, 0);
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
        int at = event(19, 13);
        put(at + 1, orderId, accountId, instrumentId, side.ordinal());
        put(at + 5, type.ordinal(), timeInForce.ordinal(), postOnly ? 1 : 0, priceTicks);
        put(at + 9, quantityLots, clientOrderIdHigh, clientOrderIdLow, labelHigh);
        put(at + 13, labelLow);
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
        int at = event(140, 10);
        put(at + 1, accountId, instrumentId, side.ordinal(), reason.ordinal());
        put(at + 5, required, available, scenario, scanningMicros);
        put(at + 9, chargesMicros);
        put(at + 10, acceptableLots);
    }

    @Override
    public void valuationSet(int instrumentId, long priceMicros) {
        int at = event(141, 2);
        put(at + 1, instrumentId);
        put(at + 2, priceMicros);
    }

    @Override
    public void ordersLinked(int accountId, long orderId, long linkedOrderId) {
        int at = event(39, 4);
        put(at + 1, accountId, orderId, linkedOrderId, 0);
    }

    @Override
    public void orderRested(
            long orderId, int accountId, int instrumentId, Side side, long priceTicks, long remainingLots) {
        int at = event(20, 6);
        put(at + 1, orderId, accountId, instrumentId, side.ordinal());
        put(at + 5, priceTicks);
        put(at + 6, remainingLots);
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
        int at = event(21, 8);
        put(at + 1, orderId, accountId, instrumentId, side.ordinal());
        put(at + 5, priceTicks, quantityLots, remainingLots, priorityKept ? 1 : 0);
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
        int at = event(22, 7);
        put(at + 1, orderId, accountId, instrumentId, side.ordinal());
        put(at + 5, priceTicks);
        put(at + 6, cancelledLots);
        put(at + 7, reason.ordinal());
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
        int at = event(23, 13);
        put(at + 1, tradeId, instrumentId, priceTicks, quantityLots);
        put(at + 5, aggressorSide.ordinal(), aggressorOrderId, aggressorAccountId, aggressorRemainingLots);
        put(at + 9, aggressorFeeMicros, restingOrderId, restingAccountId, restingRemainingLots);
        put(at + 13, restingFeeMicros);
        trades++;
    }

    @Override
    public void positionChanged(int accountId, int instrumentId, long positionLots, long openValueMicros) {
        int at = event(24, 4);
        put(at + 1, accountId, instrumentId, positionLots, openValueMicros);
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
        int at = event(25, 8);
        put(at + 1, journalId, kind.ordinal(), debitAccountId, creditAccountId);
        put(at + 5, currency.ordinal(), amountMicros, debitBalanceMicros, creditBalanceMicros);
    }

    @Override
    public void requirementChanged(int accountId, Currency currency, long initialMarginMicros) {
        int at = event(26, 3);
        put(at + 1, accountId);
        put(at + 2, currency.ordinal());
        put(at + 3, initialMarginMicros);
    }

    @Override
    public void imageBegin(long imageId) {
        int at = event(27, 1);
        put(at + 1, imageId);
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
        int at = event(28, 14);
        put(at + 1, orderId, accountId, instrumentId, side.ordinal());
        put(at + 5, timeInForce.ordinal(), postOnly ? 1 : 0, priceTicks, quantityLots);
        put(at + 9, remainingLots, clientOrderIdHigh, clientOrderIdLow, labelHigh);
        put(at + 13, labelLow);
        put(at + 14, enteredNs);
    }

    @Override
    public void imageBalance(int accountId, Currency currency, long balanceMicros) {
        int at = event(29, 3);
        put(at + 1, accountId);
        put(at + 2, currency.ordinal());
        put(at + 3, balanceMicros);
    }

    @Override
    public void imageEnd(long imageId) {
        int at = event(30, 1);
        put(at + 1, imageId);
    }
}
