package org.calx.acceptance.simulator.model;

import java.util.Map;
import java.util.TreeMap;
import org.calx.model.Fixing;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;

/** A product with its parameters and fixings. */
final class ModelProduct {
    final ProductSpec spec;
    final ModelMarket market;
    final Map<Integer, Fixing> fixings = new TreeMap<>();
    ProductParameters parameters;

    ModelProduct(ProductSpec spec, ModelMarket market) {
        this.spec = spec;
        this.market = market;
    }
}
