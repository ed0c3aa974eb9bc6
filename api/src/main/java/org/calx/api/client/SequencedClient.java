package org.calx.api.client;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.LongToIntFunction;
import org.agrona.concurrent.NanoClock;
import org.agrona.concurrent.SystemNanoClock;
import org.calx.api.event.EventReader;
import org.calx.api.event.ExchangeEvent;
import org.calx.api.wire.CommandEncoder;
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
 * An {@link ExchangeClient} over any log and any event feed. It survives lost and repeated sends because the exchange
 * answers a command that it has seen with its first answer.
 */
public final class SequencedClient implements ExchangeClient {
    /** How long a command waits for its answer before it is sent again; each further wait is twice as long. */
    public static final long RESEND_AFTER_NS = TimeUnit.SECONDS.toNanos(1);

    private static final int EVENTS_PER_POLL = 256;

    private final int senderId;
    private final int epoch;
    private final CommandLog log;
    private final EventFeed feed;
    private final NanoClock clock;
    private final CommandEncoder encoder;
    private final CommandWindow window;
    private final CommandSignature signature;
    private final List<EventReader> readers = new CopyOnWriteArrayList<>();
    private final EventReader reader = this::onEvent;

    private volatile long lastEventSequence;
    private long term;
    private Optional<ExchangeEvent.OrderRefused> refusal = Optional.empty();
    private boolean closed;

    /** A client that does not sign and sends again after {@link #RESEND_AFTER_NS}. */
    public SequencedClient(int senderId, int epoch, CommandLog log, EventFeed feed) {
        this(senderId, epoch, null, log, feed);
    }

    /** A client that signs with this key, or with none if it is null, and sends again after {@link #RESEND_AFTER_NS}. */
    public SequencedClient(int senderId, int epoch, SigningKey key, CommandLog log, EventFeed feed) {
        this(senderId, epoch, key, log, feed, SystemNanoClock.INSTANCE, RESEND_AFTER_NS);
    }

    /**
     * A client.
     *
     * @param senderId the registered sender, one client each
     * @param epoch the sender's life, above that of every earlier client of this sender
     * @param key what the sender signs its commands with, null for a sender that does not sign
     * @param log where commands go; closed with the client
     * @param feed where events come from; closed with the client
     * @param clock time for sending again
     * @param resendAfterNs how long a command waits for its answer before it is sent again
     */
    public SequencedClient(
            int senderId,
            int epoch,
            SigningKey key,
            CommandLog log,
            EventFeed feed,
            NanoClock clock,
            long resendAfterNs) {
        this.senderId = senderId;
        this.epoch = epoch;
        this.log = log;
        this.feed = feed;
        this.clock = clock;
        this.encoder = new CommandEncoder(senderId, epoch);
        this.signature = key == null ? null : new CommandSignature(key);
        this.window = new CommandWindow(resendAfterNs);
    }

    @Override
    public int senderId() {
        return senderId;
    }

    @Override
    public int poll() {
        int work = feed.poll(reader, EVENTS_PER_POLL);
        synchronized (window) {
            work += log.poll();
            if (log.term() != term) {
                term = log.term();
                window.rewind();
            }
            if (!window.isEmpty()) {
                long nowNs = clock.nanoTime();
                work += window.sendOverdue(log, nowNs) + window.sendNew(log, nowNs);
            }
        }
        return work;
    }

    @Override
    public void addReader(EventReader added) {
        readers.add(added);
    }

    @Override
    public long lastEventSequence() {
        return lastEventSequence;
    }

    @Override
    public CompletableFuture<CommandOutcome> openVenue(VenueLimits limits) {
        return send(number -> encoder.openVenue(number, limits));
    }

    @Override
    public CompletableFuture<CommandOutcome> setOperatorKey(int operatorSenderId, SenderRole role, PublicKey key) {
        return send(number -> encoder.setOperatorKey(number, operatorSenderId, role, key));
    }

    @Override
    public CompletableFuture<CommandOutcome> setProtocolVersion(int version) {
        return send(number -> encoder.setProtocolVersion(number, version));
    }

    @Override
    public CompletableFuture<CommandOutcome> retainEvents(long afterSequence, long durationNs) {
        return send(number -> encoder.retainEvents(number, afterSequence, durationNs));
    }

