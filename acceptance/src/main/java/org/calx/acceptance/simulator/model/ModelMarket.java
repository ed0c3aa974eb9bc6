package org.calx.acceptance.simulator.model;

import org.calx.model.MarketPhase;
import org.calx.model.MarketSpec;

/** A market with its phase and business date. */
final class ModelMarket {
    final MarketSpec spec;
    MarketPhase phase = MarketPhase.CLOSED;
    int businessDay;

    ModelMarket(MarketSpec spec) {
        this.spec = spec;
        businessDay = spec.firstBusinessDay();
    }
}
