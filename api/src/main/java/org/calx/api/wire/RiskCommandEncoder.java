package org.calx.api.wire;

import org.calx.api.codec.ActivateParametersEncoder;
import org.calx.api.codec.CancelParametersEncoder;
import org.calx.api.codec.SetAccountRiskEncoder;
import org.calx.api.codec.SetCommoditySpreadsEncoder;
import org.calx.api.codec.SetMarginChargesEncoder;
import org.calx.api.codec.SetMarginPolicyEncoder;
import org.calx.api.codec.SetRiskRulesEncoder;
import org.calx.api.codec.StageParametersEncoder;
import org.calx.model.AccountRisk;
import org.calx.model.CommoditySpreads;
import org.calx.model.Digest;
import org.calx.model.MarginCharges;
import org.calx.model.MarginPolicy;
import org.calx.model.ParameterPart;
import org.calx.model.RiskRules;

/** The part of {@link CommandEncoder} for commands about margin and limits. */
public abstract sealed class RiskCommandEncoder extends LivenessCommandEncoder permits CommandEncoder {
    private final SetRiskRulesEncoder setRiskRules = new SetRiskRulesEncoder();
    private final SetAccountRiskEncoder setAccountRisk = new SetAccountRiskEncoder();
    private final SetMarginChargesEncoder setMarginCharges = new SetMarginChargesEncoder();
    private final SetCommoditySpreadsEncoder setCommoditySpreads = new SetCommoditySpreadsEncoder();

    private final SetMarginPolicyEncoder setMarginPolicy = new SetMarginPolicyEncoder();
    private final StageParametersEncoder stageParameters = new StageParametersEncoder();
    private final ActivateParametersEncoder activateParameters = new ActivateParametersEncoder();
    private final CancelParametersEncoder cancelParameters = new CancelParametersEncoder();

    private final MarginTermsCodec terms = new MarginTermsCodec();

    RiskCommandEncoder(int senderId, int epoch) {
        super(senderId, epoch);
    }

    /** The command that sets a product's risk rules. */
    public int setRiskRules(long commandSequence, RiskRules rules) {
        begin(setRiskRules.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        RiskCodec.write(setRiskRules.rules(), rules);
        return end(setRiskRules.encodedLength());
    }

    /** The command that sets an account's rating and limits. */
    public int setAccountRisk(long commandSequence, AccountRisk risk) {
        begin(setAccountRisk.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        RiskCodec.write(setAccountRisk.risk(), risk);
        return end(setAccountRisk.encodedLength());
    }

    /** The command that sets a product's charges. @throws IllegalArgumentException if a spread has not one leg on each side */
    public int setMarginCharges(long commandSequence, MarginCharges charges) {
        begin(setMarginCharges.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        setMarginCharges.putTerms(terms.written(), 0, terms.write(MarginTermsCodec.Terms.of(charges)));
        return end(setMarginCharges.encodedLength());
    }

    /** The command that sets how a product's margin is computed. */
    public int setMarginPolicy(long commandSequence, MarginPolicy policy) {
        begin(setMarginPolicy.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        OptionCodec.write(setMarginPolicy, policy);
        return end(setMarginPolicy.encodedLength());
    }

    /** The command that sets the spreads between products. @throws IllegalArgumentException likewise */
    public int setCommoditySpreads(long commandSequence, CommoditySpreads spreads) {
        begin(setCommoditySpreads.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        setCommoditySpreads.putTerms(terms.written(), 0, terms.write(MarginTermsCodec.Terms.of(spreads)));
        return end(setCommoditySpreads.encodedLength());
    }

    /** The command that stages a part of a set of parameters. @throws IllegalArgumentException likewise */
    public int stageParameters(long commandSequence, ParameterPart part) {
        begin(stageParameters.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        stageParameters
                .version(part.version())
                .marketId(part.marketId())
                .effectiveDay(part.effectiveDay())
                .putTerms(terms.written(), 0, terms.write(MarginTermsCodec.Terms.of(part)));
        return end(stageParameters.encodedLength());
    }

    /** The command that activates a staged set. */
    public int activateParameters(long commandSequence, long version, Digest digest) {
        begin(activateParameters.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        DigestCodec.write(activateParameters.version(version).digest(), digest);
        return end(activateParameters.encodedLength());
    }

    /** The command that withdraws a staged set. */
    public int cancelParameters(long commandSequence, long version) {
        begin(cancelParameters.wrapAndApplyHeader(buffer, 0, header).envelope(), commandSequence);
        cancelParameters.version(version);
        return end(cancelParameters.encodedLength());
    }
}
