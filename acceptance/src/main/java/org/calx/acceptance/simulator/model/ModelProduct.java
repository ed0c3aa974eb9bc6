package org.calx.acceptance.simulator.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.calx.margin.SpreadCharges;
import org.calx.model.Fixing;
import org.calx.model.MarginCharges;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;

/** A product with its parameters and fixings, and its instruments that have not expired. */
final class ModelProduct {
    final ProductSpec spec;
    final ModelMarket market;
    final List<ModelInstrument> live = new ArrayList<>();
    final Map<Integer, Fixing> fixings = new TreeMap<>();
    ProductParameters parameters;

    /** By tiers and deliveries; null for none. */
    SpreadCharges charges;

    ModelProduct(ProductSpec spec, ModelMarket market) {
        this.spec = spec;
        this.market = market;
    }

    void setCharges(MarginCharges given) {
        charges = given.equals(MarginCharges.none(given.productId())) ? null : new SpreadCharges(given);
    }
}
