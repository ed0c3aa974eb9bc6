package org.calx.core.clearing;

import java.util.List;
import org.calx.core.engine.ExchangeEvents;
import org.calx.core.reference.Accounts;
import org.calx.core.reference.Fixings;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.Products;
import org.calx.model.AccountRating;
import org.calx.model.AccountRisk;
import org.calx.model.CommoditySpreads;
import org.calx.model.Fixing;
import org.calx.model.InstrumentArray;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarginCharges;
import org.calx.model.MarginPolicy;
import org.calx.model.ParameterSet;
import org.calx.model.ProductParameters;
import org.calx.model.RejectReason;
import org.calx.model.RiskRules;

/** Changes of what margin depends on beside prices: each is checked whole, put in force by {@link Revaluation}, and told. */
public final class RuleChanges {
    private final Products products;
    private final Accounts accounts;
    private final Instruments instruments;
    private final Revaluation revaluation;
    private final ExchangeEvents events;

    RuleChanges(
            Products products,
            Instruments instruments,
            Accounts accounts,
            Revaluation revaluation,
            ExchangeEvents events) {
        this.products = products;
        this.instruments = instruments;
        this.accounts = accounts;
        this.revaluation = revaluation;
        this.events = events;
    }

    /** Checks a product's parameters, then puts them in force. Emits {@code productParametersSet}. */
    public RejectReason setParameters(ProductParameters parameters) {
        RejectReason refusal = products.checkParameters(parameters);
        if (refusal == RejectReason.NONE) {
            revaluation.setParameters(parameters);
            events.productParametersSet(parameters);
        }
        return refusal;
    }

    /** Checks a product's risk rules, then puts them in force. Emits {@code riskRulesSet}. */
    public RejectReason setRiskRules(RiskRules rules) {
        RejectReason refusal = products.checkRules(rules);
        if (refusal == RejectReason.NONE) {
            revaluation.setRiskRules(rules);
            events.riskRulesSet(rules);
        }
        return refusal;
    }

    /** Checks a product's charges by tiers and deliveries, then puts them in force. Emits {@code marginChargesSet}. */
    public RejectReason setMarginCharges(MarginCharges charges) {
        RejectReason refusal = products.spreads().check(charges);
        if (refusal == RejectReason.NONE) {
            revaluation.setSpreads(
                    List.of(charges), products.spreads().credits().spreads());
            events.marginChargesSet(charges);
        }
        return refusal;
    }

    /** Checks the spreads between products, then puts them in force. Emits {@code commoditySpreadsSet}. */
    public RejectReason setCommoditySpreads(CommoditySpreads spreads) {
        RejectReason refusal = products.spreads().check(spreads);
        if (refusal == RejectReason.NONE) {
            revaluation.setSpreads(List.of(), spreads);
            events.commoditySpreadsSet(spreads);
        }
        return refusal;
    }

    /** Checks a product's margin policy, then puts it in force. Emits {@code marginPolicySet}. */
    public RejectReason setMarginPolicy(MarginPolicy policy) {
        RejectReason refusal = products.checkPolicy(policy);
        if (refusal == RejectReason.NONE && !revaluation.canSet(policy)) {
            refusal = RejectReason.INVALID_PARAMETER;
        }
        if (refusal == RejectReason.NONE) {
            revaluation.setMarginPolicy(policy);
            events.marginPolicySet(policy);
        }
        return refusal;
    }

    /** A fixing was recorded: of the months that it falls into less can still move. */
    public void noteFixing(Fixing fixing, Fixings fixings) {
        revaluation.noteFixing(fixing, fixings);
    }

    /** An instrument was listed; the first option of a product has its rows counted in another way. */
    public void noteListed(InstrumentSpec instrument) {
        if (instrument.isOption()) {
            revaluation.countDeltas();
        }
    }

    /** Checks an account's rating and limits, then puts them in force. Emits {@code accountRiskSet}. */
    public RejectReason setAccountRisk(AccountRisk risk) {
        RejectReason refusal = accounts.checkRisk(risk);
        if (refusal == RejectReason.NONE) {
            revaluation.setAccountRisk(risk);
            events.accountRiskSet(risk);
        }
        return refusal;
    }

    /**
     * Puts a checked set in force. Emits {@code marginChargesSet}, {@code commoditySpreadsSet}, {@code riskArraySet} and
     * {@code accountRiskSet} for what it has; arrays get the version after the one in force.
     */
    public void setTogether(ParameterSet set) {
        revaluation.setTogether(set);
        for (MarginCharges charges : set.charges()) {
            events.marginChargesSet(charges);
        }
        if (set.spreads().isPresent()) {
            events.commoditySpreadsSet(set.spreads().get());
        }
        for (InstrumentArray array : set.arrays()) {
            int id = array.instrumentId();
            if (!instruments.isExpired(id)) {
                events.riskArraySet(id, instruments.riskArrays().version(id), array.losses());
            }
        }
        for (AccountRating rating : set.ratings()) {
            events.accountRiskSet(accounts.risk(rating.accountId()));
        }
    }
}
