package org.calx.acceptance.simulator.model;

import org.calx.acceptance.simulator.load.Request;
import org.calx.api.event.ExchangeEvent;
import org.calx.model.Currency;
import org.calx.model.JournalKind;
import org.calx.model.ProductParameters;
import org.calx.model.RejectReason;
import org.calx.model.RiskRules;

/** What the operator defines, pays and marks. */
final class ModelOperator {
    private static final int MARK_BANDS = 10;

    private final ModelState state;
    private final ModelMargin margin;

    ModelOperator(ModelState state, ModelMargin margin) {
        this.state = state;
        this.margin = margin;
    }

    RejectReason register(Request.RegisterSender request) {
        if (state.senders.containsKey(request.senderId())) {
            return RejectReason.ALREADY_DEFINED;
        }
        int window = state.limits.commandWindow();
        ModelSender sender = new ModelSender(request.senderId(), request.role(), request.accountId(), window);
        state.senders.put(request.senderId(), sender);
        state.say(new ExchangeEvent.SenderRegistered(request.senderId(), request.role(), request.accountId()));
        return RejectReason.NONE;
    }

    RejectReason define(Request.DefineMarket request) {
        if (state.markets.containsKey(request.spec().marketId())) {
            return RejectReason.ALREADY_DEFINED;
        }
        state.markets.put(request.spec().marketId(), new ModelMarket(request.spec()));
        state.say(new ExchangeEvent.MarketDefined(request.spec()));
        return RejectReason.NONE;
    }

    RejectReason define(Request.DefineProduct request) {
        if (state.products.containsKey(request.spec().productId())) {
            return RejectReason.ALREADY_DEFINED;
        }
        ModelMarket market = state.markets.get(request.spec().marketId());
        state.products.put(request.spec().productId(), new ModelProduct(request.spec(), market));
        state.say(new ExchangeEvent.ProductDefined(request.spec()));
        return RejectReason.NONE;
    }

    RejectReason set(Request.SetParameters request) {
        ProductParameters parameters = request.parameters();
        state.products.get(parameters.productId()).parameters = parameters;
        state.say(new ExchangeEvent.ProductParametersSet(parameters));
        return RejectReason.NONE;
    }

    RejectReason set(Request.SetRiskRules request) {
        RiskRules rules = request.rules();
        if (rules.ratingBBps() < RiskRules.UNIT_BPS) {
            return RejectReason.INVALID_PARAMETER;
        }
        ModelProduct product = state.products.get(rules.productId());
        product.rules = rules;
        product.live.forEach(ModelInstrument::multiply);
        state.say(new ExchangeEvent.RiskRulesSet(rules));
        return RejectReason.NONE;
    }

    RejectReason list(Request.ListInstrument request) {
        int instrumentId = request.spec().instrumentId();
        if (state.instruments.containsKey(instrumentId)) {
            return RejectReason.ALREADY_DEFINED;
        }
        ModelProduct product = state.products.get(request.spec().productId());
        ModelInstrument instrument = new ModelInstrument(request.spec(), product);
        state.instruments.put(instrumentId, instrument);
        product.live.add(instrument);
        state.say(new ExchangeEvent.InstrumentListed(request.spec()));
        return RejectReason.NONE;
    }

    RejectReason open(Request.OpenAccount request) {
        if (state.accounts.containsKey(request.accountId())) {
            return RejectReason.ALREADY_DEFINED;
        }
        state.accounts.put(request.accountId(), new ModelAccount(request.accountId()));
        state.say(new ExchangeEvent.AccountOpened(request.accountId(), request.name()));
        return RejectReason.NONE;
    }

    RejectReason deposit(Request.Deposit request) {
        RejectReason reason = checkMoney(request.accountId(), request.amountMicros());
        if (reason == RejectReason.NONE) {
            move(JournalKind.DEPOSIT, ModelMoney.BANK, request.accountId(), request.currency(), request.amountMicros());
        }
        return reason;
    }

    RejectReason withdraw(Request.Withdraw request) {
        RejectReason reason = checkMoney(request.accountId(), request.amountMicros());
        if (reason != RejectReason.NONE) {
            return reason;
        }
        Currency currency = request.currency();
        long cash = state.money.balanceMicros(request.accountId(), currency);
        long required = margin.requirementMicros(state.accounts.get(request.accountId()), currency);
        long free = margin.equityMicros(request.accountId(), currency) - required;
        if (request.amountMicros() > Math.min(cash, free)) {
            return RejectReason.INSUFFICIENT_CASH;
        }
        move(JournalKind.WITHDRAWAL, request.accountId(), ModelMoney.BANK, currency, request.amountMicros());
        return RejectReason.NONE;
    }

    private void move(JournalKind kind, int from, int to, Currency currency, long amountMicros) {
        state.say(state.money.move(kind, from, to, currency, amountMicros));
    }

    private RejectReason checkMoney(int accountId, long amountMicros) {
        if (amountMicros <= 0) {
            return RejectReason.INVALID_PARAMETER;
        }
        return state.accounts.containsKey(accountId) ? RejectReason.NONE : RejectReason.UNKNOWN_ACCOUNT;
    }

    RejectReason mark(Request.SetMark request) {
        ModelInstrument instrument = state.instruments.get(request.instrumentId());
        if (instrument == null) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        if (instrument.expired) {
            return RejectReason.INSTRUMENT_EXPIRED;
        }
        long distance = Math.abs(request.markMicros() - instrument.settlementMicros);
        long bands = MARK_BANDS * instrument.product.parameters.bandTicks();
        if (distance / instrument.product.spec.tickMicros() > bands) {
            return RejectReason.PRICE_OUT_OF_BAND;
        }
        instrument.marked = true;
        instrument.markMicros = request.markMicros();
        instrument.markSetNs = state.nowNs;
        instrument.valuationMicros = request.markMicros();
        state.say(new ExchangeEvent.MarkSet(request.instrumentId(), request.markMicros()));
        return RejectReason.NONE;
    }

    RejectReason set(Request.SetRiskArray request) {
        ModelInstrument instrument = state.instruments.get(request.instrumentId());
        if (instrument == null) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        if (request.version() <= instrument.riskArrayVersion) {
            return RejectReason.INVALID_PARAMETER;
        }
        if (instrument.expired) {
            return RejectReason.INSTRUMENT_EXPIRED;
        }
        instrument.setRiskArray(request.version(), request.lossMicrosPerLot());
        state.say(
                new ExchangeEvent.RiskArraySet(request.instrumentId(), request.version(), request.lossMicrosPerLot()));
        return RejectReason.NONE;
    }
}
