package org.calx.app.demo;

import org.calx.model.MarketPhase;

/**
 * When in a venue day what happens: open from its start, the settlement window from {@value #CLOSING_PERCENT} % of it, closed from
 * {@value #CLOSED_PERCENT} %. Venue time runs so that the day's length is 24 hours of it.
 */
final class DaySchedule {

    static final int CLOSING_PERCENT = 80;
    static final int CLOSED_PERCENT = 92;
    static final long VENUE_DAY_NS = 86_400_000_000_000L;

    private final long dayNs;

    DaySchedule(long dayNs) {
        this.dayNs = dayNs;
    }

    long dayNs() {
        return dayNs;
    }

    /** The phase that the markets should be in when {@code elapsedNs} of the day are over. */
    MarketPhase phaseAt(long elapsedNs) {
        if (elapsedNs < percentNs(CLOSING_PERCENT)) {
            return MarketPhase.OPEN;
        }
        return elapsedNs < percentNs(CLOSED_PERCENT) ? MarketPhase.CLOSING : MarketPhase.CLOSED;
    }

    boolean isOver(long elapsedNs) {
        return elapsedNs >= dayNs;
    }

    private long percentNs(int percent) {
        return dayNs / 100 * percent;
    }
}
