package org.calx.core.engine;

import org.calx.model.AccountRisk;
import org.calx.model.ApiKey;
import org.calx.model.CancelReason;
import org.calx.model.CommoditySpreads;
import org.calx.model.Currency;
import org.calx.model.Digest;
import org.calx.model.Fixing;
import org.calx.model.InstrumentSpec;
import org.calx.model.JournalKind;
import org.calx.model.MarginCharges;
import org.calx.model.MarginPolicy;
import org.calx.model.MarketPhase;
import org.calx.model.MarketSpec;
import org.calx.model.OrderType;
import org.calx.model.ParameterPart;
import org.calx.model.ParameterStatus;
import org.calx.model.Privilege;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.ProposalStatus;
import org.calx.model.PublicKey;
import org.calx.model.RejectReason;
import org.calx.model.RiskRules;
import org.calx.model.SenderRole;
import org.calx.model.SessionState;
import org.calx.model.SettlementTier;
import org.calx.model.Side;
import org.calx.model.TimeInForce;
import org.calx.model.VenueLimits;

/** Counts what a test asks for and keeps nothing else. */
final class CountingEvents implements ExchangeEvents {
    long trades;
    long images;
    long reference;

    @Override
    public void begin(long timestampNs) {}

    @Override
    public void commandResult(
            int senderId, int epoch, long sequence, RejectReason reason, long reference, boolean duplicate) {
        this.reference = reference;
    }

    @Override
    public void outcomeFound(int senderId, int epoch, long sequence, RejectReason reason, long reference) {}

    @Override
    public void venueOpened(int operatorSenderId, VenueLimits limits) {}

    @Override
    public void senderRegistered(int senderId, SenderRole role, int accountId) {}

    @Override
    public void marketDefined(MarketSpec market) {}

    @Override
    public void productDefined(ProductSpec product) {}

    @Override
    public void productParametersSet(ProductParameters parameters) {}

    @Override
    public void instrumentListed(InstrumentSpec instrument) {}

    @Override
    public void accountOpened(int accountId, String name) {}

    @Override
    public void apiKeyRegistered(ApiKey key) {}

    @Override
    public void venueClockSet(long venueBaseNs, long logBaseNs, long rateNumerator, long rateDenominator) {}

    @Override
    public void marketPhaseChanged(int marketId, int businessDay, MarketPhase phase) {}

    @Override
    public void markSet(int instrumentId, long markMicros) {}

    @Override
    public void riskArraySet(int instrumentId, long version, long[] lossMicrosPerLot) {}

    @Override
    public void fixingPublished(Fixing fixing) {}

    @Override
    public void settlementPriceSet(int instrumentId, int businessDay, long priceMicros, SettlementTier tier) {}

    @Override
    public void instrumentExpired(int instrumentId, int businessDay, long priceMicros, int fixings) {}

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
            long labelLow) {}

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
            long acceptableLots) {}

    @Override
    public void riskRulesSet(RiskRules rules) {}

    @Override
    public void accountRiskSet(AccountRisk risk) {}

    @Override
    public void marginChargesSet(MarginCharges charges) {}

    @Override
    public void ordersLinked(int accountId, long orderId, long linkedOrderId) {}

    @Override
    public void marginPolicySet(MarginPolicy policy) {}

    @Override
    public void commoditySpreadsSet(CommoditySpreads spreads) {}

    @Override
    public void parametersStaged(ParameterPart part) {}

    @Override
    public void parametersChanged(
            long version, ParameterStatus status, int marketId, int effectiveDay, Digest digest) {}

    @Override
    public void valuationSet(int instrumentId, long priceMicros) {}

    @Override
    public void orderRested(
            long orderId, int accountId, int instrumentId, Side side, long priceTicks, long remainingLots) {}

    @Override
    public void orderAmended(
            long orderId,
            int accountId,
            int instrumentId,
            Side side,
            long priceTicks,
            long quantityLots,
            long remainingLots,
            boolean priorityKept) {}

    @Override
    public void orderCancelled(
            long orderId,
            int accountId,
            int instrumentId,
            Side side,
            long priceTicks,
            long cancelledLots,
            CancelReason reason) {}

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
        trades++;
    }

    @Override
    public void positionChanged(int accountId, int instrumentId, long positionLots, long openValueMicros) {}

    @Override
    public void posted(
            long journalId,
            JournalKind kind,
            int debitAccountId,
            int creditAccountId,
            Currency currency,
            long amountMicros,
            long debitBalanceMicros,
            long creditBalanceMicros) {}

    @Override
    public void requirementChanged(int accountId, Currency currency, long initialMarginMicros) {}

    @Override
    public void imageBegin(long imageId) {}

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
            long enteredNs) {}

    @Override
    public void imageBalance(int accountId, Currency currency, long balanceMicros) {}

    @Override
    public void imageEnd(long imageId) {
        images++;
    }

    @Override
    public void operatorKeySet(int senderId, SenderRole role, PublicKey key) {}

    @Override
    public void proposalChanged(
            long proposalId, Privilege privilege, int senderId, ProposalStatus status, long expiresNs) {}

    @Override
    public void privilegeUsed(int senderId, Privilege privilege, RejectReason reason) {}

    @Override
    public void protocolVersionSet(int version) {}

    @Override
    public void eventsRetained(int senderId, long afterSequence, long untilNs) {}

    @Override
    public void sessionChanged(
            long sessionId, int accountId, int senderId, long number, SessionState state, long deadlineNs) {}

    @Override
    public void countdownSet(int accountId, long durationNs, long deadlineNs) {}

    @Override
    public void cancelOnDisconnectSet(int accountId, boolean enabled, long graceNs) {}

    @Override
    public void timerFired(int steps) {}
}
