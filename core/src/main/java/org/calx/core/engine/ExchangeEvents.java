package org.calx.core.engine;

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
 * The one way out of the exchange: everything that anyone is told.
 *
 * <p>Calls come in the order of the event stream. A command's events end with {@link #commandResult}, which is the last
 * event of the command, those of a step of the log's timer with {@link #timerFired}. Events that change something carry the state that results (remaining lots, position, balance), so
 * a reader that begins at a state image may apply them without knowing what was before. Implementations must not call
 * back into the exchange.
 *
 * <p>Every event of a command has the command's log time, told once by {@link #begin}.
 */
public interface ExchangeEvents extends OperatorEvents, RiskEvents, ParameterEvents, LivenessEvents {

    /**
     * The events that follow, up to {@link #commandResult} or {@link #timerFired}, belong to one command taken by the log at
     * this time, or one step of its timer.
     */
    void begin(long timestampNs);

    /**
     * What became of a command: always its last event.
     *
     * @param reason {@link RejectReason#NONE} if it was done
     * @param reference the order id that the command made or touched, minus the number of the proposal as which it waits for
     *     a second operator, else 0
     * @param duplicate the command had been received before and this is the first answer again
     */
    void commandResult(int senderId, int epoch, long sequence, RejectReason reason, long reference, boolean duplicate);

    /** The answer to a query for another command's outcome; precedes the query's own {@link #commandResult}. */
    void outcomeFound(int senderId, int epoch, long sequence, RejectReason reason, long reference);

    // Reference data

    /** The venue was opened; the sender is its first operator. */
    void venueOpened(int operatorSenderId, VenueLimits limits);

    /** A sender may now send commands; a participant is bound to one account, others to 0. */
    void senderRegistered(int senderId, SenderRole role, int accountId);

    /** A market exists, closed, at its first business date. */
    void marketDefined(MarketSpec market);

    /** A product exists. */
    void productDefined(ProductSpec product);

    /** A product's parameters from now on. */
    void productParametersSet(ProductParameters parameters);

    /** An instrument may be traded. */
    void instrumentListed(InstrumentSpec instrument);

    /** An account exists. */
    void accountOpened(int accountId, String name);

    /** A key may be used at gateways. */
    void apiKeyRegistered(ApiKey key);

    /** The operator told how venue time runs: venue = venueBaseNs + (log − logBaseNs) × rateNumerator / rateDenominator. */
    void venueClockSet(long venueBaseNs, long logBaseNs, long rateNumerator, long rateDenominator);

    /** A market changed its phase or business date. */
    void marketPhaseChanged(int marketId, int businessDay, MarketPhase phase);

    // Prices from outside and of the day

    /** A mark in micros per unit, used for equity, margin and bands. */
    void markSet(int instrumentId, long markMicros);

    /** A version of an instrument's risk array: the loss of one long lot in each of the 16 scenarios, in micros. */
    void riskArraySet(int instrumentId, long version, long[] lossMicrosPerLot);

    /** A fixing of an index. */
    void fixingPublished(Fixing fixing);

    /** A daily settlement price in micros per unit. */
    void settlementPriceSet(int instrumentId, int businessDay, long priceMicros, SettlementTier tier);

    /** An instrument expired at its final settlement price, the average of {@code fixings} fixings. */
    void instrumentExpired(int instrumentId, int businessDay, long priceMicros, int fixings);

    // Orders

    /** An order was accepted; fills and {@link #orderRested} or {@link #orderCancelled} follow in the same command. */
    void orderAccepted(
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
            long labelLow);

    /** What is left of an order now rests in the book, at the back of its price. */
    void orderRested(long orderId, int accountId, int instrumentId, Side side, long priceTicks, long remainingLots);

    /**
     * A working order was amended; if it lost its priority it is out of the book until {@link #orderRested}.
     *
     * @param quantityLots its quantity now, fills included
     * @param remainingLots what is left of it before any fill of this amendment
     */
    void orderAmended(
            long orderId,
            int accountId,
            int instrumentId,
            Side side,
            long priceTicks,
            long quantityLots,
            long remainingLots,
            boolean priorityKept);

    /** What was left of an order is cancelled. */
    void orderCancelled(
            long orderId,
            int accountId,
            int instrumentId,
            Side side,
            long priceTicks,
            long cancelledLots,
            CancelReason reason);

    /**
     * A trade, at the resting order's price.
     *
     * @param aggressorRemainingLots what is left of the aggressor after it
     * @param restingRemainingLots what is left of the resting order after it; 0 means that it has left the book
     */
    void trade(
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
            long restingFeeMicros);

    // Clearing

    /**
     * An account's position in an instrument.
     *
     * @param positionLots signed
     * @param openValueMicros what the position has cost since the last settlement, signed, in micros of money: position
     *     at the settlement price plus the day's trades; unrealised variation is position value at the mark minus this
     */
    void positionChanged(int accountId, int instrumentId, long positionLots, long openValueMicros);

    /**
     * A balanced journal entry: the amount moves from the debited to the credited ledger account. Ledger accounts below
     * zero are the house's ({@code org.calx.core.clearing.HouseAccount}), above zero the accounts' cash.
     *
     * @param amountMicros never negative
     * @param debitBalanceMicros balance of the debited ledger account afterwards
     * @param creditBalanceMicros balance of the credited ledger account afterwards
     */
    void posted(
            long journalId,
            JournalKind kind,
            int debitAccountId,
            int creditAccountId,
            Currency currency,
            long amountMicros,
            long debitBalanceMicros,
            long creditBalanceMicros);

    /** What an account must hold in a currency for its positions and working orders. */
    void requirementChanged(int accountId, Currency currency, long initialMarginMicros);

    // State images

    /** A state image begins: its rows are state, to be put over whatever a reader has. */
    void imageBegin(long imageId);

    /** Two working orders of an account of which one cancels the other from now on, the newer one first; in an image each of them. */
    void ordersLinked(int accountId, long orderId, long linkedOrderId);

    /** A working order in the image, in the book's priority order. */
    void imageOrder(
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
            long enteredNs);

    /** A ledger account's balance in the image. */
    void imageBalance(int accountId, Currency currency, long balanceMicros);

    /** The state image is complete: a reader that began at {@link #imageBegin} now knows everything. */
    void imageEnd(long imageId);
}
