package org.calx.gateway.view;

import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;

/** A product with its index and its present parameters. */
public final class ProductView {
    /** What was defined. */
    public final ProductSpec spec;

    /** Its market. */
    public final MarketView market;

    /** The values of its index. */
    public final FixingHistory fixings = new FixingHistory();

    private volatile ProductParameters parameters;

    ProductView(ProductSpec spec, MarketView market) {
        this.spec = spec;
        this.market = market;
    }

    void setParameters(ProductParameters newParameters) {
        parameters = newParameters;
    }

    /** Its parameters, null before they are set; may be read by any thread. */
    public ProductParameters parameters() {
        return parameters;
    }
}
