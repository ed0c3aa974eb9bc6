package org.calx.risk.publish;

import java.util.HashMap;
import java.util.Map;
import org.calx.model.Fixing;
import org.calx.model.FixingStatus;
import org.calx.model.RiskRules;
import org.calx.model.VolatilityState;

/** Whether the volatility of products is elevated, by the returns of their final fixings. */
final class ProductVolatilities {
    /** Five years of business days. */
    private static final int REMEMBERED = 1_250;

    private final Map<Integer, RiskRules> rules = new HashMap<>();
    private final Map<Integer, Fixing> lastFixings = new HashMap<>();
    private final Map<Integer, VolatilityWatch> watches = new HashMap<>();

    void onRules(RiskRules inForce) {
        rules.put(inForce.productId(), inForce);
    }

    /**
     * A final fixing of a later day is a return of the product; state images tell earlier ones again.
     *
     * @return whether the product's state is another one
     */
    boolean onFixing(Fixing fixing) {
        Fixing before = lastFixings.get(fixing.productId());
        if (fixing.status() != FixingStatus.FINAL || (before != null && fixing.day() <= before.day())) {
            return false;
        }
        lastFixings.put(fixing.productId(), fixing);
        if (before == null || before.priceMicros() <= 0 || fixing.priceMicros() <= 0) {
            return false;
        }
        VolatilityWatch watch = watches.computeIfAbsent(fixing.productId(), unused -> new VolatilityWatch(REMEMBERED));
        VolatilityState old = watch.state();
        return watch.observe(Math.log((double) fixing.priceMicros() / before.priceMicros())) != old;
    }

    /**
     * What arrays are multiplied by, in ten-thousandths: what the product's rules say for a state that the watch finds elevated; 10,000
     * where operators have set such a state in the rules, because the exchange multiplies then.
     */
    int bps(int productId) {
        VolatilityWatch watch = watches.get(productId);
        RiskRules inForce = rules.getOrDefault(productId, RiskRules.defaults(productId));
        boolean counts = watch != null
                && watch.state() == VolatilityState.ELEVATED
                && inForce.volatilityState() == VolatilityState.NORMAL;
        return counts ? inForce.elevatedBps() : RiskRules.UNIT_BPS;
    }
}
