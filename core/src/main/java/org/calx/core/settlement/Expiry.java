package org.calx.core.settlement;

import org.calx.core.clearing.Clearing;
import org.calx.core.engine.ExchangeEvents;
import org.calx.core.reference.Fixings;
import org.calx.core.reference.Instruments;
import org.calx.core.reference.Markets;
import org.calx.core.reference.Products;
import org.calx.model.RejectReason;

/** Settles an instrument finally at the average of its month's fixings. */
public final class Expiry {
    /** Settles by these tables. */
    public Expiry(
            Markets markets,
            Products products,
            Instruments instruments,
            Fixings fixings,
            Clearing clearing,
            ExchangeEvents events) {}

    /** Why the instrument cannot expire on this date, or {@link RejectReason#NONE}. */
    public RejectReason check(int instrumentId, int businessDay) {
        throw new UnsupportedOperationException();
    }

    /**
     * Expires a checked instrument whose working orders the engine has cancelled and released. Emits
     * {@code instrumentExpired}, {@code posted} and {@code positionChanged}.
     */
    public void expire(int instrumentId, int businessDay) {
        throw new UnsupportedOperationException();
    }
}
