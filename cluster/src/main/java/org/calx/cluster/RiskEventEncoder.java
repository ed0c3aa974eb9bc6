package org.calx.cluster;

import org.calx.api.codec.AccountRiskSetEncoder;
import org.calx.api.codec.CommoditySpreadsSetEncoder;
import org.calx.api.codec.MarginChargesSetEncoder;
import org.calx.api.codec.MarginPolicySetEncoder;
import org.calx.api.codec.OrderRefusedEncoder;
import org.calx.api.codec.RiskRulesSetEncoder;
import org.calx.api.codec.ValuationSetEncoder;
import org.calx.api.wire.MarginTermsCodec;
import org.calx.api.wire.OptionCodec;
import org.calx.api.wire.RiskCodec;
import org.calx.api.wire.WireCodes;
import org.calx.model.AccountRisk;
import org.calx.model.CommoditySpreads;
import org.calx.model.MarginCharges;
import org.calx.model.MarginPolicy;
import org.calx.model.RejectReason;
import org.calx.model.RiskRules;
import org.calx.model.Side;

/** Events about margin and limits as bytes. */
abstract class RiskEventEncoder extends ParameterEventEncoder {
    private final MarginChargesSetEncoder marginChargesSet = new MarginChargesSetEncoder();
    private final CommoditySpreadsSetEncoder commoditySpreadsSet = new CommoditySpreadsSetEncoder();
    private final MarginPolicySetEncoder marginPolicySet = new MarginPolicySetEncoder();
    private final OrderRefusedEncoder orderRefused = new OrderRefusedEncoder();
    private final ValuationSetEncoder valuationSet = new ValuationSetEncoder();
    private final RiskRulesSetEncoder riskRulesSet = new RiskRulesSetEncoder();
    private final AccountRiskSetEncoder accountRiskSet = new AccountRiskSetEncoder();

    RiskEventEncoder(EventSink sink, int maxBatchBytes) {
        super(sink, maxBatchBytes);
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
        envelope(orderRefused
                .wrapAndApplyHeader(reserve(OrderRefusedEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        orderRefused
                .accountId(accountId)
                .instrumentId(instrumentId)
                .side(WireCodes.of(side))
                .reason(WireCodes.of(reason))
                .required(required)
                .available(available)
                .scenario(scenario)
                .scanningMicros(scanningMicros)
                .chargesMicros(chargesMicros)
                .acceptableLots(acceptableLots);
        end(orderRefused.limit());
    }

    @Override
    public void valuationSet(int instrumentId, long priceMicros) {
        envelope(valuationSet
                .wrapAndApplyHeader(reserve(ValuationSetEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        valuationSet.instrumentId(instrumentId).priceMicros(priceMicros);
        end(valuationSet.limit());
    }

    @Override
    public void riskRulesSet(RiskRules rules) {
        envelope(riskRulesSet
                .wrapAndApplyHeader(reserve(RiskRulesSetEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        RiskCodec.write(riskRulesSet.rules(), rules);
        end(riskRulesSet.limit());
    }

    @Override
    public void accountRiskSet(AccountRisk risk) {
        envelope(accountRiskSet
                .wrapAndApplyHeader(reserve(AccountRiskSetEncoder.BLOCK_LENGTH), position(), header)
                .envelope());
        RiskCodec.write(accountRiskSet.risk(), risk);
        end(accountRiskSet.limit());
    }

    @Override
    public void marginChargesSet(MarginCharges charges) {
        envelope(marginChargesSet
                .wrapAndApplyHeader(reserve(MAX_TERMS_LENGTH), position(), header)
                .envelope());
        marginChargesSet.putTerms(terms.written(), 0, terms.write(MarginTermsCodec.Terms.of(charges)));
        end(marginChargesSet.limit());
    }

    @Override
    public void marginPolicySet(MarginPolicy policy) {
        envelope(marginPolicySet
                .wrapAndApplyHeader(reserve(MAX_TERMS_LENGTH), position(), header)
                .envelope());
        OptionCodec.write(marginPolicySet, policy);
        end(marginPolicySet.limit());
    }

    @Override
    public void commoditySpreadsSet(CommoditySpreads spreads) {
        envelope(commoditySpreadsSet
                .wrapAndApplyHeader(reserve(MAX_TERMS_LENGTH), position(), header)
                .envelope());
        commoditySpreadsSet.putTerms(terms.written(), 0, terms.write(MarginTermsCodec.Terms.of(spreads)));
        end(commoditySpreadsSet.limit());
    }
}