    @Override
    public CompletableFuture<CommandOutcome> registerSender(int newSenderId, SenderRole role, int accountId) {
        return send(number -> encoder.registerSender(number, newSenderId, role, accountId));
    }

    @Override
    public CompletableFuture<CommandOutcome> defineMarket(MarketSpec market) {
        return send(number -> encoder.defineMarket(number, market));
    }

    @Override
    public CompletableFuture<CommandOutcome> defineProduct(ProductSpec product) {
        return send(number -> encoder.defineProduct(number, product));
    }

    @Override
    public CompletableFuture<CommandOutcome> setProductParameters(ProductParameters parameters) {
        return send(number -> encoder.setProductParameters(number, parameters));
    }

    @Override
    public CompletableFuture<CommandOutcome> setRiskRules(RiskRules rules) {
        return send(number -> encoder.setRiskRules(number, rules));
    }

    @Override
    public CompletableFuture<CommandOutcome> setMarginCharges(MarginCharges charges) {
        return send(number -> encoder.setMarginCharges(number, charges));
    }

    @Override
    public CompletableFuture<CommandOutcome> setMarginPolicy(MarginPolicy policy) {
        return send(number -> encoder.setMarginPolicy(number, policy));
    }

    @Override
    public CompletableFuture<CommandOutcome> setCommoditySpreads(CommoditySpreads spreads) {
        return send(number -> encoder.setCommoditySpreads(number, spreads));
    }

    @Override
    public CompletableFuture<CommandOutcome> stageParameters(ParameterPart part) {
        return send(number -> encoder.stageParameters(number, part));
    }

    @Override
    public CompletableFuture<CommandOutcome> activateParameters(long version, Digest digest) {
        return send(number -> encoder.activateParameters(number, version, digest));
    }

    @Override
    public CompletableFuture<CommandOutcome> cancelParameters(long version) {
        return send(number -> encoder.cancelParameters(number, version));
    }

    @Override
    public CompletableFuture<CommandOutcome> setAccountRisk(AccountRisk risk) {
        return send(number -> encoder.setAccountRisk(number, risk));
    }

    @Override
    public CompletableFuture<CommandOutcome> listInstrument(InstrumentSpec instrument) {
        return send(number -> encoder.listInstrument(number, instrument));
    }

    @Override
    public CompletableFuture<CommandOutcome> openAccount(int accountId, String name) {
        return send(number -> encoder.openAccount(number, accountId, name));
    }

    @Override
    public CompletableFuture<CommandOutcome> registerApiKey(ApiKey key) {
        return send(number -> encoder.registerApiKey(number, key));
    }

    @Override
    public CompletableFuture<CommandOutcome> deposit(int accountId, Currency currency, long amountMicros) {
        return send(number -> encoder.deposit(number, accountId, currency, amountMicros));
    }

    @Override
    public CompletableFuture<CommandOutcome> withdraw(int accountId, Currency currency, long amountMicros) {
        return send(number -> encoder.withdraw(number, accountId, currency, amountMicros));
    }

    @Override
    public CompletableFuture<CommandOutcome> setVenueClock(
            long venueBaseNs, long logBaseNs, long rateNumerator, long rateDenominator) {
        return send(
                sequence -> encoder.setVenueClock(sequence, venueBaseNs, logBaseNs, rateNumerator, rateDenominator));
    }

    @Override
    public CompletableFuture<CommandOutcome> setMark(int instrumentId, long markMicros) {
        return send(number -> encoder.setMark(number, instrumentId, markMicros));
    }

    @Override
    public CompletableFuture<CommandOutcome> setRiskArray(int instrumentId, long version, long[] lossMicrosPerLot) {
        return send(number -> encoder.setRiskArray(number, instrumentId, version, lossMicrosPerLot));
    }

    @Override
    public CompletableFuture<CommandOutcome> publishFixing(Fixing fixing) {
        return send(number -> encoder.publishFixing(number, fixing));
    }

    @Override
    public CompletableFuture<CommandOutcome> setMarketPhase(int marketId, int businessDay, MarketPhase phase) {
        return send(number -> encoder.setMarketPhase(number, marketId, businessDay, phase));
    }

    @Override
    public CompletableFuture<CommandOutcome> settleInstrument(int instrumentId, int businessDay) {
        return send(number -> encoder.settleInstrument(number, instrumentId, businessDay));
    }

