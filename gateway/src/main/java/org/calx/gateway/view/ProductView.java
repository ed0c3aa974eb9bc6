package org.calx.gateway.view;

import org.calx.margin.ProductCharges;
import org.calx.margin.SpreadCharges;
import org.calx.model.MarginCharges;
import org.calx.model.MarginPolicy;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.RiskRules;

/** A product with its index and its present parameters. */
public final class ProductView {
    /** What was defined. */
    public final ProductSpec spec;

    /** Its market. */
    public final MarketView market;

    /** The values of its index. */
    public final FixingHistory fixings = new FixingHistory();

    private volatile ProductParameters parameters;
    private volatile RiskRules riskRules;
    private volatile MarginPolicy policy;
    private volatile SpreadCharges spreads = SpreadCharges.NONE;

    ProductView(ProductSpec spec, MarketView market) {
        this.spec = spec;
        this.market = market;
        riskRules = RiskRules.defaults(spec.productId());
        policy = MarginPolicy.defaults(spec.productId());
    }

    void setParameters(ProductParameters newParameters) {
        parameters = newParameters;
    }

    /** Its parameters, null before they are set; may be read by any thread. */
    public ProductParameters parameters() {
        return parameters;
    }

    void setRiskRules(RiskRules newRules) {
        riskRules = newRules;
    }

    /** Its risk rules: the defaults before they are set. */
    public RiskRules riskRules() {
        return riskRules;
    }

    void setMarginCharges(MarginCharges newCharges) {
        spreads = new SpreadCharges(newCharges);
    }

    void setMarginPolicy(MarginPolicy newPolicy) {
        policy = newPolicy;
    }

    /** How its margin is computed: the defaults before it is set. */
    public MarginPolicy policy() {
        return policy;
    }

    /** Its charges by tiers and deliveries. */
    public SpreadCharges spreadCharges() {
        return spreads;
    }

    /** What it charges beyond scanning risk; its parameters must have been set. */
    public ProductCharges charges() {
        return ProductCharges.of(parameters.calendarChargeMicros(), riskRules, spreads, policy);
    }
}
