package org.calx.acceptance.simulator.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.calx.margin.SpreadCharges;
import org.calx.model.Fixing;
import org.calx.model.MarginCharges;
import org.calx.model.ProductParameters;
import org.calx.model.ProductSpec;
import org.calx.model.Rating;
import org.calx.model.RiskRules;

/** A product with its parameters and fixings, and its instruments that have not expired. */
final class ModelProduct {
    final ProductSpec spec;
    final ModelMarket market;
    final List<ModelInstrument> live = new ArrayList<>();
    final Map<Integer, Fixing> fixings = new TreeMap<>();
    ProductParameters parameters;
    RiskRules rules;

    /** By tiers and deliveries; null for none. */
    SpreadCharges charges;

    ModelProduct(ProductSpec spec, ModelMarket market) {
        this.spec = spec;
        this.market = market;
        rules = RiskRules.defaults(spec.productId());
    }

    void setCharges(MarginCharges given) {
        charges = given.equals(MarginCharges.none(given.productId())) ? null : new SpreadCharges(given);
    }

    /** By tiers and deliveries; without any where there are none. */
    SpreadCharges spreadCharges() {
        return charges == null ? SpreadCharges.NONE : charges;
    }

    /** What the state of volatility and the account's rating multiply an array by, rounded up. */
    long multiplierBps(Rating rating) {
        long state =
                switch (rules.volatilityState()) {
                    case NORMAL -> 10_000;
                    case ELEVATED -> rules.elevatedBps();
                    case STRESSED -> rules.stressedBps();
                };
        long account =
                switch (rating) {
                    case A -> 10_000;
                    case B -> rules.ratingBBps();
                    case C -> rules.ratingCBps();
                    case D -> rules.ratingDBps();
                };
        return Math.ceilDiv(state * account, 10_000);
    }

    /** The add-on for what the months' reaches have above a share of the usual volume, by its square, rounded up. */
    long concentrationMicros(long reachLots) {
        long threshold = rules.averageVolumeLots() * rules.concentrationShareBps() / 10_000;
        if (threshold == 0 || reachLots <= threshold) {
            return 0;
        }
        BigInteger excess = BigInteger.valueOf(reachLots - threshold);
        BigInteger square = BigInteger.valueOf(threshold).pow(2);
        BigInteger scaled = BigInteger.valueOf(rules.concentrationMicros()).multiply(excess.pow(2));
        return scaled.add(square).subtract(BigInteger.ONE).divide(square).longValueExact();
    }
}