    @Override
    public CompletableFuture<CommandOutcome> expireInstrument(int instrumentId, int businessDay) {
        return send(number -> encoder.expireInstrument(number, instrumentId, businessDay));
    }

    @Override
    public CompletableFuture<CommandOutcome> submitOrder(OrderRequest order) {
        return send(number -> encoder.submitOrder(number, order));
    }

    @Override
    public CompletableFuture<CommandOutcome> amendOrder(
            int accountId, long orderId, long priceTicks, long quantityLots) {
        return send(number -> encoder.amendOrder(number, accountId, orderId, priceTicks, quantityLots));
    }

    @Override
    public CompletableFuture<CommandOutcome> cancelOrder(int accountId, long orderId) {
        return send(number -> encoder.cancelOrder(number, accountId, orderId));
    }

    @Override
    public CompletableFuture<CommandOutcome> massCancel(int accountId, int instrumentId) {
        return send(number -> encoder.massCancel(number, accountId, instrumentId));
    }

    @Override
    public CompletableFuture<CommandOutcome> queryOutcome(int epoch, long sequence) {
        return send(number -> encoder.queryOutcome(number, epoch, sequence));
    }

    @Override
    public CompletableFuture<CommandOutcome> requestImage() {
        return send(number -> encoder.requestImage(number));
    }

    @Override
    public CompletableFuture<CommandOutcome> openSession(int accountId, long sessionNumber, long graceNs) {
        return send(number -> encoder.openSession(number, accountId, sessionNumber, graceNs));
    }

    @Override
    public CompletableFuture<CommandOutcome> resumeSession(int accountId, long sessionNumber, long sessionId) {
        return send(number -> encoder.resumeSession(number, accountId, sessionNumber, sessionId));
    }

    @Override
    public CompletableFuture<CommandOutcome> endSession(long sessionNumber, SessionEnd how) {
        return send(number -> encoder.endSession(number, sessionNumber, how));
    }

    @Override
    public CompletableFuture<CommandOutcome> heartbeat() {
        return send(encoder::heartbeat);
    }

    @Override
    public CompletableFuture<CommandOutcome> cancelAllAfter(int accountId, long durationNs) {
        return send(number -> encoder.cancelAllAfter(number, accountId, durationNs));
    }

    @Override
    public CompletableFuture<CommandOutcome> setCancelOnDisconnect(int accountId, boolean enabled, long graceNs) {
        return send(number -> encoder.setCancelOnDisconnect(number, accountId, enabled, graceNs));
    }

    /** Closes the log and the feed; what waits for an answer completes with {@link IllegalStateException}. */
    @Override
    public void close() {
        synchronized (window) {
            closed = true;
            log.close();
        }
        feed.close();
        for (long sequence = window.oldest(); sequence < window.next(); sequence++) {
            CompletableFuture<CommandOutcome> future = removed(sequence);
            if (future != null) {
                future.completeExceptionally(new IllegalStateException("client closed before the answer"));
            }
        }
    }

    private CompletableFuture<CommandOutcome> send(LongToIntFunction encode) {
        synchronized (window) {
            if (closed) {
                throw new IllegalStateException("client closed");
            }
            int length = encode.applyAsInt(window.nextSequence());
            CompletableFuture<CommandOutcome> future = signature == null
                    ? window.add(encoder.buffer(), length)
                    : window.add(signature.buffer(), signature.sign(encoder.buffer(), length));
            window.sendNew(log, clock.nanoTime());
            return future;
        }
    }

    private void onEvent(long sequence, long timestampNs, boolean lastOfCommand, ExchangeEvent event) {
        lastEventSequence = sequence;
        for (EventReader each : readers) {
            each.onEvent(sequence, timestampNs, lastOfCommand, event);
        }
        if (event instanceof ExchangeEvent.OrderRefused refused) {
            refusal = Optional.of(refused);
        }
        if (event instanceof ExchangeEvent.CommandResult result
                && result.senderId() == senderId
                && result.epoch() == epoch) {
            CompletableFuture<CommandOutcome> future = removed(result.sequence());
            if (future != null) {
                future.complete(new CommandOutcome(
                        result.sequence(), result.reason(), result.reference(), sequence, timestampNs, refusal));
            }
        }
        if (lastOfCommand) {
            refusal = Optional.empty();
        }
    }

    private CompletableFuture<CommandOutcome> removed(long sequence) {
        synchronized (window) {
            return window.remove(sequence);
        }
    }
}
