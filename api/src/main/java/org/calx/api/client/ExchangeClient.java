package org.calx.api.client;

import java.util.concurrent.CompletableFuture;
import org.calx.api.event.EventReader;
import org.calx.model.AccountRisk;
import org.calx.model.ApiKey;
import org.calx.model.CommoditySpreads;
import org.calx.model.Currency;
import org.calx.model.Digest;
import org.calx.model.Fixing;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarginCharges;
import org.calx.model.MarginPolicy;
import org.calx.model.MarketPhase;
import org.calx.model.MarketSpec;
import org.calx.model.ParameterPart;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.PublicKey;
import org.calx.model.RiskRules;
import org.calx.model.SenderRole;
import org.calx.model.SessionEnd;
import org.calx.model.VenueLimits;

/**
 * One sender of commands and reader of events: gateways, bots and the operator's tools talk to the exchange through it
 * alone.
 *
 * <p>Commands may be sent from any thread. Each gets the sender's next sequence, is held until its result is in the event
 * stream, and is sent again when that takes long; the future completes with the outcome, on the thread that calls
 * {@link #poll}. At most {@link #MAX_UNANSWERED} commands are held; one more throws {@link IllegalStateException}, so a
 * sender paces itself by its futures. Events are handed to readers on the polling thread, after which futures complete.
 */
public interface ExchangeClient extends AutoCloseable {

    /** Most commands without an answer. */
    int MAX_UNANSWERED = 4_096;

    /** The registered sender that it sends as. */
    int senderId();

    /** Reads events, completes futures, sends again what is overdue. Called by one thread. @return work done */
    int poll();

    /** Adds a reader of all events from now on; add before the first {@link #poll} to miss none. */
    void addReader(EventReader reader);

    /** The last event's number that has been read, 0 before the first. */
    long lastEventSequence();

    CompletableFuture<CommandOutcome> openVenue(VenueLimits limits);

    /** Sets or replaces the key of a sender that signs, registering it if need be; {@link PublicKey#NONE} revokes it. */
    CompletableFuture<CommandOutcome> setOperatorKey(int operatorSenderId, SenderRole role, PublicKey key);

    CompletableFuture<CommandOutcome> registerSender(int newSenderId, SenderRole role, int accountId);

    CompletableFuture<CommandOutcome> defineMarket(MarketSpec market);

    CompletableFuture<CommandOutcome> defineProduct(ProductSpec product);

    CompletableFuture<CommandOutcome> setProductParameters(ProductParameters parameters);

    /** Sets all risk rules of a product. */
    CompletableFuture<CommandOutcome> setRiskRules(RiskRules rules);

    /** Sets a product's charges by tiers and deliveries. */
    CompletableFuture<CommandOutcome> setMarginCharges(MarginCharges charges);

    /** Sets how a product's margin is computed. */
    CompletableFuture<CommandOutcome> setMarginPolicy(MarginPolicy policy);

    /** Sets all spreads between products. */
    CompletableFuture<CommandOutcome> setCommoditySpreads(CommoditySpreads spreads);

    /** Stages a part of a set of margin parameters. */
    CompletableFuture<CommandOutcome> stageParameters(ParameterPart part);

    /** Activates the staged set of this version and digest from its date on; takes two operators. */
    CompletableFuture<CommandOutcome> activateParameters(long version, Digest digest);

    /** Withdraws a set that is staged or waits for its date. */
    CompletableFuture<CommandOutcome> cancelParameters(long version);

    /** Sets an account's rating and limits. */
    CompletableFuture<CommandOutcome> setAccountRisk(AccountRisk risk);

    CompletableFuture<CommandOutcome> listInstrument(InstrumentSpec instrument);

    CompletableFuture<CommandOutcome> openAccount(int accountId, String name);

    CompletableFuture<CommandOutcome> registerApiKey(ApiKey key);

    CompletableFuture<CommandOutcome> deposit(int accountId, Currency currency, long amountMicros);

    CompletableFuture<CommandOutcome> withdraw(int accountId, Currency currency, long amountMicros);

    CompletableFuture<CommandOutcome> setVenueClock(
            long venueBaseNs, long logBaseNs, long rateNumerator, long rateDenominator);

    CompletableFuture<CommandOutcome> setMark(int instrumentId, long markMicros);

    CompletableFuture<CommandOutcome> setRiskArray(int instrumentId, long version, long[] lossMicrosPerLot);

    CompletableFuture<CommandOutcome> publishFixing(Fixing fixing);

    CompletableFuture<CommandOutcome> setMarketPhase(int marketId, int businessDay, MarketPhase phase);

    CompletableFuture<CommandOutcome> settleInstrument(int instrumentId, int businessDay);

    CompletableFuture<CommandOutcome> expireInstrument(int instrumentId, int businessDay);

    CompletableFuture<CommandOutcome> submitOrder(OrderRequest order);

    CompletableFuture<CommandOutcome> amendOrder(int accountId, long orderId, long priceTicks, long quantityLots);

    CompletableFuture<CommandOutcome> cancelOrder(int accountId, long orderId);

    /** Cancels an account's working orders in one instrument, or in all for instrument 0. */
    CompletableFuture<CommandOutcome> massCancel(int accountId, int instrumentId);

    CompletableFuture<CommandOutcome> queryOutcome(int epoch, long sequence);

    /** Takes the venue to the next version of its protocol, {@link org.calx.model.ProtocolVersion#number()}. */
    CompletableFuture<CommandOutcome> setProtocolVersion(int version);

    /**
     * Has all members keep the recorded events after a number for this sender, in place of what they kept for it before.
     *
     * @param durationNs for how long, in log time, at most 7 days; 0 for not any more
     */
    CompletableFuture<CommandOutcome> retainEvents(long afterSequence, long durationNs);

    CompletableFuture<CommandOutcome> requestImage();

    /**
     * Begins a session: orders entered in it are cancelled when its client is gone. The outcome's reference is the
     * exchange's id of it.
     *
     * @param sessionNumber from 1 to 2^48 − 1, never used by this sender before
     * @param graceNs how long orders outlive a connection that broke, at most 60 s
     */
    CompletableFuture<CommandOutcome> openSession(int accountId, long sessionNumber, long graceNs);

    /** Goes on with the session that has this id under a new number, whoever held it. */
    CompletableFuture<CommandOutcome> resumeSession(int accountId, long sessionNumber, long sessionId);

    CompletableFuture<CommandOutcome> endSession(long sessionNumber, SessionEnd how);

    /** Says that this sender is there; a sender with sessions that is silent for 10 s loses them. */
    CompletableFuture<CommandOutcome> heartbeat();

    /** Sets an account's countdown, after which its orders are cancelled: 1 s to 24 h, or 0 for none. */
    CompletableFuture<CommandOutcome> cancelAllAfter(int accountId, long durationNs);

    /** Says whether connections that sign in for an account begin a session by themselves. */
    CompletableFuture<CommandOutcome> setCancelOnDisconnect(int accountId, boolean enabled, long graceNs);

    @Override
    void close();
}
