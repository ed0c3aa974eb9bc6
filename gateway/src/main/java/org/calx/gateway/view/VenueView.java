package org.calx.gateway.view;

/** How the venue's clock runs. */
public final class VenueView {
    private long venueBaseNs;
    private long logBaseNs;
    private long rateNumerator = 1;
    private long rateDenominator = 1;

    void setClock(long newVenueBaseNs, long newLogBaseNs, long newNumerator, long newDenominator) {
        venueBaseNs = newVenueBaseNs;
        logBaseNs = newLogBaseNs;
        rateNumerator = newNumerator;
        rateDenominator = newDenominator;
    }

    /** Venue time at a log time, both nanoseconds since 1970-01-01. */
    public long venueTimeNs(long logNs) {
        long elapsed = logNs - logBaseNs;
        long whole = Math.multiplyExact(elapsed / rateDenominator, rateNumerator);
        long rest = Math.multiplyExact(elapsed % rateDenominator, rateNumerator) / rateDenominator;
        return Math.addExact(venueBaseNs, Math.addExact(whole, rest));
    }
}
