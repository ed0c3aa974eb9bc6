package org.calx.api.event;

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

/**
 * What the exchange tells, one record per kind of event, in the words of the event stream.
 *
 * <p>Events that change something carry the state that results, so a reader that begins at a state image
 * ({@link ImageBegin} to {@link ImageEnd}) may apply them without knowing what was before. {@link CommandResult} is the
 * last event of every command, {@link TimerFired} of every step of the log's timer.
 */
public sealed interface ExchangeEvent {

    /**
     * What became of a command: always its last event.
     *
     * @param reason {@link RejectReason#NONE} if it was done
     * @param reference the order id that the command made or touched, minus the number of the proposal as which it waits for
     *     a second operator, else 0
     * @param duplicate the command had been received before and this is the first answer again
     */
    record CommandResult(int senderId, int epoch, long sequence, RejectReason reason, long reference, boolean duplicate)
            implements ExchangeEvent {}

    /** The answer to a query for another command's outcome; precedes the query's own {@link CommandResult}. */
    record OutcomeFound(int senderId, int epoch, long sequence, RejectReason reason, long reference)
            implements ExchangeEvent {}

    /** The venue was opened; the sender is its first operator. */
    record VenueOpened(int operatorSenderId, VenueLimits limits) implements ExchangeEvent {}

    /** A sender may now send commands; a participant is bound to one account, others to 0. */
    record SenderRegistered(int senderId, SenderRole role, int accountId) implements ExchangeEvent {}

    /** A sender signs with this key from now on, or with none any more ({@link PublicKey#NONE}). */
    record OperatorKeySet(int senderId, SenderRole role, PublicKey key) implements ExchangeEvent {}

    /**
     * What became of a command that needs two operators.
     *
     * @param senderId who proposed it while it waits or when it expired, who approved it when it is approved
     * @param expiresNs log time from which it is forgotten
     */
    record ProposalChanged(long proposalId, Privilege privilege, int senderId, ProposalStatus status, long expiresNs)
            implements ExchangeEvent {}

    /** A sender that signs used a privilege, or tried to; what it changed comes before in the same command. */
    record PrivilegeUsed(int senderId, Privilege privilege, RejectReason reason) implements ExchangeEvent {}

    /** The version of its protocol that the venue is at from now on, see {@link org.calx.model.ProtocolVersion}. */
    record ProtocolVersionSet(int version) implements ExchangeEvent {}

    /**
     * Pruning keeps the events after a number for a sender.
     *
     * @param untilNs log time from which they may go, 0 for at once
     */
    record EventsRetained(int senderId, long afterSequence, long untilNs) implements ExchangeEvent {}

    /** A market exists, closed, at its first business date. */
    record MarketDefined(MarketSpec market) implements ExchangeEvent {}

    /** A product exists. */
    record ProductDefined(ProductSpec product) implements ExchangeEvent {}

    /** A product's parameters from now on. */
    record ProductParametersSet(ProductParameters parameters) implements ExchangeEvent {}

    /** An instrument may be traded. */
    record InstrumentListed(InstrumentSpec instrument) implements ExchangeEvent {}

    /** An account exists. */
    record AccountOpened(int accountId, String name) implements ExchangeEvent {}

    /** A key may be used at gateways. */
    record ApiKeyRegistered(ApiKey key) implements ExchangeEvent {}

    /** The operator told how venue time runs: venue = venueBaseNs + (log − logBaseNs) × rateNumerator / rateDenominator. */
    record VenueClockSet(long venueBaseNs, long logBaseNs, long rateNumerator, long rateDenominator)
            implements ExchangeEvent {}

    /** A market changed its phase or business date. */
    record MarketPhaseChanged(int marketId, int businessDay, MarketPhase phase) implements ExchangeEvent {}

    /** A mark in micros per unit, used for equity, margin and bands. */
    record MarkSet(int instrumentId, long markMicros) implements ExchangeEvent {}

    /**
     * Positions and losses at once are counted against this price from now on, in micros per unit: told when a settlement
     * price takes the place of a stale mark. A mark is told by {@link MarkSet} and takes its place at once.
     */
    record ValuationSet(int instrumentId, long priceMicros) implements ExchangeEvent {}

    /** A product's risk rules from now on. */
    record RiskRulesSet(RiskRules rules) implements ExchangeEvent {}

    /** A product's charges by tiers and deliveries from now on. */
    record MarginChargesSet(MarginCharges charges) implements ExchangeEvent {}

    /** Two working orders of an account of which one cancels the other from now on. */
    record OrdersLinked(int accountId, long orderId, long linkedOrderId) implements ExchangeEvent {}

    /** How a product's margin is computed from now on. */
    record MarginPolicySet(MarginPolicy policy) implements ExchangeEvent {}

    /** All spreads between products from now on. */
    record CommoditySpreadsSet(CommoditySpreads spreads) implements ExchangeEvent {}

    /** A part of a set of margin parameters is staged; it changes nothing yet. */
    record ParametersStaged(ParameterPart part) implements ExchangeEvent {}

    /**
     * What became of a staged set of margin parameters.
     *
     * @param effectiveDay the business date of the market from whose beginning it holds, days since 1970-01-01
     * @param digest of the whole set
     */
    record ParametersChanged(long version, ParameterStatus status, int marketId, int effectiveDay, Digest digest)
            implements ExchangeEvent {}

    /** An account's rating and limits from now on. */
    record AccountRiskSet(AccountRisk risk) implements ExchangeEvent {}

    /** A version of an instrument's risk array: the loss of one long lot in each of the 16 scenarios, in micros. */
    record RiskArraySet(int instrumentId, long version, long[] lossMicrosPerLot) implements ExchangeEvent {}

    /** A fixing of an index. */
    record FixingPublished(Fixing fixing) implements ExchangeEvent {}

