package org.calx.acceptance.simulator.load;

import java.util.concurrent.CompletableFuture;
import org.calx.api.client.CommandOutcome;
import org.calx.api.client.ExchangeClient;
import org.calx.api.client.OrderRequest;
import org.calx.model.Currency;
import org.calx.model.Digest;
import org.calx.model.Fixing;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarketPhase;
import org.calx.model.MarketSpec;
import org.calx.model.ParameterPart;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.RiskRules;
import org.calx.model.SenderRole;
import org.calx.model.SessionEnd;
import org.calx.model.VenueLimits;

/** A command as its sender means it, before any encoding. */
public sealed interface Request {

    record OpenVenue(VenueLimits limits) implements Request {}

    record RegisterSender(int senderId, SenderRole role, int accountId) implements Request {}

    record DefineMarket(MarketSpec spec) implements Request {}

    record DefineProduct(ProductSpec spec) implements Request {}

    record SetParameters(ProductParameters parameters) implements Request {}

    record SetRiskRules(RiskRules rules) implements Request {}

    record ListInstrument(InstrumentSpec spec) implements Request {}

    record OpenAccount(int accountId, String name) implements Request {}

    record Deposit(int accountId, Currency currency, long amountMicros) implements Request {}

    record Withdraw(int accountId, Currency currency, long amountMicros) implements Request {}

    record SetMark(int instrumentId, long markMicros) implements Request {}

    record SetRiskArray(int instrumentId, long version, long[] lossMicrosPerLot) implements Request {}

    record PublishFixing(Fixing fixing) implements Request {}

    record SetPhase(int marketId, int businessDay, MarketPhase phase) implements Request {}

    record Settle(int instrumentId, int businessDay) implements Request {}

    record Expire(int instrumentId, int businessDay) implements Request {}

    record Submit(OrderRequest order) implements Request {}

    record Amend(int accountId, long orderId, long priceTicks, long quantityLots) implements Request {}

    record Cancel(int accountId, long orderId) implements Request {}

    record MassCancel(int accountId, int instrumentId) implements Request {}

    record Query(int epoch, long sequence) implements Request {}

    record Image() implements Request {}

    record OpenSession(int accountId, long number, long graceNs) implements Request {}

    record ResumeSession(int accountId, long number, long sessionId) implements Request {}

    record EndSession(long number, SessionEnd how) implements Request {}

    record Heartbeat() implements Request {}

    record CancelAllAfter(int accountId, long durationNs) implements Request {}

    record SetCancelOnDisconnect(int accountId, boolean enabled, long graceNs) implements Request {}

    record SetProtocolVersion(int version) implements Request {}

    record RetainEvents(long afterSequence, long durationNs) implements Request {}

    record StageParameters(ParameterPart part) implements Request {}

    record ActivateParameters(long version, Digest digest) implements Request {}

    record CancelParameters(long version) implements Request {}

    /** Sends it. */
    default CompletableFuture<CommandOutcome> send(ExchangeClient client) {
        return switch (this) {
            case OpenVenue r -> client.openVenue(r.limits);
            case RegisterSender r -> client.registerSender(r.senderId, r.role, r.accountId);
            case DefineMarket r -> client.defineMarket(r.spec);
            case DefineProduct r -> client.defineProduct(r.spec);
            case SetParameters r -> client.setProductParameters(r.parameters);
            case SetRiskRules r -> client.setRiskRules(r.rules);
            case ListInstrument r -> client.listInstrument(r.spec);
            case OpenAccount r -> client.openAccount(r.accountId, r.name);
            case Deposit r -> client.deposit(r.accountId, r.currency, r.amountMicros);
            case Withdraw r -> client.withdraw(r.accountId, r.currency, r.amountMicros);
            case SetMark r -> client.setMark(r.instrumentId, r.markMicros);
            case SetRiskArray r -> client.setRiskArray(r.instrumentId, r.version, r.lossMicrosPerLot);
            case PublishFixing r -> client.publishFixing(r.fixing);
            case SetPhase r -> client.setMarketPhase(r.marketId, r.businessDay, r.phase);
            case Settle r -> client.settleInstrument(r.instrumentId, r.businessDay);
            case Expire r -> client.expireInstrument(r.instrumentId, r.businessDay);
            case Submit r -> client.submitOrder(r.order);
            case Amend r -> client.amendOrder(r.accountId, r.orderId, r.priceTicks, r.quantityLots);
            case Cancel r -> client.cancelOrder(r.accountId, r.orderId);
            case MassCancel r -> client.massCancel(r.accountId, r.instrumentId);
            case Query r -> client.queryOutcome(r.epoch, r.sequence);
            case Image unused -> client.requestImage();
            case OpenSession r -> client.openSession(r.accountId, r.number, r.graceNs);
            case ResumeSession r -> client.resumeSession(r.accountId, r.number, r.sessionId);
            case EndSession r -> client.endSession(r.number, r.how);
            case Heartbeat unused -> client.heartbeat();
            case CancelAllAfter r -> client.cancelAllAfter(r.accountId, r.durationNs);
            case SetCancelOnDisconnect r -> client.setCancelOnDisconnect(r.accountId, r.enabled, r.graceNs);
            case SetProtocolVersion r -> client.setProtocolVersion(r.version);
            case StageParameters r -> client.stageParameters(r.part);
            case ActivateParameters r -> client.activateParameters(r.version, r.digest);
            case CancelParameters r -> client.cancelParameters(r.version);
            case RetainEvents r -> client.retainEvents(r.afterSequence, r.durationNs);
        };
    }
}
