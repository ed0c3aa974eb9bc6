package org.calx.app.demo;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.calx.model.InstrumentSpec;

/**
 * Where traders think that a product is worth more or less than its mark: a random walk by product, drawn back to the mark.
 *
 * <p>It stays within a fortieth of the price, inside every band of the demo.
 */
final class Sentiment {

    private static final long LEAST_BOUND_TICKS = 4;
    private static final int BOUND_FRACTION = 40;
    private static final int CHANCE = 16;

    private final VenueView venue;
    private final SplittableRandom random;
    private final Map<Integer, Long> driftTicks = new TreeMap<>();

    Sentiment(VenueView venue, SplittableRandom random) {
        this.venue = venue;
        this.random = random;
    }

    /** What an instrument is thought to be worth; moves a tick now and then. */
    long fairTicks(InstrumentSpec instrument) {
        long tickMicros = venue.product(instrument.productId()).tickMicros();
        long markTicks = Math.floorDiv(venue.markMicros(instrument.instrumentId()), tickMicros);
        long boundTicks = Math.max(LEAST_BOUND_TICKS, Math.abs(markTicks) / BOUND_FRACTION);
        long drift = driftTicks.getOrDefault(instrument.productId(), 0L);
        if (random.nextInt(CHANCE) == 0) {
            boolean up = random.nextLong(2 * boundTicks + 1) - boundTicks >= drift;
            drift += up ? 1 : -1;
        }
        drift = Math.clamp(drift, -boundTicks, boundTicks);
        driftTicks.put(instrument.productId(), drift);
        return markTicks + drift;
    }
}