    /** A daily settlement price in micros per unit. */
    record SettlementPriceSet(int instrumentId, int businessDay, long priceMicros, SettlementTier tier)
            implements ExchangeEvent {}

    /** An instrument expired at its final settlement price, the average of {@code fixings} fixings. */
    record InstrumentExpired(int instrumentId, int businessDay, long priceMicros, int fixings)
            implements ExchangeEvent {}

    /** An order was accepted; fills and {@link OrderRested} or {@link OrderCancelled} follow in the same command. */
    record OrderAccepted(
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
            long labelLow)
            implements ExchangeEvent {}

    /**
     * Why an order, or an amendment of one, was refused for a limit or for margin; the command's result follows. A
     * duplicate of the command gets the result alone.
     *
     * @param required what the account would need with the order: lots for a limit, micros of the currency for margin
     * @param available what it may have, in the same unit: the limit, or its equity
     * @param scenario the product's active scenario with the order, 1 to 16, or 17 for the row at once; 0 for a limit
     * @param scanningMicros the product's scanning loss with the order, in {@code required}; 0 for a limit
     * @param chargesMicros the product's charges with the order, in {@code required}; 0 for a limit
     * @param acceptableLots the largest quantity that the same command could have asked for, 0 for none
     */
    record OrderRefused(
            int accountId,
            int instrumentId,
            Side side,
            RejectReason reason,
            long required,
            long available,
            int scenario,
            long scanningMicros,
            long chargesMicros,
            long acceptableLots)
            implements ExchangeEvent {

        /** What the account lacks, in lots or micros. */
        public long missing() {
            return Math.subtractExact(required, available);
        }
    }

    /** What is left of an order now rests in the book, at the back of its price. */
    record OrderRested(long orderId, int accountId, int instrumentId, Side side, long priceTicks, long remainingLots)
            implements ExchangeEvent {}

    /**
     * A working order was amended; if it lost its priority it is out of the book until {@link OrderRested}.
     *
     * @param quantityLots its quantity now, fills included
     * @param remainingLots what is left of it before any fill of this amendment
     */
    record OrderAmended(
            long orderId,
            int accountId,
            int instrumentId,
            Side side,
            long priceTicks,
            long quantityLots,
            long remainingLots,
            boolean priorityKept)
            implements ExchangeEvent {}

    /** What was left of an order is cancelled. */
    record OrderCancelled(
            long orderId,
            int accountId,
            int instrumentId,
            Side side,
            long priceTicks,
            long cancelledLots,
            CancelReason reason)
            implements ExchangeEvent {}

    /**
     * A trade, at the resting order's price.
     *
     * @param aggressorRemainingLots what is left of the aggressor after it
     * @param restingRemainingLots what is left of the resting order after it; 0 means that it has left the book
     */
    record Trade(
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
            long restingFeeMicros)
            implements ExchangeEvent {}

    /**
     * An account's position in an instrument.
     *
     * @param positionLots signed
     * @param openValueMicros what the position has cost since the last settlement, signed, in micros of money: position
     *     at the settlement price plus the day's trades; unrealised variation is position value at the mark minus this
     */
    record PositionChanged(int accountId, int instrumentId, long positionLots, long openValueMicros)
            implements ExchangeEvent {}

    /**
     * A balanced journal entry: the amount moves from the debited to the credited ledger account. Ledger accounts below
     * zero are the house's ({@code HouseAccount}), above zero the accounts' cash.
     *
     * @param amountMicros never negative
     * @param debitBalanceMicros balance of the debited ledger account afterwards
     * @param creditBalanceMicros balance of the credited ledger account afterwards
     */
    record Posted(
            long journalId,
            JournalKind kind,
            int debitAccountId,
            int creditAccountId,
            Currency currency,
            long amountMicros,
            long debitBalanceMicros,
            long creditBalanceMicros)
            implements ExchangeEvent {}

    /** What an account must hold in a currency for its positions and working orders. */
    record RequirementChanged(int accountId, Currency currency, long initialMarginMicros) implements ExchangeEvent {}

    /** A state image begins: its rows are state, to be put over whatever a reader has. */
    record ImageBegin(long imageId) implements ExchangeEvent {}

    /** A working order in the image, in the book's priority order. */
    record ImageOrder(
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
            long enteredNs)
            implements ExchangeEvent {}

    /** A ledger account's balance in the image. */
    record ImageBalance(int accountId, Currency currency, long balanceMicros) implements ExchangeEvent {}

    /** The state image is complete: a reader that began at {@link ImageBegin} now knows everything. */
    record ImageEnd(long imageId) implements ExchangeEvent {}

    /**
     * A session was opened, changed its holder, lost its client or ended. The orders cancelled with it follow, in this
     * command or in later steps of the timer.
     *
     * @param sessionId the exchange's id of it
     * @param senderId who holds it, or held it last
     * @param number the number that the holder gave it
     * @param deadlineNs for {@link SessionState#DOWN} the log time from which it ends unless it is resumed, else 0; a new
     *     leader moves it on
     */
    record SessionChanged(long sessionId, int accountId, int senderId, long number, SessionState state, long deadlineNs)
            implements ExchangeEvent {}

    /**
     * An account's countdown was set, or, with zeros, ended or has run down.
     *
     * @param deadlineNs log time at which it will have run down; a new leader moves it on
     */
    record CountdownSet(int accountId, long durationNs, long deadlineNs) implements ExchangeEvent {}

    /** Connections that sign in for the account begin a session with this grace from now on, or none. */
    record CancelOnDisconnectSet(int accountId, boolean enabled, long graceNs) implements ExchangeEvent {}

    /** A step of the log's timer is complete: the last event of it. */
    record TimerFired(int steps) implements ExchangeEvent {}
}
