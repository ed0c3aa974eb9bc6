package org.calx.app.demo;

import org.calx.model.ProductParameters;

/** The fees, bands, limits and margin rates of the demo market. */
final class DemoParameters {

    private static final long MAKER_FEE_MICROS = 750_000;
    private static final long TAKER_FEE_MICROS = 1_500_000;
    private static final long SETTLEMENT_FEE_MICROS = 400_000;
    private static final long MAX_ORDER_LOTS = 500;
    private static final long POSITION_LIMIT_LOTS = 7_500;
    private static final long SETTLEMENT_SPREAD_TICKS = 20;
    private static final long SETTLEMENT_MIN_LOTS = 10;
    private static final int BAND_PERCENT = 10;
    private static final int LEAST_BAND_TICKS = 20;
    private static final int CALENDAR_PERMILLE = 20;
    /** Hours of a mean month: the lot of compute, and nearly the lot of power. */
    private static final long TYPICAL_UNITS_PER_LOT = 730;

    private static final int MARK_STALE_DAYS = 3;

    private static final long FRONT_PERMILLE = 150;
    private static final long DEFERRED_PERMILLE = 120;
    private static final long POWER_PERMILLE = 200;

    private DemoParameters() {}

    /** Parameters of a product whose front month stands at this mark. */
    static ProductParameters of(DemoProduct product, long frontMarkMicros, long dayNs) {
        long frontTicks = Math.abs(frontMarkMicros) / product.spec().tickMicros();
        long bandTicks = Math.max(LEAST_BAND_TICKS, frontTicks * BAND_PERCENT / 100);
        return new ProductParameters(
                product.spec().productId(),
                MAKER_FEE_MICROS,
                TAKER_FEE_MICROS,
                SETTLEMENT_FEE_MICROS,
                bandTicks,
                bandTicks / 2,
                MAX_ORDER_LOTS,
                POSITION_LIMIT_LOTS,
                Math.abs(frontMarkMicros) * TYPICAL_UNITS_PER_LOT / 1_000 * CALENDAR_PERMILLE,
                SETTLEMENT_SPREAD_TICKS,
                SETTLEMENT_MIN_LOTS,
                dayNs * MARK_STALE_DAYS);
    }

    /**
     * The price scan range in micros per unit: 15 % of the mark for the front month of a compute product, shrinking with the
     * part of it that is still open, 12 % for later months, 20 % for power.
     */
    static long scanRangeMicros(DemoProduct product, boolean front, long markMicros, long openPermille) {
        long tickMicros = product.spec().tickMicros();
        long permille;
        if (product.isCompute()) {
            permille = front ? FRONT_PERMILLE : DEFERRED_PERMILLE;
        } else {
            permille = POWER_PERMILLE;
        }
        long fullMicros = ScanRange.rangeMicros(markMicros, permille, tickMicros);
        return Math.max(tickMicros, Math.ceilDiv(fullMicros * openPermille, 1_000));
    }
}
