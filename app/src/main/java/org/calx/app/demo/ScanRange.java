package org.calx.app.demo;

/**
 * Risk arrays of a future from a price scan range, by integer arithmetic.
 *
 * <p>The 16 scenarios are SPAN's: moves of 0, ±1/3, ±2/3 and ±3/3 of the range, each twice (a future does not see volatility), and
 * two extreme moves of three ranges counted at a third. The sign is the exchange's: a loss of one long lot is positive.
 */
final class ScanRange {

    static final int SCENARIOS = 16;

    /** Thirds of the scan range by scenario; the extremes are three ranges at one third, which is one range. */
    private static final int[] MOVE_THIRDS = {0, 0, 1, 1, -1, -1, 2, 2, -2, -2, 3, 3, -3, -3, 3, -3};

    private ScanRange() {}

    /** The scan range in micros per unit: {@code permille} of the mark's size, at least {@code leastMicros}, rounded up. */
    static long rangeMicros(long markMicros, long permille, long leastMicros) {
        return Math.max(leastMicros, Math.ceilDiv(Math.multiplyExact(Math.abs(markMicros), permille), 1_000));
    }

    /** Loss of one long lot in each scenario, in micros; thirds are rounded away from zero. */
    static long[] lossMicrosPerLot(long rangeMicros, int unitsPerLot) {
        long lotMicros = Math.multiplyExact(rangeMicros, unitsPerLot);
        long[] losses = new long[SCENARIOS];
        for (int scenario = 0; scenario < SCENARIOS; scenario++) {
            long sizeMicros = Math.ceilDiv(lotMicros * Math.abs(MOVE_THIRDS[scenario]), 3);
            losses[scenario] = MOVE_THIRDS[scenario] > 0 ? -sizeMicros : sizeMicros;
        }
        return losses;
    }
}
