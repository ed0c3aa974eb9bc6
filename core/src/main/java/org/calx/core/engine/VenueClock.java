package org.calx.core.engine;

import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;
import org.calx.model.RejectReason;

/**
 * How venue time runs against log time: at {@code logBaseNs} it was {@code venueBaseNs}, and since then it has moved at
 * the rate. Until it is set the two are the same.
 */
final class VenueClock {
    private final ExchangeEvents events;
    private long venueBaseNs;
    private long logBaseNs;
    private long rateNumerator = 1;
    private long rateDenominator = 1;

    VenueClock(ExchangeEvents events) {
        this.events = events;
    }

    RejectReason set(long newVenueBaseNs, long newLogBaseNs, long numerator, long denominator) {
        if (numerator < 0 || denominator < 1) {
            return RejectReason.INVALID_PARAMETER;
        }
        venueBaseNs = newVenueBaseNs;
        logBaseNs = newLogBaseNs;
        rateNumerator = numerator;
        rateDenominator = denominator;
        tell();
        return RejectReason.NONE;
    }

    /** Emits how the clock runs. */
    void tell() {
        events.venueClockSet(venueBaseNs, logBaseNs, rateNumerator, rateDenominator);
    }

    void writeTo(SnapshotWriter writer) {
        writer.section("venueClock");
        writer.writeLong(venueBaseNs);
        writer.writeLong(logBaseNs);
        writer.writeLong(rateNumerator);
        writer.writeLong(rateDenominator);
    }

    void readFrom(SnapshotReader reader) {
        reader.section("venueClock");
        venueBaseNs = reader.readLong();
        logBaseNs = reader.readLong();
        rateNumerator = reader.readLong();
        rateDenominator = reader.readLong();
    }
}
