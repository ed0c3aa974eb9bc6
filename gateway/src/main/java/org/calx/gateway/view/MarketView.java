package org.calx.gateway.view;

import org.calx.model.MarketPhase;
import org.calx.model.MarketSpec;

/** A market with its phase and business date. */
public final class MarketView {
    /** What was defined. */
    public final MarketSpec spec;

    private MarketPhase phase = MarketPhase.CLOSED;
    private int businessDay;

    MarketView(MarketSpec spec) {
        this.spec = spec;
        businessDay = spec.firstBusinessDay();
    }

    void change(int newBusinessDay, MarketPhase newPhase) {
        businessDay = newBusinessDay;
        phase = newPhase;
    }

    /** What the market does at present. */
    public MarketPhase phase() {
        return phase;
    }

    /** Its business date, days since 1970-01-01. */
    public int businessDay() {
        return businessDay;
    }

    /** Whether orders may trade. */
    public boolean isOpen() {
        return phase == MarketPhase.OPEN || phase == MarketPhase.CLOSING;
    }
}
