package org.calx.core.engine;

import org.calx.core.clearing.Clearing;
import org.calx.model.Currency;
import org.calx.model.OperatorCommand;
import org.calx.model.OperatorCommand.ActivateParameters;
import org.calx.model.OperatorCommand.CancelParameters;
import org.calx.model.OperatorCommand.DefineMarket;
import org.calx.model.OperatorCommand.DefineProduct;
import org.calx.model.OperatorCommand.Deposit;
import org.calx.model.OperatorCommand.ExpireInstrument;
import org.calx.model.OperatorCommand.ListInstrument;
import org.calx.model.OperatorCommand.OpenAccount;
import org.calx.model.OperatorCommand.PublishFixing;
import org.calx.model.OperatorCommand.RegisterApiKey;
import org.calx.model.OperatorCommand.RegisterSender;
import org.calx.model.OperatorCommand.SetAccountRisk;
import org.calx.model.OperatorCommand.SetCommoditySpreads;
import org.calx.model.OperatorCommand.SetMarginCharges;
import org.calx.model.OperatorCommand.SetMarginPolicy;
import org.calx.model.OperatorCommand.SetMarketPhase;
import org.calx.model.OperatorCommand.SetOperatorKey;
import org.calx.model.OperatorCommand.SetProductParameters;
import org.calx.model.OperatorCommand.SetProtocolVersion;
import org.calx.model.OperatorCommand.SetRiskRules;
import org.calx.model.OperatorCommand.SetVenueClock;
import org.calx.model.OperatorCommand.SettleInstrument;
import org.calx.model.OperatorCommand.StageParameters;
import org.calx.model.OperatorCommand.Withdraw;
import org.calx.model.RejectReason;

/** Carries out what operators order: each command goes to what it concerns, which checks it and does it whole. */
final class OperatorDesk {
    private final Venue venue;
    private final Clearing clearing;
    private final OperatorKeys keys;
    private final Definitions definitions;
    private final ParameterDesk parameters;
    private final MarketSchedule schedule;
    private final OrderRemoval removal;

    OperatorDesk(Venue venue, OrderRemoval removal) {
        this.venue = venue;
        this.removal = removal;
        clearing = venue.clearing;
        keys = new OperatorKeys(venue);
        definitions = new Definitions(venue);
        parameters = new ParameterDesk(venue);
        schedule = new MarketSchedule(venue, parameters);
    }

    /** Does it, or says why not and changes nothing. */
    RejectReason carryOut(OperatorCommand command, long nowNs) {
        return switch (command) {
            case SetOperatorKey c -> keys.set(c.senderId(), c.role(), c.key());
            case RegisterSender c -> definitions.registerSender(c.senderId(), c.role(), c.accountId());
            case OpenAccount c -> definitions.openAccount(c.accountId(), c.name());
            case RegisterApiKey c -> definitions.registerApiKey(c.key());
            case SetProtocolVersion c -> venue.protocol.goTo(c.version());
            case SetVenueClock c ->
                venue.clock.set(c.venueBaseNs(), c.logBaseNs(), c.rateNumerator(), c.rateDenominator());
            case DefineMarket c -> definitions.defineMarket(c.market());
            case DefineProduct c -> definitions.defineProduct(c.product());
            case SetRiskRules c -> clearing.rules().setRiskRules(c.rules());
            case SetAccountRisk c -> clearing.rules().setAccountRisk(c.risk());
            case SetMarginCharges c -> clearing.rules().setMarginCharges(c.charges());
            case SetCommoditySpreads c -> clearing.rules().setCommoditySpreads(c.spreads());
            case SetMarginPolicy c -> clearing.rules().setMarginPolicy(c.policy());
            case SetProductParameters c -> clearing.rules().setParameters(c.parameters());
            case StageParameters c -> parameters.stage(c.part());
            case ActivateParameters c -> parameters.activate(c.version(), c.digest());
            case CancelParameters c -> parameters.cancel(c.version());
            case ListInstrument c -> definitions.listInstrument(c.instrument());
            case Deposit c -> deposit(c.accountId(), c.currency(), c.amountMicros());
            case Withdraw c -> withdraw(c.accountId(), c.currency(), c.amountMicros());
            case PublishFixing c -> definitions.publishFixing(c.fixing());
            case SetMarketPhase c -> schedule.setPhase(c.marketId(), c.businessDay(), c.phase());
            case SettleInstrument c -> settle(c.instrumentId(), c.businessDay(), nowNs);
            case ExpireInstrument c -> expire(c.instrumentId(), c.businessDay());
        };
    }

    private RejectReason deposit(int accountId, Currency currency, long amountMicros) {
        RejectReason reason = checkMoney(accountId, currency, amountMicros);
        return reason != RejectReason.NONE ? reason : clearing.deposit(accountId, currency, amountMicros);
    }

    private RejectReason withdraw(int accountId, Currency currency, long amountMicros) {
        RejectReason reason = checkMoney(accountId, currency, amountMicros);
        return reason != RejectReason.NONE ? reason : clearing.withdraw(accountId, currency, amountMicros);
    }

    private RejectReason checkMoney(int accountId, Currency currency, long amountMicros) {
        if (currency == null || amountMicros <= 0) {
            return RejectReason.INVALID_PARAMETER;
        }
        return venue.accounts.exists(accountId) ? RejectReason.NONE : RejectReason.UNKNOWN_ACCOUNT;
    }

    private RejectReason settle(int instrumentId, int businessDay, long nowNs) {
        RejectReason reason = venue.dailySettlement.check(instrumentId, businessDay);
        if (reason == RejectReason.NONE && venue.dailySettlement.isSettled(instrumentId, businessDay)) {
            reason = RejectReason.WRONG_BUSINESS_DATE;
        }
        if (reason == RejectReason.NONE) {
            long bidTicks = venue.orders.book(instrumentId).bestBidTicks();
            long askTicks = venue.orders.book(instrumentId).bestAskTicks();
            venue.dailySettlement.settle(instrumentId, businessDay, bidTicks, askTicks, nowNs);
            removal.endDay(instrumentId);
        }
        return reason;
    }

    private RejectReason expire(int instrumentId, int businessDay) {
        RejectReason reason = venue.expiry.check(instrumentId, businessDay);
        if (reason == RejectReason.NONE) {
            removal.expire(instrumentId);
            venue.expiry.expire(instrumentId, businessDay);
        }
        return reason;
    }

    ParameterDesk parameters() {
        return parameters;
    }
}
